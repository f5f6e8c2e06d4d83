/**
 * "I am fetching Oulu's services" ends one turn; the turn that shows them follows by itself, once Palvelutietovaranto has
 * answered, and in another process if this one has ended meanwhile.
 */
import { formatKey } from '../store/conversation-key.ts';
import { StoreUnavailable } from '../store/port.ts';
import type { Delivery, FollowedUp, SendsFollowUps, TurnOutcome, Turns } from './turns.ts';
import type { Wait, Waits } from './waits.ts';
import type { ServiceRegister } from './wishes.ts';

type TurnsToFollow = Pick<Turns, 'process' | 'recall'>;
/** What is waited for, without when that was last said. */
type Waiting = Omit<Wait, 'at'>;

export interface FollowUps {
  /** Sets the channel that what follows is sent by; without one it stays in the outbox until that is swept. */
  readonly sends: (channel: SendsFollowUps) => void;
  /**
   * Begins to wait, where the turn of this outcome said that it does. Resolves to the outcome as it was given, once the
   * wait is in the store: a process killed right after "I am fetching" was said would otherwise take it with it.
   */
  readonly after: (turns: TurnsToFollow, delivery: Delivery, outcome: TurnOutcome) => Promise<TurnOutcome>;
  /** Takes over what ended processes were waiting for, and tells the store what this one still waits for. Never rejects. */
  readonly resume: (turns: TurnsToFollow) => Promise<void>;
}

export interface FollowUpParts {
  readonly register: Pick<ServiceRegister, 'look' | 'ready'> | undefined;
  readonly waits: Waits;
}

export function createFollowUps({ register, waits }: FollowUpParts): FollowUps {
  let channel: SendsFollowUps | undefined;
  const { ours, begin, end } = ownWaits(waits);
  /** Those of ours whose answer is there, and whose turn was not taken: once more at the next `resume`. */
  const untaken = new Set<Waiting>();
  const goOn = async (turns: TurnsToFollow, waiting: Waiting) => {
    await register?.ready(waiting.awaits);
    const followed = await tried(turns, addressed(waiting, channel));
    if (followed === 'not-taken') return void untaken.add(waiting);
    if (followed !== 'nothing') channel?.send(followed);
    await end(waiting);
  };
  return {
    sends: given => {
      channel = given;
    },
    async after(turns, delivery, outcome) {
      const waiting = register && waitingIn(delivery, outcome);
      if (!waiting) return outcome;
      await begin(waiting);
      void goOn(turns, waiting);
      return outcome;
    },
    resume: async turns => {
      const takeUp = (waiting: Waiting) => begin(waiting).then(() => goOn(turns, waiting));
      if (register) await takeUpLost({ register, waits }, ours, takeUp);
      for (const waiting of untaken) {
        untaken.delete(waiting);
        void goOn(turns, waiting);
      }
    },
  };
}

/** What this process waits for, by conversation: told to the store as it begins and ends. */
function ownWaits(waits: Waits) {
  const ours = new Map<string, Waiting>();
  return {
    ours,
    begin: async (waiting: Waiting) => {
      ours.set(formatKey(waiting.key), waiting);
      // If the store does not answer, nobody else can take over, but this process goes on all the same.
      await waits.keep(waiting).catch(() => undefined);
    },
    end: async (waiting: Waiting) => {
      const id = formatKey(waiting.key);
      // The turn that followed may have begun to wait for something else: that wait is not this one's to end.
      if (ours.get(id) !== waiting) return;
      ours.delete(id);
      await waits.forget(waiting.key).catch(() => undefined);
    },
  };
}

/** Renews each wait of this process in the store, and takes over those that no process has renewed for three minutes. */
async function takeUpLost(
  { register, waits }: { readonly register: Pick<ServiceRegister, 'look'>; readonly waits: Waits },
  ours: ReadonlyMap<string, Waiting>,
  goOn: (waiting: Waiting) => Promise<void>,
): Promise<void> {
  const lost = await waits.lost().catch(() => []);
  await Promise.all([...ours.values()].map(one => waits.keep(one).catch(() => undefined)));
  for (const { at: _, ...waiting } of lost) {
    if (ours.has(formatKey(waiting.key))) continue;
    // The process that had asked the register is gone, and its question with it: ask again.
    const asked = register.look(waiting.awaits).then(() => goOn(waiting));
    void asked.catch(() => undefined);
  }
}

function addressed(waiting: Waiting, channel: SendsFollowUps | undefined): Waiting {
  const { out } = waiting;
  if (out.to !== 'outbox' || !channel) return waiting;
  return { ...waiting, out: { ...out, reference: channel.address(out.reference) } };
}

/** What to wait for; undefined for a `caller`, who gets replies in the answer to a call and nothing after it. */
function waitingIn(
  { key, deliveryId, locale, place, out }: Delivery,
  outcome: TurnOutcome,
): Waiting | undefined {
  const awaits = outcome.kind === 'applied' ? outcome.awaits : undefined;
  if (!awaits || out.to === 'caller') return undefined;
  // Without `heard`, as the user's message is in the log already, and with the address of what answers no message.
  const later =
    out.to === 'log'
      ? ({ to: 'log' } as const)
      : ({ to: 'outbox', reference: out.later ?? out.reference } as const);
  return { key, deliveryId, locale, ...(place && { place }), out: later, awaits };
}

async function tried(turns: TurnsToFollow, waiting: Waiting): Promise<FollowedUp | 'nothing' | 'not-taken'> {
  try {
    return await followUp(turns, waiting);
  } catch (error) {
    // Any other error is a defect of ours: the same turn would fail the same way again.
    return error instanceof StoreUnavailable ? 'not-taken' : 'nothing';
  }
}

/**
 * Takes the turn that shows what came. `nothing`: the conversation has been erased since, waits for another municipality
 * by now, or has no outbox. `not-taken`: the store did not answer, or others kept writing to the conversation.
 */
async function followUp(
  turns: TurnsToFollow,
  { key, locale, place, out, deliveryId, awaits }: Waiting,
): Promise<FollowedUp | 'nothing' | 'not-taken'> {
  const session = await turns.recall(key);
  if (session?.awaits?.dialog !== awaits.dialog || session.awaits.municipality !== awaits.municipality)
    return 'nothing';
  const outcome = await turns.process({
    key,
    deliveryId: `looked-up ${deliveryId}`,
    input: { kind: 'looked-up' },
    locale,
    ...(place && { place }),
    out,
  });
  if (outcome.kind === 'busy' || outcome.kind === 'unavailable') return 'not-taken';
  if (outcome.kind !== 'applied' || out.to !== 'outbox') return 'nothing';
  return { key, said: outcome.said, outboxIds: outcome.outboxIds, reference: out.reference };
}

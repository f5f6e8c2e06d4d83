/** Goes on with what a turn was waiting for, once the register of services has answered. */
import { formatKey } from '../store/conversation-key.ts';
import type { Delivery, FollowedUp, SendsFollowUps, TurnOutcome, Turns } from './turns.ts';
import type { Wait, Waits } from './waits.ts';
import type { ServiceRegister } from './with-wished.ts';

type Going = Pick<Turns, 'process' | 'recall'>;
/** What is waited for, without when that was last said. */
type Waiting = Omit<Wait, 'at'>;

export interface FollowUps {
  readonly sends: (channel: SendsFollowUps) => void;
  /** Begins to wait, where a turn said that it does. The outcome as it was given. */
  readonly after: (turns: Going, delivery: Delivery, outcome: TurnOutcome) => TurnOutcome;
  /** Goes on with what processes that have ended were waiting for, and says what this one waits for. Never rejects. */
  readonly resume: (turns: Going) => Promise<void>;
}

export interface FollowUpParts {
  readonly register: Pick<ServiceRegister, 'look' | 'ready'> | undefined;
  readonly waits: Waits;
}

export function createFollowUps({ register, waits }: FollowUpParts): FollowUps {
  let channel: SendsFollowUps | undefined;
  const ours = new Map<string, Waiting>();
  const goOn = async (turns: Going, waiting: Waiting) => {
    const id = formatKey(waiting.key);
    ours.set(id, waiting);
    // Where it cannot be kept now, this process goes on all the same.
    await waits.keep(waiting).catch(() => undefined);
    try {
      await register?.ready(waiting.awaits);
      const followed = await followUp(turns, addressed(waiting, channel));
      if (followed) channel?.send(followed);
    } finally {
      // What followed may have begun to wait anew.
      if (ours.get(id) === waiting) {
        ours.delete(id);
        await waits.forget(waiting.key).catch(() => undefined);
      }
    }
  };
  return {
    sends: given => {
      channel = given;
    },
    after(turns, delivery, outcome) {
      const waiting = waitingIn(delivery, outcome);
      if (register && waiting) void goOn(turns, waiting).catch(() => undefined);
      return outcome;
    },
    resume: async turns => {
      if (register) await takeUpLost({ register, waits }, ours, waiting => goOn(turns, waiting));
    },
  };
}

/** Says of each wait of this process that it is there, and goes on with those that nobody has said it of. */
async function takeUpLost(
  { register, waits }: { readonly register: Pick<ServiceRegister, 'look'>; readonly waits: Waits },
  ours: ReadonlyMap<string, Waiting>,
  goOn: (waiting: Waiting) => Promise<void>,
): Promise<void> {
  const lost = await waits.lost().catch(() => []);
  await Promise.all([...ours.values()].map(one => waits.keep(one).catch(() => undefined)));
  for (const { at: _, ...waiting } of lost) {
    if (ours.has(formatKey(waiting.key))) continue;
    // Nobody asks any more what it waits for: this process does.
    const asked = register.look(waiting.awaits).then(() => goOn(waiting));
    void asked.catch(() => undefined);
  }
}

function addressed(waiting: Waiting, channel: SendsFollowUps | undefined): Waiting {
  const { out } = waiting;
  if (out.to !== 'outbox' || !channel) return waiting;
  return { ...waiting, out: { ...out, reference: channel.address(out.reference) } };
}

/** What travels in the answer to a call cannot follow it. */
function waitingIn(
  { key, deliveryId, locale, place, out }: Delivery,
  outcome: TurnOutcome,
): Waiting | undefined {
  const awaits = outcome.kind === 'applied' ? outcome.awaits : undefined;
  if (!awaits || out.to === 'caller') return undefined;
  // What the user sent is not logged again, and no message is answered.
  const later =
    out.to === 'log'
      ? ({ to: 'log' } as const)
      : ({ to: 'outbox', reference: out.later ?? out.reference } as const);
  return { key, deliveryId, locale, ...(place && { place }), out: later, awaits };
}

/** Nothing is said where the conversation has been erased since. */
async function followUp(
  turns: Going,
  { key, locale, place, out, deliveryId }: Waiting,
): Promise<FollowedUp | undefined> {
  const session = await turns.recall(key);
  if (!session?.awaits) return undefined;
  const outcome = await turns.process({
    key,
    deliveryId: `looked-up ${deliveryId}`,
    input: { kind: 'looked-up' },
    locale,
    ...(place && { place }),
    out,
  });
  if (outcome.kind !== 'applied' || out.to !== 'outbox') return undefined;
  return { key, said: outcome.said, outboxIds: outcome.outboxIds, reference: out.reference };
}

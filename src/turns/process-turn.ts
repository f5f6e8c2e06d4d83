/** Load → turn → commit: the one way a conversation moves on. Replies are delivered by the caller, after the commit. */
import type { ConversationContext, Turn } from '../conversation/context.ts';
import type { Effect } from '../conversation/effect.ts';
import type { LookedFor } from '../conversation/prefilling/source.ts';
import { type ReminderNeed, remind, reminderNeed } from '../conversation/reminding.ts';
import type { Said } from '../conversation/reply.ts';
import { formatKey } from '../store/conversation-key.ts';
import { type Loaded, type Store, StoreUnavailable } from '../store/port.ts';
import { createCodeTries } from './code-tries.ts';
import { type ColleagueParts, createColleagueParts } from './colleague-parts.ts';
import { type Collections, createCollections } from './collections.ts';
import { createFollowUps } from './follow-up.ts';
import { createKeptResults, type KeptResults } from './kept-results.ts';
import { createKeyedQueue } from './keyed-queue.ts';
import { createLinks, type Links } from './links.ts';
import { writeLine } from './log-line.ts';
import { createPeers, type Peers } from './peers.ts';
import { readRecord } from './record.ts';
import { keyOfCode, type ResumeCodes } from './resume-codes.ts';
import { keepShares, withShared } from './shares.ts';
import type { Delivery, TurnOutcome, Turns } from './turns.ts';
import { createWaits, type Waits } from './waits.ts';
import { type ServiceRegister, withWished } from './with-wished.ts';
import { erases, erasureOf, lineOf, outboxOf, type Worked, workOut } from './work-out.ts';
import { castQuietly } from './workshop/quiet-ballot.ts';
import { createWorkshops, type ReadyBallot, type Workshops } from './workshop/workshops.ts';
import { countWrongCodes } from './wrong-codes.ts';

export interface TurnsDependencies {
  readonly store: Store;
  readonly context: ConversationContext;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** How long answers that are collected from many people are counted, in milliseconds; a year unless given. */
  readonly collectedMs?: number;
  /** How long results are kept that are to be compared with later ones, in milliseconds; three years unless given. */
  readonly keptMs?: number;
  /** Makes the codes that open what is kept or shared; without it nothing is. */
  readonly codes?: ResumeCodes;
  /** How long a workshop is kept after something was last done in it, in milliseconds; a month unless given. */
  readonly workshopMs?: number;
  /** `nothing`: no result is kept for longer than its conversation. */
  readonly keeps?: 'results' | 'nothing';
  /** Looks into the register of services; none where that is off. */
  readonly register?: ServiceRegister | undefined;
  /** Counts for quality follow-up: names of counters and step ids, never content. */
  readonly count: (counter: string, step?: string) => void;
}

/**
 * How often a turn is run again when another process got in between with one of the same conversation. Each time one
 * of them has got on, so among four processes that all press one card, one in a thousand turns is unlucky for so long.
 */
const TRIES = 25;

/** A turn that has waited so long for those before it is not begun any more: its answer is due within two seconds. */
const LONGEST_WAIT_MS = 1_500;

const YEAR_MS = 365 * 86_400_000;
const MONTH_MS = 30 * 86_400_000;

/** What was given, and what is made of it once. */
interface TurnsParts extends TurnsDependencies {
  readonly collections: Collections;
  readonly kept: KeptResults;
  readonly parts: ColleagueParts;
  readonly peers: Peers;
  /** What is written before a turn is committed, and taken out again if it fails. */
  readonly lasting: readonly Pick<Links, 'carryOut' | 'undo'>[];
  /** Whether another code may be tried in a conversation. */
  readonly mayTry: (conversation: string) => boolean;
  readonly workshops: Workshops;
  readonly waits: Waits;
}

export function createTurns(given: TurnsDependencies): Turns {
  const queue = createKeyedQueue();
  const dependencies = partsOf(given);
  const { store, workshops, collections, kept } = dependencies;
  const { instrument } = given.context;
  const { waits } = dependencies;
  const followUps = createFollowUps({ register: given.register, waits });
  const turns: Turns = {
    published: collections.published,
    kept: kept.find,
    workshops,
    onFollowUp: followUps.sends,
    resume: () => followUps.resume(turns),
    process: async delivery => {
      const begin = dependencies.now();
      // Not queued: thirty people of a group press at once, and a ballot changes nothing of the conversation.
      const cast = await castQuietly({ store, instrument, workshops }, delivery);
      if (cast) return cast;
      const run = async (): Promise<TurnOutcome> =>
        dependencies.now() - begin > LONGEST_WAIT_MS ? { kind: 'busy' } : processTurn(dependencies, delivery);
      return followUps.after(turns, delivery, await queue.run(formatKey(delivery.key), run));
    },
    recall: async key => {
      const read = readRecord((await dependencies.store.load(key, 'record')).record);
      return read.kind === 'read' ? read.record.session : undefined;
    },
    reminder: key => reminderAt(dependencies, key),
  };
  return turns;
}

async function reminderAt(
  { store, context, now }: TurnsParts,
  key: Delivery['key'],
): Promise<Said | undefined> {
  const read = readRecord((await store.load(key, 'record')).record);
  if (read.kind !== 'read') return undefined;
  const { session } = read.record;
  const reply = remind(context, session, now());
  return reply && { locale: session.locale, reply };
}

function partsOf(given: TurnsDependencies): TurnsParts {
  const { store, context, collectedMs = YEAR_MS, keptMs = 3 * YEAR_MS, workshopMs = MONTH_MS, now } = given;
  const { current, instrument } = context;
  const kept = createKeptResults({ store, keptMs });
  const parts = createColleagueParts(store, now);
  const peers = createPeers({ store, keptMs, now });
  return {
    ...given,
    collections: createCollections({ store, current, keptMs: collectedMs, now }),
    kept,
    // What is shared of kept results is taken out before they are thrown away.
    lasting: [peers, kept, createLinks(store), parts],
    parts,
    peers,
    workshops: createWorkshops({ store, instrument, wrongCodes: countWrongCodes(now), keptMs: workshopMs }),
    mayTry: createCodeTries(),
    waits: createWaits({ store, now }),
  };
}

async function processTurn(dependencies: TurnsParts, delivery: Delivery): Promise<TurnOutcome> {
  try {
    const opened = await withOpened(dependencies, askedOnce(delivery));
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const outcome = await attemptTurn(dependencies, opened);
      if (outcome) return outcome;
    }
    return { kind: 'busy' };
  } catch (error) {
    if (error instanceof StoreUnavailable) return { kind: 'unavailable' };
    throw error;
  }
}

/** A caller is counted once for a delivery, however often its turn is run. */
function askedOnce(delivery: Delivery): Delivery {
  const { mayShare } = delivery;
  if (!mayShare) return delivery;
  let may: boolean | undefined;
  return {
    ...delivery,
    mayShare: () => {
      may ??= mayShare();
      return may;
    },
  };
}

/** The delivery with what its code opens, if it has one: counted once, whatever becomes of the turn. */
async function withOpened({ kept, parts, mayTry }: TurnsParts, delivery: Delivery): Promise<Delivery> {
  const { input, key, mayGuess } = delivery;
  if (input.kind !== 'resume-code') return delivery;
  if (!mayTry(formatKey(key)) || mayGuess?.() === false)
    return { ...delivery, input: { ...input, opened: { kind: 'too-many' } } };
  const found = await kept.find(keyOfCode('kept', input.code));
  const part = keyOfCode('part', input.code);
  const asked = found ? undefined : await parts.asked(part);
  if (asked) return { ...delivery, input: { ...input, opened: { kind: 'part', key: part, asked } } };
  return {
    ...delivery,
    input: { ...input, opened: found ? { kind: 'found', kept: found } : { kind: 'unknown' } },
  };
}

/** One attempt; undefined when another turn of the conversation was committed in between. */
async function attemptTurn(dependencies: TurnsParts, delivery: Delivery): Promise<TurnOutcome | undefined> {
  const { store, now } = dependencies;
  const [loaded, input] = await Promise.all([
    store.load(delivery.key, 'record'),
    withShared(store, delivery.input),
  ]);
  // Read once for all attempts to fulfil wishes: a record that this process wrote is given out unparsed, but only once.
  const read = readRecord(loaded.record);
  const { worked, ballot } = await withWished(dependencies, delivery, context =>
    workOut({ context, now: now() }, read, input === delivery.input ? delivery : { ...delivery, input }),
  );
  if (worked.kind === 'repeated') return (await isKept(store, delivery, loaded)) ? worked : undefined;
  if (!(await keepShares(store, worked.turn.effects))) return undefined;
  if (erases(worked.turn) && worked.before.awaits) await dependencies.waits.forget(delivery.key);
  // Before the commit: an erasure that has been told leaves nothing behind.
  for (const effect of worked.turn.effects) {
    if (effect.kind === 'withdraw') await dependencies.collections.withdraw(effect);
    if (effect.kind === 'forget-workshop') await forgetWorkshop(dependencies.workshops, effect, delivery);
  }
  // Also before the commit: what a code or a link opens is there before the person is told the code.
  for (const one of dependencies.lasting) await one.carryOut(worked.turn.effects);
  const outcome = await save(dependencies, delivery, { version: loaded.version, ballot, ...worked });
  if (!outcome) for (const one of dependencies.lasting) await one.undo(worked.turn.effects);
  return outcome;
}

async function forgetWorkshop(
  workshops: Workshops,
  { id, secret }: Effect & { kind: 'forget-workshop' },
  caller: Delivery,
): Promise<void> {
  await workshops.call({ do: 'withdraw', id }, caller);
  if (secret !== undefined) await workshops.call({ do: 'end', id, secret }, caller);
}

/** Whether what an earlier delivery of the same saved is on as many replicas as a commit has to be before it is told. */
async function isKept(store: Store, { key }: Delivery, { version }: Loaded): Promise<boolean> {
  return version !== undefined && (await store.confirm(key, version)) === 'kept';
}

/** Commits a turn that was worked out of this version; undefined when it is no longer the latest. */
async function save(
  { store, now, count, collections, context }: TurnsParts,
  delivery: Delivery,
  worked: Worked & { kind: 'new'; version: string | undefined; ballot: ReadyBallot | undefined },
): Promise<TurnOutcome | undefined> {
  const { turn, said, record, version: before, ballot } = worked;
  const line = lineOf(delivery, worked, now());
  const outcome = await store.commit(delivery.key, {
    expected: before,
    record: record(),
    log: line ? [writeLine(line)] : [],
    outbox: outboxOf(delivery, said),
    ...erasureOf(worked),
    ...(ballot && { collect: ballot.collect }),
  });
  if (outcome.kind === 'left-out') ballot?.leftOut();
  if (outcome.kind !== 'committed') return undefined;
  for (const effect of turn.effects) {
    report(effect, count);
    // After the commit: only the record knows under which name the answers stand, and they must be removable.
    if (effect.kind === 'contribute' && delivery.mayContribute?.()) await collections.contribute(effect);
  }
  const { outboxIds, version: after } = outcome;
  const [entryId] = outcome.logIds;
  const logged = line && entryId !== undefined && { logged: { before, after, entryId, line } };
  return { kind: 'applied', said, outboxIds, ...logged, ...reminderOf(context, worked), ...awaitsOf(turn) };
}

/** What the turn began to wait for, if it did: a session that waits already has its follow-up. */
function awaitsOf({ session: { awaits }, replies }: Turn): { awaits?: LookedFor } {
  const begins = replies.some(reply => reply.kind === 'prefill-told' && reply.what === 'fetching');
  return awaits && begins ? { awaits } : {};
}

/** For the channel that reminds: what it is to remind of, and once more that it is nothing after reminders were put off. */
function reminderOf(
  context: ConversationContext,
  { before, turn }: Worked & { kind: 'new' },
): { reminder?: ReminderNeed } {
  if (before.reminders !== 'on' && turn.session.reminders !== 'on') return {};
  return { reminder: reminderNeed(context, turn.session) };
}

function report(effect: Effect, count: TurnsDependencies['count']): void {
  if (effect.kind === 'count') count(effect.counter, effect.step);
}

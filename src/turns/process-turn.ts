/** Load → turn → commit: the one way a conversation moves on. Replies are delivered by the caller, after the commit. */
import type { ConversationContext, Turn } from '../conversation/context.ts';
import type { Effect } from '../conversation/effect.ts';
import type { LookedFor } from '../conversation/prefilling/source.ts';
import { type ReminderNeed, reminderNeed } from '../conversation/reminding.ts';
import { formatKey } from '../store/conversation-key.ts';
import { type Loaded, type Store, StoreUnavailable } from '../store/port.ts';
import { writeLine } from './log-line.ts';
import { readRecord } from './record.ts';
import { keyOfCode } from './resume-codes.ts';
import { keepShares, withShared } from './shares.ts';
import type { Delivery, TurnOutcome } from './turns.ts';
import type { TurnsDependencies, TurnsParts } from './turns-parts.ts';
import { withWished } from './with-wished.ts';
import { erases, erasureOf, lineOf, outboxOf, type Worked, workOut } from './work-out.ts';
import type { ReadyBallot, Workshops } from './workshop/workshops.ts';

/**
 * How often a turn is run again when another process got in between with one of the same conversation. Each time one
 * of them has got on, so among four processes that all press one card, one in a thousand turns is unlucky for so long.
 */
const TRIES = 25;

/** Saves a turn's record and all that goes with it, or nothing. `busy` where others kept getting in between. */
export async function processTurn(dependencies: TurnsParts, delivery: Delivery): Promise<TurnOutcome> {
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
async function withOpened({ kept, parts, codesTried }: TurnsParts, delivery: Delivery): Promise<Delivery> {
  const { input, key, mayGuess } = delivery;
  if (input.kind !== 'resume-code') return delivery;
  const conversation = formatKey(key);
  const tooMany = codesTried.tooMany(conversation);
  codesTried.add(conversation);
  if (tooMany || mayGuess?.() === false)
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

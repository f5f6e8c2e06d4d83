/** What a delivery comes to, worked out from the record: the turn, what is said, and what is to be saved of both. */
import type { ConversationContext, Turn } from '../conversation/context.ts';
import type { Said } from '../conversation/reply.ts';
import type { Session } from '../conversation/session.ts';
import type { Commit } from '../store/port.ts';
import { converse, sessionFor } from './converse.ts';
import { fingerprint } from './fingerprint.ts';
import { writeEntry } from './outbox-entry.ts';
import { NOTHING_REMEMBERED, type ReadRecord, remember, repliesTo, writeRecord } from './record.ts';
import type { Delivery, LogLine } from './turns.ts';

/** What a delivery comes to, before anything of it is saved. */
export type Worked =
  /** Applied before: what was said then. */
  | { kind: 'repeated'; said: readonly Said[] }
  /** `record`: makes the value to be saved. */
  | { kind: 'new'; before: Session; turn: Turn; said: readonly Said[]; record: () => string };

/** Takes the turn of a delivery on the record as it was read. Pure but for the marks of what it writes. */
export function workOut(
  about: { context: ConversationContext; now: number },
  read: ReadRecord,
  delivery: Delivery,
): Worked {
  const record = read.kind === 'read' ? read.record : undefined;
  const id = fingerprint(delivery.deliveryId);
  const repeated = record && repliesTo(record, id);
  if (repeated) return { kind: 'repeated', said: repeated };
  const before = sessionFor(record?.session, delivery);
  const turn = converse(about, before, delivery);
  const replies = read.kind === 'unreadable' ? [STARTED_OVER, ...turn.replies] : turn.replies;
  const said = replies.map(reply => ({ locale: turn.session.locale, reply }));
  const earlier = record && !erases(turn) ? record : NOTHING_REMEMBERED;
  const remembered = remember(earlier, id, delivery.out.to === 'caller' ? said : []);
  const aside = read.kind === 'unreadable' ? read.aside : erases(turn) ? undefined : record?.aside;
  // Made only when it is saved: a turn that wishes for something is taken again, and its record would be thrown away.
  const kept = () => writeRecord({ session: turn.session, ...remembered, aside });
  return { kind: 'new', before, turn, said, record: kept };
}

const STARTED_OVER = { kind: 'notice', notice: 'started-over' } as const;

/** After an erasure nothing older stays, not even the fingerprints. */
export function erases({ effects }: Turn): boolean {
  return effects.some(({ kind }) => kind === 'erase-everything');
}

/** A delivery's replies as entries of the outbox; none where it has none. */
export function outboxOf({ out }: Delivery, said: readonly Said[]): readonly string[] {
  if (out.to !== 'outbox') return [];
  return said.map(one => writeEntry({ said: one, reference: out.reference }));
}

/** The line that a turn adds to the conversation's log, at a time in epoch milliseconds; undefined where it has no log. */
export function lineOf(
  { out, deliveryId }: Delivery,
  { turn, said }: Worked & { kind: 'new' },
  at: number,
): LogLine | undefined {
  if (out.to !== 'log') return undefined;
  const heard = out.heard && { heard: out.heard };
  const { locale } = turn.session;
  return { id: fingerprint(deliveryId), at, ...heard, locale, said: said.map(({ reply }) => reply) };
}

/** Tells the store of an erasure and of the question before it, whatever the answer: both have to fit into a full Redis. */
export function erasureOf({ before, turn }: Worked & { kind: 'new' }): Pick<Commit, 'erasure'> {
  if (erases(turn)) return { erasure: 'done' };
  const asked = [before, turn.session].some(
    ({ pending }) => pending?.kind === 'confirm' && pending.what === 'erase',
  );
  return asked ? { erasure: 'asked' } : {};
}

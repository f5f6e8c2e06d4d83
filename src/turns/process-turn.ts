/** Load → turn → commit: the one way a conversation moves on. Replies are delivered by the caller, after the commit. */
import { createHash } from 'node:crypto';
import type { ConversationContext, Turn } from '../conversation/context.ts';
import type { Effect, Said } from '../conversation/reply.ts';
import { newSession } from '../conversation/session.ts';
import { takeTurn } from '../conversation/turn.ts';
import { type Loaded, type Store, StoreUnavailable } from '../store/port.ts';
import { type ConversationRecord, readRecord, remember, writeRecord } from './record.ts';
import type { Delivery, LogLine, TurnOutcome, Turns } from './turns.ts';

export interface TurnsDependencies {
  readonly store: Store;
  readonly context: ConversationContext;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Counts for quality follow-up: names of counters and step ids, never content. */
  readonly count: (counter: string, step?: string) => void;
}

/** How often a turn is run again when another one of the same conversation got in between. */
const TRIES = 5;

export function createTurns(dependencies: TurnsDependencies): Turns {
  return {
    process: delivery => processTurn(dependencies, delivery),
    recall: async key => {
      const read = readRecord((await dependencies.store.load(key)).record);
      return read.kind === 'read' ? read.record.session : undefined;
    },
  };
}

async function processTurn(dependencies: TurnsDependencies, delivery: Delivery): Promise<TurnOutcome> {
  try {
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const outcome = await attemptTurn(dependencies, delivery);
      if (outcome) return outcome;
    }
    return { kind: 'busy' };
  } catch (error) {
    if (error instanceof StoreUnavailable) return { kind: 'unavailable' };
    throw error;
  }
}

/** One attempt; undefined when another turn of the conversation was committed in between. */
async function attemptTurn(
  dependencies: TurnsDependencies,
  delivery: Delivery,
): Promise<TurnOutcome | undefined> {
  const { store, context, now, count } = dependencies;
  const loaded = await store.load(delivery.key);
  const worked = workOut({ context, now: now() }, loaded, delivery);
  if (worked.kind === 'repeated') return worked;
  const { turn, said } = worked;
  const erased = erases(turn);
  if (erased) await store.erase(delivery.key);
  const outcome = await store.commit(delivery.key, {
    expected: erased ? undefined : loaded.version,
    record: worked.record,
    ...whereTo(delivery, said, now()),
  });
  if (outcome.kind === 'conflict') return undefined;
  for (const effect of turn.effects) report(effect, count);
  return { kind: 'applied', said, outboxIds: outcome.outboxIds };
}

type Worked =
  | { kind: 'repeated'; said: readonly Said[] }
  | { kind: 'new'; turn: Turn; said: readonly Said[]; record: string };

function workOut(
  about: { context: ConversationContext; now: number },
  loaded: Loaded,
  delivery: Delivery,
): Worked {
  const read = readRecord(loaded.record);
  const record = read.kind === 'read' ? read.record : undefined;
  const id = fingerprint(delivery.deliveryId);
  const repeated = record?.deliveries.find(([known]) => known === id);
  if (repeated) return { kind: 'repeated', said: repeated[1] };
  const turn = takeTurn(
    about.context,
    record?.session ?? newSession(delivery.locale),
    delivery.input,
    about.now,
  );
  const replies = read.kind === 'unreadable' ? [STARTED_OVER, ...turn.replies] : turn.replies;
  const said = replies.map(reply => ({ locale: turn.session.locale, reply }));
  const deliveries = remember(keptDeliveries(record, turn), [id, delivery.out.to === 'caller' ? said : []]);
  const aside = read.kind === 'unreadable' ? read.aside : erases(turn) ? undefined : record?.aside;
  return { kind: 'new', turn, said, record: writeRecord(turn.session, deliveries, aside) };
}

const STARTED_OVER = { kind: 'notice', notice: 'started-over' } as const;

/** After an erasure nothing older stays, not even the fingerprints. */
function keptDeliveries(
  record: ConversationRecord | undefined,
  turn: Turn,
): ConversationRecord['deliveries'] {
  return record && !erases(turn) ? record.deliveries : [];
}

function erases({ effects }: Turn): boolean {
  return effects.some(({ kind }) => kind === 'erase-everything');
}

/** Delivery ids come from outside and may be long; a short fingerprint keeps the record small. */
function fingerprint(deliveryId: string): string {
  return createHash('sha256').update(deliveryId).digest('base64url').slice(0, 10);
}

function whereTo({ out, deliveryId }: Delivery, said: readonly Said[], at: number) {
  if (out.to === 'caller') return {};
  if (out.to === 'outbox') {
    return { outbox: said.map(one => JSON.stringify({ said: one, reference: out.reference })) };
  }
  const id = fingerprint(deliveryId);
  const lines = said.map((one, index): LogLine => ({ by: 'bot', id: `${id}-${index}`, at, said: one }));
  return {
    log: [...(out.heard === undefined ? [] : [out.heard]), ...lines.map(line => JSON.stringify(line))],
  };
}

function report(effect: Effect, count: TurnsDependencies['count']): void {
  if (effect.kind === 'count') count(effect.counter, effect.step);
}

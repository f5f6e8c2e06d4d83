/**
 * Ballots pressed on a workshop's card in a group chat. Thirty people press that card at once, and the conversation does
 * not change by it: only the ballot is saved, outside the conversation's queue, so that nobody waits for another.
 */
import type { Instrument } from '../../assessment/instrument.ts';
import { ballotIn } from '../../conversation/workshop-ballot.ts';
import { type Store, StoreUnavailable } from '../../store/port.ts';
import { readRecord } from '../record.ts';
import type { Delivery, TurnOutcome } from '../turns.ts';
import type { Workshops } from './workshops.ts';

interface Parts {
  readonly store: Pick<Store, 'load'>;
  readonly instrument: (dialog: string, version: string) => Instrument | undefined;
  readonly workshops: Workshops;
}

/** Undefined where this is no ballot of a group's, or one that something has to be said to. */
export async function castQuietly(
  { store, instrument: find, workshops }: Parts,
  delivery: Delivery,
): Promise<TurnOutcome | undefined> {
  const { input, place, key } = delivery;
  if (place !== 'group' || input.kind !== 'press') return undefined;
  const { press } = input;
  if (press.do !== 'workshop' || press.act !== 'cast') return undefined;
  try {
    const read = readRecord((await store.load(key, 'record')).record);
    const seat = read.kind === 'read' ? read.record.session.workshop : undefined;
    const instrument = seat && find(seat.judged.dialog, seat.judged.version);
    const answers = seat?.id === press.id && instrument && ballotIn(instrument, seat.judged, press);
    if (!seat || !answers) return undefined;
    const { kind } = await workshops.call({ do: 'cast', id: seat.id, answers }, delivery);
    return kind === 'taken' ? { kind: 'applied', said: [], outboxIds: [] } : undefined;
  } catch (error) {
    if (error instanceof StoreUnavailable) return { kind: 'unavailable' };
    throw error;
  }
}

/** What is proposed where nothing has been answered: that a service does not have a phase; and which solutions are national. */
import { type AnswerKey, isOut, type Value } from './answers.ts';
import type { Instrument } from './instrument.ts';
import { type ListItem, listedItems } from './list.ts';
import { memo } from './memo.ts';
import { fieldAt, NOBODYS, type Place, parentIn } from './places.ts';

/** The answer that is proposed under a key; items that somebody added have none. */
export function proposalOf(instrument: Instrument, key: AnswerKey): Value | undefined {
  const known = proposals(instrument);
  if (known.has(key)) return known.get(key);
  const field = fieldAt(instrument, key, NOBODYS);
  const proposed = field && itemOf(instrument, field.at)?.proposed?.[field.input.id];
  if (field) known.set(key, proposed);
  return proposed;
}

/** Whether it is proposed that a field does not apply. */
export function isProposedOut(instrument: Instrument, key: AnswerKey): boolean {
  return isOut(proposalOf(instrument, key));
}

/** Worked out once a key: there are no more of them than the instrument lists. */
const proposals = memo((_instrument: Instrument) => new Map<AnswerKey, Value | undefined>());

/** Whether the solution to an item is the same all over the country. */
export function isNationalItem(instrument: Instrument, at: readonly Place[]): boolean {
  return itemOf(instrument, at)?.national === true;
}

function itemOf(instrument: Instrument, at: readonly Place[]): ListItem | undefined {
  const last = at.at(-1);
  const list = last && instrument.lists[last.list];
  if (!last || !list) return undefined;
  return listedItems(list, parentIn(instrument, last.list, at)).find(({ id }) => id === last.item);
}

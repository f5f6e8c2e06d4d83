/** What is proposed where nothing has been answered: a phase that a service does not have, a solution all over the country. */
import { type AnswerKey, isOut, type Value } from './answers.ts';
import type { Definition } from './definition.ts';
import { type ListItem, listedItems } from './list.ts';
import { memo } from './memo.ts';
import { fieldAt, NOBODYS, type Place, parentIn } from './places.ts';

/** The answer that is proposed under a key; items that somebody added have none. */
export function proposalOf(definition: Definition, key: AnswerKey): Value | undefined {
  const known = proposals(definition);
  if (known.has(key)) return known.get(key);
  const field = fieldAt(definition, key, NOBODYS);
  const proposed = field && itemOf(definition, field.at)?.proposed?.[field.input.id];
  if (field) known.set(key, proposed);
  return proposed;
}

/** Whether it is proposed that a field does not apply. */
export function isProposedOut(definition: Definition, key: AnswerKey): boolean {
  return isOut(proposalOf(definition, key));
}

/** Worked out once a key: there are no more of them than the definition lists. */
const proposals = memo((_definition: Definition) => new Map<AnswerKey, Value | undefined>());

/** Whether the solution to an item is the same all over the country. */
export function isNationalItem(definition: Definition, at: readonly Place[]): boolean {
  return itemOf(definition, at)?.national === true;
}

function itemOf(definition: Definition, at: readonly Place[]): ListItem | undefined {
  const last = at.at(-1);
  const list = last && definition.lists[last.list];
  if (!last || !list) return undefined;
  return listedItems(list, parentIn(definition, last.list, at)).find(({ id }) => id === last.item);
}

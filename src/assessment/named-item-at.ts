/** An item where it stands, by the name that somebody gave it. */
import type { Answers } from './answers.ts';
import type { NamedItem } from './named-item.ts';
import { itemsIn, ownName, type Place } from './places.ts';

/** The item at the end of a way, which has one; only an added one bears a name. Throws on an empty way. */
export function namedItemAt(at: readonly Place[], answers: Answers): NamedItem {
  const last = at.at(-1);
  if (!last) throw new Error('this way leads to no item');
  const { list, item } = last;
  const name = ownName(answers, itemsIn(at));
  return name === undefined ? { list, id: item } : { list, id: item, name };
}

/** What is typed on the card that asks whether there are others: the name of an item of one's own, or that there are none. */
import type { Entry, Value } from '../assessment/answers.ts';
import type { Card } from '../assessment/card.ts';
import type { FieldOf } from '../assessment/field.ts';
import { fieldsOf } from '../assessment/fields-of.ts';
import { bestOption } from './best-option.ts';
import type { RunScene, Turn } from './context.ts';
import { skipCard } from './leave-card.ts';
import { readFact } from './naming/read-fact.ts';
import { suggestReading } from './side-questions.ts';
import { takeSaid } from './take.ts';
import { answeredAsYesOrNo } from './understood-as.ts';

/**
 * The name of an item of one's own, with how it is behind it or not: then that is presumed and asked. A bare "no" to
 * "do you have others?" goes on, and no other bare answer is a name.
 */
export function takeOwnItem(scene: RunScene, card: Card, text: string): Turn | undefined {
  const [nameField, field] = fieldsOf(scene.instrument, card, scene.run.answers);
  if (!nameField || card.step.type !== 'table') return undefined;
  if (!field)
    return answeredAsYesOrNo(scene, text) === undefined
      ? takeName(scene, nameField.key, text.trim())
      : skipCard(scene, card);
  if (field.input.type !== 'choice') return undefined;
  const { name, said } = namedAs(scene, text, field.input);
  // "Torikauppa, käytössä" reads as a yes as well: only what is left for a name can be a bare answer.
  const bare = answeredAsYesOrNo(scene, said === undefined ? text : name);
  if (bare === 'no' || bare === 'unknown' || bare === 'na') return skipCard(scene, card);
  if (bare !== undefined || !/\p{L}/u.test(text) || name === '') return undefined;
  const entries: Entry[] = [{ key: nameField.key, value: name }];
  if (said !== undefined) return takeSaid(scene, [...entries, { key: field.key, value: said }]);
  const best = field.input.blank === 'fine' ? undefined : bestOption(scene, field.input);
  return best === undefined
    ? takeSaid(scene, entries)
    : suggestReading(scene, [...entries, { key: field.key, value: best }]);
}

/** A name that nothing else is asked of. */
function takeName(scene: RunScene, key: string, name: string): Turn | undefined {
  return /\p{L}/u.test(name) ? takeSaid(scene, [{ key, value: name }]) : undefined;
}

/** Words behind a name that may tell how it is: "on jo käytössä". */
const LONGEST_STATEMENT = 3;

/** "Venepaikat, käytössä", "Venepaikat on käytössä": what is behind the comma, or as many last words as tell it for sure. */
function namedAs(scene: RunScene, text: string, field: FieldOf<'choice'>): { name: string; said?: Value } {
  const [first = '', ...rest] = text.split(/[,:;]/).map(part => part.trim());
  const told = (said: string) => readFact(scene, said, { table: [field], choices: [], numbers: [] });
  if (rest.length > 0) return withSaid(first, told(rest.join(' '))?.said[field.id]);
  const words = first.split(/\s+/);
  for (let count = Math.min(LONGEST_STATEMENT, words.length - 1); count > 0; count--) {
    const fact = told(words.slice(-count).join(' '));
    if (fact?.sure) return withSaid(words.slice(0, -count).join(' '), fact.said[field.id]);
  }
  return { name: first };
}

function withSaid(name: string, said: Value | undefined): { name: string; said?: Value } {
  return said === undefined ? { name } : { name, said };
}

/** What is typed while an instrument with lists is in hand: items, names of one's own, statements about items. */
import { type Entry, keyOf, splitKey, type Value } from '../assessment/answers.ts';
import type { Card } from '../assessment/card.ts';
import { chosenOf } from '../assessment/chosen-of.ts';
import { holds } from '../assessment/condition.ts';
import type { FieldOf } from '../assessment/field.ts';
import { fieldsOf } from '../assessment/fields-of.ts';
import type { EachStep, Instrument, Step } from '../assessment/instrument.ts';
import { offeredAt } from '../assessment/options-at.ts';
import { itemsIn, stepsAround } from '../assessment/places.ts';
import { walk } from '../assessment/walk.ts';
import { suggestAmount } from './amount-alone.ts';
import { bestOption } from './best-option.ts';
import type { RunScene, Turn } from './context.ts';
import { isCommand } from './is-command.ts';
import type { ItemPath } from './naming/naming.ts';
import { readFact } from './naming/read-fact.ts';
import { type Heard, readSaid } from './naming/read-said.ts';
import { cardAt, currentCard, openCard } from './place.ts';
import { suggestRows } from './rows-alone.ts';
import { choosing, goTo } from './show.ts';
import { suggestReading } from './side-questions.ts';
import { skipCard, takeCard, takeSaid } from './take.ts';

/** Undefined when the message is a command, or says nothing of an item. */
export function takeWords(scene: RunScene, text: string): Turn | undefined {
  if (Object.keys(scene.instrument.lists).length === 0) return undefined;
  const { pending } = scene.session;
  if (pending && (pending.kind !== 'step' || pending.input !== undefined)) return undefined;
  const card = openCard(scene) ?? currentCard(scene);
  const heard = readSaid(scene, card, text);
  if (heard.entries.length === 0 && isCommand(scene, text)) return undefined;
  if (card?.part === 'own' && !isAllIn(card, heard)) return takeName(scene, card, text);
  if (card?.step.type === 'choose' && heard.entries.length === 0) {
    const value = itemsNamed(scene, card.step.list, text);
    if (value.length > 0) return takeCard(scene, card, { entries: [{ key: card.key, value }] });
  }
  const item = suggestRows(scene, card, text) ?? applyHeard(scene, heard) ?? goToItem(scene, text);
  return item ?? suggestAmount(scene, card, text);
}

/** "Työnvälitys käytössä" on the card for a service of one's own tells of a listed service of the same area. */
function isAllIn(card: Card, { entries }: Heard): boolean {
  const around = keyOf(itemsIn(card.at), '');
  return entries.length > 0 && entries.every(({ key }) => key.startsWith(around));
}

/** Writes what was heard, or asks first when something had to be guessed; undefined when nothing was said of items. */
function applyHeard(scene: RunScene, heard: Heard): Turn | undefined {
  const [first] = heard.named;
  if (heard.entries.length === 0) {
    const known = heard.certainty === 'sure' || (first && isChosen(scene, first));
    return first && known ? goToPath(scene, first) : undefined;
  }
  const presumed = presumedOf(scene, heard.entries);
  const certain = heard.certainty === 'sure' && presumed.length === 0;
  return certain ? takeSaid(scene, heard.entries) : suggestReading(scene, [...heard.entries, ...presumed]);
}

/**
 * What has to hold for an answer to be asked at all, where it was not said: a usage rate alone does not say that a
 * service is in use, but probably it is.
 */
function presumedOf(scene: RunScene, entries: readonly Entry[]): Entry[] {
  const { instrument, run } = scene;
  const said = { ...run.answers, ...Object.fromEntries(entries.map(({ key, value }) => [key, value])) };
  const presumed = new Map<string, Entry>();
  for (const { key } of entries) {
    const { items, last: field } = splitKey(key);
    for (const each of eachAround(instrument, field)) {
      if (typeof each.items === 'string' || !('equals' in each.items)) continue;
      const { input, value } = each.items.equals;
      const needed = keyOf(items, input);
      if (said[needed] === undefined && !holds(each.items, said, items.join('.')))
        presumed.set(needed, { key: needed, value });
    }
  }
  return [...presumed.values()];
}

/** The steps over lists that stand around a field. */
function eachAround(instrument: Instrument, field: string): EachStep[] {
  return (stepsAround(instrument).get(field) ?? []).filter(step => step.type === 'each');
}

/** A misspelt name leads nowhere that has not been chosen: "tavoitteet" is no wish for the area of "aloitteet". */
function isChosen({ instrument, run }: RunScene, { lists, items }: ItemPath): boolean {
  return chosenOf(instrument, lists[0] ?? '', run.answers).some(one => one === items[0]);
}

/** An item named by itself is gone to: to its own card, or to the first of those in it. */
function goToPath(scene: RunScene, named: ItemPath): Turn | undefined {
  const { items, lists } = fromTheTop(scene, named);
  const at = lists.map((list, index) => ({ list, item: items[index] ?? '' }));
  const chosen = choosing(scene, at);
  const inside = ({ at: places }: Card) => items.every((item, index) => places[index]?.item === item);
  const onPath = walk(chosen.instrument, chosen.run.answers, []).path.find(inside);
  const card = onPath ?? firstCardOf(chosen, items);
  return card && goTo(chosen, card);
}

/** A perspective named by itself is that of the sector in hand, or else of the first one that is gone through. */
function fromTheTop(scene: RunScene, { lists, items }: ItemPath): ItemPath {
  const { instrument, run } = scene;
  const around = listsAround(instrument.steps, lists[0] ?? '') ?? [];
  const here = (openCard(scene) ?? currentCard(scene))?.at ?? [];
  const above = around.flatMap(list => {
    const item = here.find(place => place.list === list)?.item ?? chosenOf(instrument, list, run.answers)[0];
    return item === undefined ? [] : [{ list, item }];
  });
  if (above.length < around.length) return { lists, items };
  return { lists: [...around, ...lists], items: [...itemsIn(above), ...items] };
}

/** The lists whose items are gone through around those of a list; undefined where it is not gone through. */
function listsAround(steps: readonly Step[], list: string): readonly string[] | undefined {
  for (const step of steps) {
    if (step.type !== 'each') continue;
    if (step.list === list) return [];
    const within = listsAround(step.steps, list);
    if (within) return [step.list, ...within];
  }
  return undefined;
}

/** The first card of an item that is not on the way. */
function firstCardOf(scene: RunScene, items: readonly string[]): Card | undefined {
  const steps = stepsUnder(scene.instrument.steps, items.length);
  return steps.map(({ id }) => cardAt(scene, keyOf(items, id))).find(card => card !== undefined);
}

function stepsUnder(steps: readonly Step[], depth: number): readonly Step[] {
  if (depth === 0) return steps.filter(({ type }) => type !== 'each');
  return steps.flatMap(step => (step.type === 'each' ? stepsUnder(step.steps, depth - 1) : []));
}

/** A heading of others named by itself ("koulutus") is gone to as well; "all but it" is no wish to go there. */
function goToItem(scene: RunScene, text: string): Turn | undefined {
  const { items, marks } = scene.context.naming(scene.instrument, scene.session.locale);
  if (marks.find(text).some(({ id }) => id === 'except')) return undefined;
  const [first] = items.find(text);
  return first && goToPath(scene, first.id);
}

/** "Asuminen ja koulutus", "1 ja 3", "kaikki", "kaikki paitsi 2": the items of a list that a message names. */
function itemsNamed(scene: RunScene, list: string, text: string): readonly string[] {
  const { instrument, run, context, session } = scene;
  const { marks } = context.naming(instrument, session.locale);
  const step = instrument.steps.find(one => one.type === 'choose' && one.list === list);
  const ids = step?.type === 'choose' ? offeredAt(instrument, { input: step, at: [] }, run.answers) : [];
  const found = marks.find(text);
  const all = found.some(({ id }) => id === 'all');
  const except = found.find(({ id }) => id === 'except');
  if (!except) {
    const named = spokenOf(scene, list, { text, ids });
    return named.length > 0 || !all ? named : ids;
  }
  // "The others" without saying which ones they are others than.
  const out = all ? spokenOf(scene, list, { text: text.slice(except.to), ids }) : [];
  return out.length > 0 ? ids.filter(id => !out.includes(id)) : [];
}

/** The items told by name, or by their places on the list. */
function spokenOf(
  { instrument, context, session }: RunScene,
  list: string,
  { text, ids }: { text: string; ids: readonly string[] },
): string[] {
  const named = context
    .naming(instrument, session.locale)
    .items.find(text)
    .filter(({ id }) => id.lists.join() === list)
    .flatMap(({ id }) => id.items.at(-1) ?? []);
  if (named.length > 0) return ids.filter(id => named.includes(id));
  const numbers = /^[\s\d,.&]+(?:(?:ja|och|and)[\s\d]+)?$/i.test(text) ? text.match(/\d+/g) : null;
  return (numbers ?? []).flatMap(number => ids[Number(number) - 1] ?? []);
}

/**
 * The name of an item of one's own, with how it is behind it or not: then that is presumed and asked. A bare "no" to
 * "do you have others?" goes on, and no other bare answer is a name.
 */
function takeName(scene: RunScene, card: Card, text: string): Turn | undefined {
  const [nameField, field] = fieldsOf(scene.instrument, card, scene.run.answers);
  if (!nameField || card.step.type !== 'table') return undefined;
  if (!field)
    return isBareAnswer(scene, text) ? skipCard(scene, card) : takeNamed(scene, nameField.key, text.trim());
  if (field.input.type !== 'choice') return undefined;
  const { name, said } = namedAs(scene, text, field.input);
  // "Torikauppa, käytössä" reads as a yes as well: only what is left for a name can be a bare answer.
  const bare = yesOrNo(scene, said === undefined ? text : name);
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
function takeNamed(scene: RunScene, key: string, name: string): Turn | undefined {
  return /\p{L}/u.test(name) ? takeSaid(scene, [{ key, value: name }]) : undefined;
}

function isBareAnswer(scene: RunScene, text: string): boolean {
  return yesOrNo(scene, text) !== undefined;
}

function yesOrNo({ context, session: { locale } }: RunScene, text: string) {
  const read = context.understand(text, { locale, asked: 'yesno', options: [] });
  return read.kind === 'answer' ? read.value : undefined;
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

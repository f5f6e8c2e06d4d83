/** Which items a message names: listed ones, people's own, and rows of the open table by their numbers. */
import { splitKey } from '../../assessment/answers.ts';
import type { Card } from '../../assessment/card.ts';
import { cardSteps, type Instrument } from '../../assessment/instrument.ts';
import { namesIn } from '../../assessment/names-in.ts';
import { isAddedTo, itemsIn } from '../../assessment/places.ts';
import { namingOf, type RunScene } from '../context.ts';
import { asPhrase, type ItemPath } from './naming.ts';
import { numberFields } from './parting.ts';
import { createPhraseFinder } from './phrase-finder.ts';
import { readFact } from './read-fact.ts';
import { type MeantIn, type Mention, rowsMeant } from './rows-meant.ts';
import { rowInputs, sayable } from './sayable.ts';
import { blanked } from './span.ts';

/** A misspelt name; a word that means something else is none. */
export function guessItem(scene: RunScene, text: string) {
  const { items, fields, means, marks } = namingOf(scene);
  const known = [...fields.find(text), ...means.find(text), ...marks.find(text)];
  const guess = items.guess(blanked(text, known));
  return guess && sayable(scene.instrument, guess.id) ? guess : undefined;
}

/** Listed items by name, people's own by theirs, and on a table those meant by their numbers. */
export function findItems(scene: RunScene, card: Card | undefined, text: string): readonly Mention[] {
  const listed = namingOf(scene)
    .items.find(text)
    .filter(({ id }) => sayable(scene.instrument, id));
  const own = ownFinder(scene).find(text);
  const named = [
    ...own,
    ...listed.filter(one => !own.some(other => other.from < one.to && one.from < other.to)),
  ];
  const mentions = named.map(({ id, from, to }) => ({ path: hereOn(card, id), from, to }));
  const meant = rowsMeant(scene, card, { text, named: mentions, ...wordsOn(scene, card) });
  return meant.length > 0 ? meant : mentions;
}

/** On a table of one sector, its rows are meant by their names: not those of a table of the same items elsewhere. */
function hereOn(card: Card | undefined, path: ItemPath): ItemPath {
  const { lists, items } = path;
  if (card?.step.type !== 'table' || card.at.length === 0) return path;
  if (lists.length > 1 || lists[0] !== card.step.list) return path;
  return { lists: [...card.at.map(({ list }) => list), ...lists], items: [...itemsIn(card.at), ...items] };
}

/** What words beside numbers and "all" can say on a table. */
function wordsOn(scene: RunScene, card: Card | undefined): Pick<MeantIn, 'says' | 'counts'> {
  const table = card ? rowInputs(card.step) : [];
  const fields = { table: table.filter(input => input.type === 'choice'), choices: [], numbers: [] };
  return {
    says: words => readFact(scene, words, fields) !== undefined,
    counts: words => counts(scene, words),
  };
}

/** Items that were added, by the names they were given. */
function ownFinder({ instrument, run }: RunScene) {
  const own = Object.entries(namesIn(run.answers)).flatMap(([key, name]) => {
    if (typeof name !== 'string') return [];
    const { items } = splitKey(key);
    const lists = tableChain(instrument, items);
    return lists ? [[{ lists, items }, [asPhrase(name)]] as const] : [];
  });
  return createPhraseFinder<ItemPath>(own);
}

/** The lists on the way to an item that was added. */
function tableChain(instrument: Instrument, items: readonly string[]): readonly string[] | undefined {
  const adds = ({ step, lists }: ReturnType<typeof cardSteps>[number]) =>
    step.type === 'table' &&
    instrument.lists[step.list]?.own !== undefined &&
    lists.length + 1 === items.length &&
    isAddedTo(instrument, step.list, items.at(-1) ?? '');
  const found = cardSteps(instrument).find(adds);
  return found?.step.type === 'table' ? [...found.lists, found.step.list] : undefined;
}

/** Whether what stands behind a number is counted or a field: "20 asiointia" is no row of a table. */
export function counts(scene: RunScene, rest: string): boolean {
  const { marks, fields } = namingOf(scene);
  if (marks.find(rest).some(({ id }) => id === 'counted')) return true;
  const figures = numberFields(scene.instrument);
  return fields.find(rest).some(({ id }) => figures.has(id));
}

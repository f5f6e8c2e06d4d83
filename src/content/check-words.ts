import { cardSteps, type Instrument, inputsOf, optionsOf, outsOf } from '../assessment/instrument.ts';
import { allItems } from '../assessment/list.ts';
import { insteadOf } from '../assessment/shape/instead-of.ts';
import { LOCALES } from '../conversation/locale.ts';
import type { ItemWords } from '../conversation/naming/item-words.ts';
import type { Found, Problem } from './problem.ts';
import { type Words, wordsFile } from './read-words.ts';

/** Whether the words that people use are of lists, items, fields and options that some version of their instrument has. */
export function checkWords(instruments: readonly Instrument[], words: Words): Problem[] {
  return [...words].flatMap(([dialog, byLocale]) => {
    const versions = instruments.filter(({ id }) => id === dialog);
    if (versions.length === 0) return [];
    return LOCALES.flatMap(locale => {
      const listed = byLocale[locale];
      const file = wordsFile(locale, dialog);
      return listed ? strangeNames(versions, listed).map(found => ({ file, ...found })) : [];
    });
  });
}

function strangeNames(versions: readonly Instrument[], words: ItemWords): Found[] {
  const items = together(versions.flatMap(itemsByList));
  const inputs = versions.flatMap(instrument => cardSteps(instrument).flatMap(({ step }) => inputsOf(step)));
  return [
    ...strangeIn('items', words.items, items),
    ...strangeIn('register.items', words.register.items, items),
    ...strange('fields', Object.keys(words.fields), [...new Set(inputs.map(({ id }) => id))]),
    ...strangeIn('means', words.means, together(versions.flatMap(answersByScale))),
  ];
}

type Named = readonly [group: string, ids: readonly string[]];

function itemsByList({ lists }: Instrument): Named[] {
  return Object.entries(lists).map(([id, list]) => [id, allItems(list).map(({ item }) => item.id)]);
}

/** An out is an answer to a scale wherever a field of it takes one. */
function answersByScale(instrument: Instrument): Named[] {
  return cardSteps(instrument)
    .flatMap(({ step }) => inputsOf(step))
    .flatMap(input =>
      'scale' in input
        ? [[input.scale, [...optionsOf(instrument, input), ...outsOf(instrument, input)]] as const]
        : [],
    );
}

function together(all: readonly Named[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, readonly string[]>();
  for (const [group, ids] of all) groups.set(group, [...new Set([...(groups.get(group) ?? []), ...ids])]);
  return groups;
}

function strangeIn(
  path: string,
  given: Readonly<Record<string, object>>,
  known: ReadonlyMap<string, readonly string[]>,
): Found[] {
  return [
    ...strange(path, Object.keys(given), [...known.keys()]),
    ...Object.entries(given).flatMap(([group, ids]) =>
      strange(`${path}.${group}`, Object.keys(ids), known.get(group) ?? Object.keys(ids)),
    ),
  ];
}

function strange(path: string, given: readonly string[], known: readonly string[]): Found[] {
  return given
    .filter(id => !known.includes(id))
    .map(id => ({
      path: `${path}.${id}`,
      problem: `the instrument has no ${id}, so that these words are never read${insteadOf(id, known)}`,
    }));
}

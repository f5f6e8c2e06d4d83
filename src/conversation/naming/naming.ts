/** What is understood of an instrument's items and fields in free text, compiled from the word lists and the names. */

import type { FieldOf } from '../../assessment/field.ts';
import { type CardStep, cardSteps, type Instrument, inputsOf } from '../../assessment/instrument.ts';
import { allItems } from '../../assessment/list.ts';
import { LOCALES, type Locale } from '../locale.ts';
import type { ItemWords } from './item-words.ts';
import { createPhraseFinder, type Found, type PhraseFinder } from './phrase-finder.ts';
import { tellingWords } from './telling-words.ts';

/** An item wherever it is listed: the lists and items on the way to it, itself last. */
export interface ItemPath {
  readonly lists: readonly string[];
  readonly items: readonly string[];
}

/** An option that words imply: "on the web" implies that a service is in use. */
export interface Meant {
  readonly scale: string;
  readonly option: string;
}

/** What a word does to a statement; the groups of words are told in `item-words.ts`. */
export type Mark = (typeof MARKS)[number];

const MARKS = ['negation', 'all', 'and', 'except', 'out', 'period', 'counted', 'is'] as const;

export interface Naming {
  readonly items: PhraseFinder<ItemPath>;
  readonly fields: PhraseFinder<string>;
  readonly means: PhraseFinder<Meant>;
  /** Every option's own label, word for word, whatever its scale is read by. */
  readonly labels: PhraseFinder<Meant>;
  /** Single words of options that only the instrument names: they make an option likely. */
  readonly hints: PhraseFinder<Meant>;
  readonly marks: PhraseFinder<Mark>;
}

/** Where "ja", "and" and their like stand in a text. */
export function joinsIn(text: string, { marks }: Pick<Naming, 'marks'>): readonly Found<Mark>[] {
  return marks.find(text).filter(({ id }) => id === 'and');
}

export interface NamingSource {
  readonly instrument: Instrument;
  /** None where people's own words are not listed: names alone are understood then. */
  readonly words: (locale: Locale) => ItemWords | undefined;
  /** A text of the instrument; undefined where there is none under the key. */
  readonly text: (locale: Locale, key: string) => string | undefined;
}

/** The words of the language of the session first; names are understood in the other two as well. */
export function createNaming({ instrument, words, text }: NamingSource, locale: Locale): Naming {
  const order = [locale, ...LOCALES.filter(other => other !== locale)];
  const own = (pick: (words: ItemWords) => readonly string[] | undefined) =>
    order.flatMap(one => {
      const known = words(one);
      return (known && pick(known)) ?? [];
    });
  const names = (key: string) => order.flatMap(one => text(one, key) ?? []).map(asPhrase);
  const several = multiScales(instrument);
  const marks = MARKS.map(mark => [mark, own(all => all[mark])] as const);
  return {
    items: createPhraseFinder(
      itemPaths(instrument).map(path => {
        const { list, item } = lastOf(path);
        return [path, [...names(`${list}.${item}.name`), ...own(all => all.items[list]?.[item])]] as const;
      }),
    ),
    fields: createPhraseFinder(
      fieldIds(instrument).map(
        id => [id, [...names(`inputs.${id}.short`), ...own(all => all.fields[id])]] as const,
      ),
    ),
    means: createPhraseFinder(
      Object.entries(instrument.scales).flatMap(([scale, { read, options }]) =>
        Object.keys(options).map(option => {
          // The options of the other scales are read from words by rules; these are known by their labels alone.
          const labelled = read === 'ordinal' || several.has(scale);
          const labels = labelled ? names(`scales.${scale}.${option}`) : [];
          return [{ scale, option }, [...labels, ...own(all => all.means[scale]?.[option])]] as const;
        }),
      ),
    ),
    labels: createPhraseFinder(labelsOf(instrument, order, text)),
    hints: createPhraseFinder(hintsOf(instrument, order, text)),
    marks: createPhraseFinder(marks),
  };
}

/** Every option of every scale, word for word. */
function labelsOf(
  { scales }: Instrument,
  order: readonly Locale[],
  text: NamingSource['text'],
): (readonly [Meant, readonly string[]])[] {
  return Object.entries(scales).flatMap(([scale, { options }]) =>
    Object.keys(options).map(
      option =>
        [{ scale, option }, order.flatMap(one => text(one, `scales.${scale}.${option}`) ?? [])] as const,
    ),
  );
}

/** Labels are compared within a language: what tells two options apart in one may be common in another. */
function hintsOf(
  { scales }: Instrument,
  order: readonly Locale[],
  text: NamingSource['text'],
): (readonly [Meant, readonly string[]])[] {
  return Object.entries(scales)
    .filter(([, { read }]) => read === 'ordinal')
    .flatMap(([scale, { options }]) =>
      order.flatMap(one => {
        const labels = new Map(
          Object.keys(options).map(option => [option, text(one, `scales.${scale}.${option}`) ?? '']),
        );
        return [...tellingWords(labels)].map(([option, words]) => [{ scale, option }, words] as const);
      }),
    );
}

/** Scales of which several options are chosen at once. */
function multiScales(instrument: Instrument): ReadonlySet<string> {
  const inputs = cardSteps(instrument).flatMap(({ step }) => inputsOf(step));
  return new Set(inputs.flatMap(input => (input.type === 'multi' ? [input.scale] : [])));
}

/** Every listed item with the way to it. */
function itemPaths({ lists }: Instrument): ItemPath[] {
  return Object.entries(lists).flatMap(([id, list]) =>
    allItems(list).map(({ parent, item }) => ({
      lists: 'of' in list ? [list.of, id] : [id],
      items: parent === undefined ? [item.id] : [parent, item.id],
    })),
  );
}

function lastOf({ lists, items }: ItemPath): { list: string; item: string } {
  return { list: lists.at(-1) ?? '', item: items.at(-1) ?? '' };
}

/** The fields of items, and those that stand together on a form: a statement may name the one it is about. */
function fieldIds(instrument: Instrument): string[] {
  const asked = cardSteps(instrument).filter(
    ({ step, lists }) => lists.length > 0 || isTable(step) || choicesOn(step).length > 1,
  );
  return [...new Set(asked.flatMap(({ step }) => inputsOf(step).map(({ id }) => id)))];
}

/** What can be said of a form's fields in one message, each by its name. */
export function choicesOn(step: CardStep): FieldOf<'choice'>[] {
  return step.type === 'form' ? step.inputs.filter(input => input.type === 'choice') : [];
}

function isTable({ type }: CardStep): boolean {
  return type === 'table' || type === 'climb';
}

/** Long enough for its last letters to be an ending. */
const ENDS_VARY_FROM = 6;

/** A name as a phrase: the ends of long words may vary ("Rakentamisluvat", "rakentamislupien"). */
export function asPhrase(name: string): string {
  return name.replace(/[\p{L}\p{N}]+/gu, word =>
    word.length >= ENDS_VARY_FROM ? `${word.slice(0, -2)}*` : word,
  );
}

/** What services are matched to and by which words: plain data, so that a thread can be given it. */
import { keyOf } from '../assessment/answers.ts';
import type { Instrument } from '../assessment/instrument.ts';
import { allItems } from '../assessment/list.ts';
import type { Locale } from '../conversation/locale.ts';
import type { ItemWords } from '../conversation/naming/item-words.ts';
import { asPhrase } from '../conversation/naming/naming.ts';

/** An item of the instrument that a service may be. */
export interface Matchable {
  /** The way to it, such as `environment.parking`. */
  readonly item: string;
  /** Its class in Palvelutietovaranto; left out where none fits. */
  readonly ptv?: string;
}

export interface MatchWords {
  readonly items: readonly Matchable[];
  /** Names that services have elsewhere, as `service-names.ts` reads them. */
  readonly names: string;
  readonly words: Readonly<Record<Locale, LocaleWords>>;
}

interface LocaleWords extends Omit<ItemWords['register'], 'items'> {
  readonly named: readonly (readonly [item: string, phrases: readonly string[]])[];
}

export interface MatchWordsSource {
  readonly instrument: Instrument;
  readonly words: (locale: Locale) => ItemWords | undefined;
  /** A text of the instrument; undefined where there is none under the key. */
  readonly text: (locale: Locale, key: string) => string | undefined;
  readonly names: string;
}

/** Undefined where no item of the instrument has a class in Palvelutietovaranto: it is not filled from there. */
export function matchWords({ instrument, words, text, names }: MatchWordsSource): MatchWords | undefined {
  const items = itemsWithClass(instrument);
  if (items.length === 0) return undefined;
  const of = (locale: Locale): LocaleWords => {
    const own = words(locale);
    const { beside = [], others = [], organisations = [], generic = [] } = own?.register ?? {};
    const named = items.map(({ list, id, item }) => {
      const name = text(locale, `${list}.${id}.name`);
      const said = [...(own?.items[list]?.[id] ?? []), ...(own?.register.items[list]?.[id] ?? [])];
      return [item, [...(name === undefined ? [] : [asPhrase(name)]), ...said]] as const;
    });
    return { named, beside, others, organisations, generic };
  };
  return {
    items: items.map(({ item, ptv }) => ({ item, ...(ptv !== undefined && { ptv }) })),
    names,
    words: { fi: of('fi'), sv: of('sv'), en: of('en') },
  };
}

interface Listed extends Matchable {
  readonly list: string;
  readonly id: string;
}

function itemsWithClass({ lists }: Instrument): Listed[] {
  return Object.entries(lists).flatMap(([list, found]) => {
    const items = allItems(found);
    if (!items.some(({ item }) => item.ptv !== undefined)) return [];
    return items.map(({ parent, item: { id, ptv } }) => ({
      list,
      id,
      item: keyOf(parent === undefined ? [] : [parent], id),
      ...(ptv !== undefined && { ptv }),
    }));
  });
}

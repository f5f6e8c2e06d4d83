/** How likely a service is each item, by names that are known: those of other municipalities, and the workbook's phrases. */
import { LOCALES } from '../conversation/locale.ts';
import { createLikeness, type Known, type Likeness } from './likeness.ts';
import type { MatchWords } from './match-words.ts';
import { namePieces, phrasePieces } from './name-pieces.ts';
import { BESIDE } from './read-name.ts';
import type { RegisterService } from './register-service.ts';
import { serviceNamesIn } from './service-names.ts';

/** A phrase is no whole name. */
const PHRASE_WEIGHT = 0.3;
/** How names that are none of the items are labelled. */
const OWN = 'own';

export interface LikeItem extends Likeness {
  /** `beside` for a service that is none of the items. */
  readonly item: string;
}

/** The items it may be, the likeliest first: of names in several languages the mean. */
export type LikeItems = (service: RegisterService) => readonly LikeItem[];

export function createLikeItems(words: MatchWords): LikeItems {
  const known = [...namesOf(words), ...phrasesOf(words)];
  const items = new Set([BESIDE, ...words.items.map(({ item }) => item)]);
  const alike = createLikeness(known.filter(one => one.items.every(item => items.has(item))));
  return ({ names, classes }) => {
    const told = Object.values(names).map(name => alike(namePieces(name, classes)));
    const found = [...new Set(told.flatMap(one => [...one.keys()]))];
    return found.map(item => meanOf(item, told)).sort((one, other) => other.share - one.share);
  };
}

function meanOf(item: string, told: readonly ReadonlyMap<string, Likeness>[]): LikeItem {
  const each = told.flatMap(one => one.get(item) ?? []);
  const share = each.reduce((sum, one) => sum + one.share, 0) / told.length;
  const { near = 0, nearest = '' } = each.toSorted((one, other) => other.near - one.near)[0] ?? {};
  return { item, share, near, nearest };
}

function namesOf({ names }: MatchWords): Known[] {
  return serviceNamesIn(names).map(({ name, classes, items }) => ({
    name,
    pieces: namePieces(name, classes),
    items: items.map(item => (item === OWN ? BESIDE : item)),
    weight: 1,
  }));
}

function phrasesOf({ items, words }: MatchWords): Known[] {
  const classOf = new Map(items.map(({ item, ptv }) => [item, ptv === undefined ? [] : [ptv]]));
  return LOCALES.flatMap(locale =>
    [...words[locale].named, [BESIDE, words[locale].beside] as const].flatMap(([item, phrases]) =>
      phrases.map(phrase => ({
        pieces: phrasePieces(phrase, classOf.get(item) ?? []),
        items: [item],
        weight: PHRASE_WEIGHT,
      })),
    ),
  );
}

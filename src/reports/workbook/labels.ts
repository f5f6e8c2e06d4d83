/** The words a filled cell can hold, and what they mean. Every language is understood in every file. */
import {
  PHASE_STATES,
  PHASES,
  type PhaseState,
  STATUSES,
  type Status,
  type Workbook,
} from '../../assessment/scoring/workbook/workbook-definition.ts';
import { LOCALES, type Locale } from '../../conversation/locale.ts';
import type { Translate } from '../../conversation/translate.ts';
import { AREA_COLUMNS, type ColumnKey } from './area-columns.ts';

export const RATE_WORDS = ['unknown', 'na'] as const;
export type RateWord = (typeof RATE_WORDS)[number];

/** The words written into a file of one language. */
export interface Labels {
  readonly statuses: Readonly<Record<Status, string>>;
  readonly phaseStates: Readonly<Record<PhaseState, string>>;
  readonly rates: Readonly<Record<RateWord, string>>;
}

export function labelsOf(t: Translate): Labels {
  return {
    statuses: {
      none: t('workbook:scales.status.none'),
      planned: t('workbook:scales.status.planned'),
      inuse: t('workbook:scales.status.inuse'),
    },
    phaseStates: {
      manual: t('workbook-sheet:phase-states-short.manual'),
      partial: t('workbook-sheet:phase-states-short.partial'),
      full: t('workbook-sheet:phase-states-short.full'),
      na: t('workbook-sheet:phase-states-short.na'),
    },
    rates: { unknown: t('workbook-sheet:rates.unknown'), na: t('workbook-sheet:rates.na') },
  };
}

/** What stands above a column of an area's tab. */
export function headingOf(key: ColumnKey, t: Translate): string {
  const phase = PHASES.find(one => one === key);
  return phase ? t(`workbook:inputs.${phase}.short`) : t(`workbook-sheet:columns.${key}`);
}

/** Word → code, for reading: words are compared without case and stray spaces. */
export interface Vocabulary {
  readonly statuses: Readonly<Record<string, string>>;
  readonly phaseStates: Readonly<Record<string, string>>;
  readonly rates: Readonly<Record<string, string>>;
  /** Id of a service → its names in every language, as `normalised` gives them. */
  readonly services: Readonly<Record<string, readonly string[]>>;
  /** The headings of the columns in each language, in the order of `LOCALES`: they tell a file's language. */
  readonly headings: readonly (readonly string[])[];
}

/** What stood in earlier files in the place of a text, in any language. */
export interface EarlierTexts {
  earlier(key: string): readonly string[];
}

/** All the words of all languages: short and long forms, those of earlier files, and the codes. */
export function vocabularyOf(
  translators: readonly Translate[],
  { areas, earlier }: Pick<Workbook, 'areas'> & EarlierTexts,
): Vocabulary {
  const wordsOf = (key: string) => [...translators.map(t => t(key)), ...earlier(key)].map(normalised);
  const words = (key: (code: string) => string, codes: readonly string[]) =>
    codes.flatMap(code => wordsOf(key(code)).map(word => [word, code] as const));
  const own = (codes: readonly string[]) => codes.map(code => [code, code] as const);
  return {
    statuses: Object.fromEntries([
      ...own(STATUSES),
      ...words(code => `workbook:scales.status.${code}`, STATUSES),
    ]),
    phaseStates: Object.fromEntries([
      ...own(PHASE_STATES),
      ...words(code => `workbook:scales.phase.${code}`, PHASE_STATES),
      ...words(code => `workbook-sheet:phase-states-short.${code}`, PHASE_STATES),
    ]),
    rates: Object.fromEntries([
      ...own(RATE_WORDS),
      ...words(code => `workbook-sheet:rates.${code}`, RATE_WORDS),
    ]),
    headings: translators.map(t => AREA_COLUMNS.map(({ key }) => normalised(headingOf(key, t)))),
    services: Object.fromEntries(
      areas.flatMap(({ services }) =>
        services.map(({ id }) => [id, wordsOf(`workbook:services.${id}.name`)]),
      ),
    ),
  };
}

/** The language of a file by the texts that stand in it: the one most of its headings are in. */
export function languageOf({ headings }: Vocabulary, texts: readonly string[]): Locale {
  const written = texts.map(normalised);
  const counts = headings.map(known => written.filter(text => known.includes(text)).length);
  const best = counts.indexOf(Math.max(...counts));
  return LOCALES[best] ?? LOCALES[0];
}

/** The code of a word, or the word itself when it is not known: the check of the answers then names it. */
export function decode(words: Readonly<Record<string, string>>, word: string): string {
  const key = normalised(word);
  return Object.hasOwn(words, key) ? (words[key] ?? word) : word;
}

/** A word or a name as it is compared: without case, stray spaces and the way its accents are stored. */
export function normalised(word: string): string {
  return word
    .normalize('NFC')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
    .toLowerCase();
}

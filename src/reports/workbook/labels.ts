/** The words a filled cell can hold, and what they mean. Every language is understood in every file. */
import { recordOf } from '../../assessment/record-of.ts';
import { tidied } from '../../assessment/scoring/workbook/field-problem.ts';
import {
  PHASE_STATES,
  PHASES,
  type PhaseState,
  STATUSES,
  type Status,
  type Workbook,
} from '../../assessment/scoring/workbook/workbook-instrument.ts';
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
  /** What the cases of a service are, where they are no cases of an authority. */
  readonly kinds: Readonly<Record<'messages', string>>;
}

/** The words of the language of `t`. */
export function labelsOf(t: Translate): Labels {
  return {
    statuses: recordOf(STATUSES, status => t(`workbook:scales.status.${status}`)),
    phaseStates: recordOf(PHASE_STATES, state => t(`workbook-sheet:phase-states-short.${state}`)),
    rates: recordOf(RATE_WORDS, word => t(`workbook-sheet:rates.${word}`)),
    kinds: { messages: t('workbook-sheet:kinds.messages') },
  };
}

/** What stands above a column of an area's tab. */
export function headingOf(key: ColumnKey, t: Translate): string {
  if (key === 'source') return t('prefill:column');
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
  const codes = (known: readonly string[], ...keys: readonly ((code: string) => string)[]) =>
    Object.fromEntries([
      ...known.map(code => [code, code]),
      ...keys.flatMap(key => known.flatMap(code => wordsOf(key(code)).map(word => [word, code]))),
    ]);
  return {
    statuses: codes(STATUSES, code => `workbook:scales.status.${code}`),
    phaseStates: codes(
      PHASE_STATES,
      code => `workbook:scales.phase.${code}`,
      code => `workbook-sheet:phase-states-short.${code}`,
    ),
    rates: codes(RATE_WORDS, code => `workbook-sheet:rates.${code}`),
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
  return tidied(word).toLowerCase();
}

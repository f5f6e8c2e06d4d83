/** The shape of `locales/<language>/service-words.yaml`: how people call services, areas and phases in their own words. */
import { z } from 'zod';
import { idSchema } from '../../assessment/definition.ts';
import { PHASES } from '../../assessment/workbook/workbook-definition.ts';
import type { Locale } from '../locale.ts';

/** Phrases with commas between; `*` at the end of a word stands for any ending. */
const phrases = z.string().transform(text =>
  text
    .split(',')
    .map(phrase => phrase.trim().replace(/\s+/g, ' '))
    .filter(phrase => phrase !== ''),
);

export const serviceWordsSchema = z.strictObject({
  areas: z.record(idSchema, phrases),
  services: z.record(idSchema, phrases),
  phases: z.record(z.enum(PHASES), phrases),
  /** What tells that a number is the usage rate, or cases a year. */
  rate: phrases,
  cases: phrases,
  /** Words that say a service is in use without saying so: electronic, on the web. */
  digital: phrases,
  /** Words that turn a statement round. */
  negation: phrases,
  /** All phases, or all services that are shown. */
  all: phrases,
  /** What may join two statements. */
  and: phrases,
});

export type ServiceWords = z.infer<typeof serviceWordsSchema>;
export type ServiceWordsByLocale = Readonly<Record<Locale, ServiceWords>>;

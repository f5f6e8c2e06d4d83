/** The shape of `locales/<language>/<dialog>.words.yaml`: how people call the items and fields of an instrument. */
import * as z from 'zod';
import { idSchema } from '../../assessment/id.ts';

/** Phrases with commas between; `*` at the end of a word stands for any ending. */
const phrases = z.string().transform(text =>
  text
    .split(',')
    .map(phrase => phrase.trim().replace(/\s+/g, ' '))
    .filter(phrase => phrase !== ''),
);
const named = z.record(idSchema, phrases);

export const itemWordsSchema = z.strictObject({
  /** What the instrument itself is called when somebody asks for it. */
  called: phrases.default([]),
  /** List → item → phrases. Official names are known without these. */
  items: z.record(idSchema, named).default({}),
  /** Words that tell which field a statement is about. Its short name is known without these. */
  fields: named.default({}),
  /** Scale → option → words that say the option by the way: "on the web" says that something is in use. */
  means: z.record(idSchema, named).default({}),
  /** Words that turn a statement round. */
  negation: phrases.default([]),
  /** All that could be meant here. */
  all: phrases.default([]),
  /** What may join two statements. */
  and: phrases.default([]),
  /** All but those named: "the others", "except". Which ones that is cannot be told, so they are not read. */
  except: phrases.default([]),
  /** That something is to be taken out. */
  out: phrases.default([]),
  /** What may stand between a thing and how it is: "lending is fully online". */
  is: phrases.default([]),
  /** A time shorter than a year: a number of cases in it is none of a year. */
  period: phrases.default([]),
  /** What a number before it counts: "10 services in use" does not speak of the tenth one. */
  counted: phrases.default([]),
  /** How a register of services (Palvelutietovaranto) calls things. */
  register: z
    .strictObject({
      /** List → item → what a service that is this item may be called there, beside all that people call it. */
      items: z.record(idSchema, named).default({}),
      /** Services of a municipality that none of the items is. */
      beside: phrases.default([]),
      /** Services of others (the state, a wellbeing services county), whoever is said to answer for them. */
      others: phrases.default([]),
      /** Organisations whose services are no municipality's. */
      organisations: phrases.default([]),
      /** Words that tell nothing of which service is meant. */
      generic: phrases.default([]),
    })
    .prefault({}),
  /** Key of a text → what stood there earlier: files that were filled with it are still read. */
  earlier: z.record(z.string(), z.array(z.string())).default({}),
});

export type ItemWords = z.infer<typeof itemWordsSchema>;

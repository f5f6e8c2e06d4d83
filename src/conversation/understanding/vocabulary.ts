/** The shape of `locales/<language>/vocabulary.yaml`: which words and phrases mean what, by group. */
import { z } from 'zod';
import { COMMANDS } from '../command.ts';
import { LOCALES } from '../locale.ts';

/** Words in lower case, one space between; a word may end in `*`, which stands for any ending. */
const phrase = z
  .string()
  .min(1)
  .refine(text => text === text.normalize('NFC').toLowerCase(), 'a phrase is written in lower case')
  .refine(text => text === text.trim().replace(/\s+/g, ' '), 'a phrase has single spaces only')
  .refine(text => !/\*\S/.test(text), '* may only end a word');
const phrases = z.array(phrase).default([]);

/**
 * How strongly a phrase speaks: `sure` says the value by itself; `stated` says it as a statement of fact, which a
 * negation turns round; `likely` only ever leads to a confirming question; `alone` counts as the whole message only.
 */
const strengths = z.strictObject({ sure: phrases, stated: phrases, likely: phrases, alone: phrases });
const meaning = strengths.prefault({});
const words = z.record(phrase, z.number());

export const vocabularySchema = z.strictObject({
  /** Spoken or joined form → the plain words it stands for. Applied before anything else. */
  spoken: z.record(phrase, phrase),
  /** Endings that change no meaning here and may be cut off an unknown word. */
  endings: phrases,
  /** Everyday words that look like a word of ours and must not be read as a slip of the pen. */
  lookalikes: phrases,
  /** Words without weight of their own; they may also stand in the middle of any phrase. */
  particles: phrases,
  /** Words of the subject matter: known, but no answer in themselves. */
  topics: phrases,
  /** Words that only stress what is said ("ei kyllä ole"): skipped inside a phrase, an answer outside one. */
  emphasis: phrases,
  /** Set phrases that contain an answer's words without being an answer. */
  asides: phrases,
  questions: phrases,
  doubt: phrases,
  negation: strengths.pick({ sure: true, stated: true }),
  part: phrases,
  whole: phrases,
  joints: z.strictObject({ reason: phrases, but: phrases, and: phrases, or: phrases, instead: phrases }),
  out: z.strictObject({ unknown: meaning, na: meaning }),
  yesno: z.strictObject({ yes: meaning, partly: meaning, no: meaning, unknown: meaning, na: meaning }),
  phase: z.strictObject({ manual: meaning, partial: meaning, full: meaning, unknown: meaning, na: meaning }),
  status: z.strictObject({ none: meaning, planned: meaning, inuse: meaning, unknown: meaning, na: meaning }),
  commands: z.strictObject(
    Object.fromEntries(COMMANDS.map(name => [name, meaning])) as Record<(typeof COMMANDS)[number], typeof meaning>,
  ),
  languages: z.strictObject({ fi: meaning, sv: meaning, en: meaning }),
  positions: z.strictObject({
    /** Words that may surround a position: option, number. */
    around: phrases,
    last: phrases,
    nth: z.record(phrase, z.int().min(1)),
  }),
  numbers: z.strictObject({
    /** Parts of numerals: units, tens, teens. */
    parts: words,
    /** Parts that multiply what stands before them. */
    times: words,
    /** Parts that add to the unit before them. */
    plus: words,
    fractions: words,
    /** "of five": forms that make the number before them a share of this one. */
    outOf: words,
    of: phrases,
    minus: phrases,
    percent: phrases,
    units: phrases,
    about: phrases,
    /** More, less, nearly: the number is a bound, not the answer. */
    bounds: phrases,
    range: phrases,
    /** Amounts in words that are no figure: phrase → the figure to suggest, for percentages or for any number. */
    vague: z.strictObject({ percent: words, number: words }),
    unmeasured: phrases,
  }),
});

export type Vocabulary = z.infer<typeof vocabularySchema>;
export type Meaning = z.infer<typeof strengths>;
export type Vocabularies = Readonly<Record<(typeof LOCALES)[number], Vocabulary>>;

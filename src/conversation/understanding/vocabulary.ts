/** The shape of `locales/<language>/vocabulary.yaml`: which words and phrases mean what, by group. */
import * as z from 'zod';
import { COMMANDS } from '../command.ts';
import { LOCALES, type Locale } from '../locale.ts';

/** Phrases with commas between, over as many lines as it takes. Checked by hand: there are thousands of them. */
const phrases = z
  .string()
  .default('')
  .transform((text, context) => {
    const all = text.trim() === '' ? [] : text.split(',').map(tidied);
    for (const [index, phrase] of all.entries()) {
      const message = phraseProblem(phrase);
      if (message) context.addIssue({ code: 'custom', path: [index], message });
    }
    return all;
  });

/** A word may end in `*`, which stands for any ending. */
function phraseProblem(phrase: string): string | undefined {
  if (phrase === '') return 'a phrase is missing between two commas';
  if (phrase !== phrase.normalize('NFC').toLowerCase()) return 'a phrase is written in lower case';
  return /\*\S/.test(phrase) ? '* may only end a word' : undefined;
}

const phraseSchema = z.string().superRefine((phrase, context) => {
  const message = phraseProblem(phrase);
  if (message) context.addIssue({ code: 'custom', message });
});

/** `phrase = meaning` pairs with commas between. */
const pairs = z
  .string()
  .default('')
  .transform(text => (text.trim() === '' ? [] : text.split(',').map(pair => pair.split('=').map(tidied))))
  .pipe(z.array(z.tuple([phraseSchema, z.string().min(1)], 'a pair reads phrase = meaning')));
const spellings = pairs.transform(all => new Map(all));
const figures = pairs
  .transform(all => all.map(([phrase, figure]) => [phrase, Number(figure)] as const))
  .refine(all => all.every(([, figure]) => Number.isFinite(figure)), 'a pair reads phrase = number')
  .transform(all => new Map(all));

const strengths = z.strictObject({ sure: phrases, stated: phrases, likely: phrases, alone: phrases });

/**
 * How strongly a phrase speaks: `sure` says the value by itself; `stated` says it as a statement of fact, which a
 * negation turns round; `likely` only ever leads to a confirming question; `alone` counts as the whole message only.
 */
const meaning = strengths.prefault({});

export const vocabularySchema = z.strictObject({
  /** Spoken or joined form → the plain words it stands for. Applied before anything else. */
  spoken: spellings,
  /** Endings that change no meaning here and may be cut off an unknown word. */
  endings: phrases,
  /** Endings worn down in speech → how they are written: "puoliks" is "puoliksi". */
  spokenEndings: pairs,
  /** Endings that make an unknown word a question. */
  questionEndings: phrases,
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
  /** By themselves they agree to what was put before somebody; to a question they are only likely a yes. */
  nods: phrases,
  /** By themselves likely a yes, too, and nothing that much is staked on. */
  smiles: phrases,
  negation: strengths.pick({ sure: true, stated: true }),
  part: phrases,
  whole: phrases,
  joints: z.strictObject({
    reason: phrases,
    but: phrases,
    and: phrases,
    or: phrases,
    instead: phrases,
    so: phrases,
  }),
  out: z.strictObject({ unknown: meaning, na: meaning }),
  yesno: z.strictObject({ yes: meaning, partly: meaning, no: meaning }),
  phase: z.strictObject({ manual: meaning, partial: meaning, full: meaning, na: meaning }),
  status: z.strictObject({ outside: meaning, none: meaning, planned: meaning, inuse: meaning }),
  commands: z.record(z.enum(COMMANDS), meaning),
  languages: z.record(z.enum(LOCALES), meaning),
  positions: z.strictObject({
    /** Words that may surround a position: option, number. */
    around: phrases,
    last: phrases,
    nth: figures,
  }),
  numbers: z.strictObject({
    /** Parts of numerals: units, tens, teens. */
    parts: figures,
    /** Parts that multiply what stands before them. */
    times: figures,
    /** Parts that add to the unit before them. */
    plus: figures,
    /** Named shares → their denominator. */
    fractions: figures,
    /** "of five": forms that make the number before them a share of this one; parts of such forms, as in `parts`. */
    outOf: figures,
    /** Endings that do the same to figures: "120:stä". */
    outOfEndings: phrases,
    /** "One", which is also an article: a number only beside what it counts, or behind twenty. */
    ones: figures,
    /** "A couple", "twice": a number only beside what it counts. */
    few: figures,
    of: phrases,
    minus: phrases,
    percent: phrases,
    units: phrases,
    /** Units that say what the number before them is a number of: "30 asukasta" is no percentage. */
    counted: z.strictObject({ things: phrases, money: phrases, minutes: phrases, time: phrases }),
    about: phrases,
    /** More, less, nearly: the number is a bound, not the answer. */
    bounds: phrases,
    range: phrases,
    /** With these "70 and 80" is a range. */
    between: phrases,
    /** Between two amounts, these add them up. */
    adding: phrases,
    /** What follows is the figure that is meant: "I mean", "altogether". */
    settles: phrases,
    /** The same, but the figure is only near it: "closer to". */
    near: phrases,
    /** How things were, and how they are: of minutes, the difference is what was saved. */
    before: phrases,
    now: phrases,
    /** "All but": what follows is left out. */
    except: phrases,
    /** "All year round": a day is then one of 365, and a month one of twelve. */
    yearRound: phrases,
    /** What stands before decimals in words. */
    point: phrases,
    /** Half of what follows: "two and a half thousand". */
    andHalf: phrases,
    /** Times in words → minutes. */
    durations: figures,
    /** Units of time → minutes. */
    minutesIn: figures,
    /** "A month" → how many of them a year has. */
    per: figures,
    /** Ways to do a thing by the net, other ways, and what is left over. */
    byNet: phrases,
    notByNet: phrases,
    rest: phrases,
    /** Amounts in words → the figure to suggest, for percentages or for any number. */
    vague: z.strictObject({ percent: figures, number: figures }),
    /** Amounts in words that leave no doubt: taken where nothing else is said. */
    worded: z.strictObject({ percent: figures, number: figures }),
    /** Ways to say that a number is not measured, which is not knowing it. */
    unmeasured: phrases,
  }),
});

/** What an instrument is called when somebody asks for it. */
export interface CalledDialog {
  readonly dialog: string;
  readonly phrases: readonly string[];
}

export type Vocabulary = z.infer<typeof vocabularySchema> & { readonly called?: readonly CalledDialog[] };
export type Meaning = z.infer<typeof strengths>;
export type Vocabularies = Readonly<Record<Locale, Vocabulary>>;

function tidied(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}

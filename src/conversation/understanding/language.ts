import type { Locale } from '../locale.ts';
import { type Alone, alonePhrases } from './alone.ts';
import { readAmount } from './amounts.ts';
import { readChoice } from './choices.ts';
import { withCommands } from './commands.ts';
import { createDictionary } from './dictionary.ts';
import { entriesFor, KINDS, type Kind } from './entries.ts';
import { createLexicons } from './lexicon.ts';
import { type Message, readMessage } from './message.ts';
import { fits, NUMBER_FIELDS, type NumberField, type NumberPlace } from './number-field.ts';
import { createNumerals } from './numerals.ts';
import { phase } from './phase.ts';
import { readPosition } from './positions.ts';
import { readNumber } from './read-number.ts';
import type { AnswerReading, Reading } from './reading.ts';
import { inPassing } from './remember.ts';
import { agreed, hintOfOut, judgeOut, type Scale, Signals } from './scales.ts';
import { status } from './status.ts';
import type { Vocabulary } from './vocabulary.ts';
import { yesno } from './yesno.ts';

/** What one language makes of a message. */
export interface LanguageReading {
  readonly reading?: Reading;
  /** 0–1: how much of the message is words of this language. */
  readonly coverage: number;
}

/** What is open, and its options in the order shown. */
export interface Open {
  readonly asked: Kind | Exclude<NumberField, 'share'> | 'any';
  /** The session's language, which may be another than the one that hears. */
  readonly locale: Locale;
  readonly options?: readonly string[];
}

export interface Language {
  hear(text: string, open: Open): LanguageReading;
}

interface Ear {
  /** A turn may ask for the same message more than once: with other options, or whether it is a command. */
  readonly message: (text: string) => Message;
  readonly alone: Alone;
}

/** Options that stand in an order and have no words of their own: picked by place, or left to the outs. */
const ordinal: Scale = {
  best: '',
  judge: items => {
    const signals = new Signals(items);
    return judgeOut(signals) ?? hintOfOut(signals);
  },
  settle: agreed,
};

const SCALES: Partial<Record<Kind, Scale>> = { yesno, phase, status, ordinal };

export function createLanguage(vocabulary: Vocabulary): Language {
  const entries = new Map(KINDS.map(kind => [kind, entriesFor(vocabulary, kind)]));
  const phrases = [...entries.values()].flatMap(all => all.map(([phrase]) => phrase));
  const dictionary = createDictionary(vocabulary, phrases);
  const numerals = createNumerals(vocabulary.numbers);
  const little = [...vocabulary.particles, ...vocabulary.emphasis];
  const lexicons = createLexicons({ dictionary, numerals, entries, little, topics: vocabulary.topics });
  const ears = new Map(
    [...lexicons].map(([kind, lexicon]): [Kind, Ear] => [
      kind,
      { message: inPassing(text => readMessage(text, lexicon)), alone: alonePhrases(vocabulary, kind) },
    ]),
  );
  return {
    hear(text, { asked, options = [], locale }) {
      const open = asked === 'any' ? KINDS : [asked];
      const heard = open.map(one => {
        const field = NUMBER_FIELDS.find(number => number === one);
        const kind = KINDS.find(known => known === one) ?? 'number';
        const shown = asked === 'any' ? [] : options;
        const read = (message: Message) =>
          field ? readField(message, { field, locale }) : readScale(message, kind, shown);
        return hearAs(ears.get(kind), text, read);
      });
      return likeliest(heard);
    },
  };
}

/** With no question open, the first kind of question that the message clearly answers. */
function likeliest(heard: readonly LanguageReading[]): LanguageReading {
  const [only, ...others] = heard;
  if (only && others.length === 0) return only;
  const sure = heard.filter(({ reading }) => reading?.sure);
  const clear = sure.find(({ reading }) => reading?.kind === 'command' || !reading?.weak) ?? sure[0];
  const command = heard.find(({ reading }) => reading?.kind === 'command');
  return clear ?? command ?? heard.find(({ reading }) => reading) ?? only ?? { coverage: 0 };
}

/** An answer, and whether nothing else can be meant by it. */
interface Read {
  readonly answer?: AnswerReading | undefined;
  readonly whole?: true;
}

function hearAs(ear: Ear | undefined, text: string, read: (message: Message) => Read): LanguageReading {
  if (!ear) return { coverage: 0 };
  const message = ear.message(text);
  const alone = ear.alone.get(message.whole);
  if (alone) return { reading: alone, coverage: 1 };
  const { answer, whole } = read(message);
  if (whole && answer) return { reading: answer, coverage: 1 };
  const reading = withCommands(message, answer);
  return { coverage: message.coverage, ...(reading && { reading }) };
}

function readScale(message: Message, kind: Kind, options: readonly string[]): Read {
  const scale = SCALES[kind];
  if (!scale) return {};
  const picked = readPosition(message, options);
  if (picked) return { answer: { kind: 'answer', value: picked, sure: true }, whole: true };
  return { answer: readChoice(message, scale) };
}

/** A number alone is read like one in a card or a spreadsheet; one in a sentence by what is said around it. */
function readField(message: Message, place: NumberPlace): Read {
  const read = readNumber(message.text, place);
  if (read.kind === 'problem') {
    // "½ h" are minutes too, though a field of a card does not take them.
    const isTime = place.field === 'minutes' && /\p{L}/u.test(message.text);
    return read.problem === 'something-else' && !isTime ? {} : { answer: readAmount(message, place) };
  }
  const value = read.kind === 'value' ? read.value : read.candidates[0];
  if (!fits(value, place)) return {};
  return {
    answer: { kind: 'answer', value, sure: read.kind === 'value', open: read.kind !== 'value' },
    whole: true,
  };
}

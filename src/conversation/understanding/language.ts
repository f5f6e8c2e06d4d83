import { type Alone, alonePhrases } from './alone.ts';
import { readAmount } from './amounts.ts';
import { readChoice } from './choices.ts';
import { withCommands } from './commands.ts';
import { createDictionary } from './dictionary.ts';
import { entriesFor, KINDS, type Kind } from './entries.ts';
import { createLexicons, type Lexicon } from './lexicon.ts';
import { readMessage } from './message.ts';
import { createNumerals } from './numerals.ts';
import { phase } from './phase.ts';
import { readPosition } from './positions.ts';
import type { Reading } from './reading.ts';
import type { Scale } from './scales.ts';
import { status } from './status.ts';
import type { Vocabulary } from './vocabulary.ts';
import { yesno } from './yesno.ts';

/** What one language makes of a message. */
export interface Heard {
  readonly reading?: Reading;
  /** 0–1: how much of the message is words of this language. */
  readonly coverage: number;
}

/** What is open, and its options in the order shown. */
export interface Open {
  readonly asked: Kind | 'any';
  readonly options?: readonly string[];
}

export interface Language {
  hear(text: string, open: Open): Heard;
}

interface Ear {
  readonly lexicon: Lexicon;
  readonly alone: Alone;
}

const SCALES: Partial<Record<Kind, Scale>> = { yesno, phase, status };

export function createLanguage(vocabulary: Vocabulary): Language {
  const entries = new Map(KINDS.map(kind => [kind, entriesFor(vocabulary, kind)]));
  const phrases = [...entries.values()].flatMap(all => all.map(([phrase]) => phrase));
  const dictionary = createDictionary(vocabulary, phrases);
  const numerals = createNumerals(vocabulary.numbers);
  const little = [...vocabulary.particles, ...vocabulary.emphasis];
  const lexicons = createLexicons({ dictionary, numerals, entries, little, topics: vocabulary.topics });
  const ears = new Map(
    [...lexicons].map(([kind, lexicon]) => [kind, { lexicon, alone: alonePhrases(vocabulary, kind) }]),
  );
  return {
    hear(text, { asked, options = [] }) {
      if (asked !== 'any') return hearAs(asked, ears.get(asked), text, options);
      return likeliest(KINDS.map(kind => hearAs(kind, ears.get(kind), text, [])));
    },
  };
}

/** With no question open, the first kind of question that the message clearly answers. */
function likeliest(heard: readonly Heard[]): Heard {
  const sure = heard.filter(({ reading }) => reading?.sure);
  const clear = sure.find(({ reading }) => reading?.kind === 'command' || !reading?.weak) ?? sure[0];
  const command = heard.find(({ reading }) => reading?.kind === 'command');
  return clear ?? command ?? heard.find(({ reading }) => reading) ?? heard[0] ?? { coverage: 0 };
}

function hearAs(kind: Kind, ear: Ear | undefined, text: string, options: readonly string[]): Heard {
  if (!ear) return { coverage: 0 };
  const message = readMessage(text, ear.lexicon);
  const alone = ear.alone.get(message.whole);
  if (alone) return { reading: alone, coverage: 1 };
  const scale = SCALES[kind];
  const picked = scale && readPosition(message, options);
  if (picked) return { reading: { kind: 'answer', value: picked, sure: true }, coverage: 1 };
  const answer = scale
    ? readChoice(message, scale)
    : readAmount(message, kind === 'percent' ? 'percent' : 'number');
  const reading = withCommands(message, answer);
  return { coverage: message.coverage, ...(reading && { reading }) };
}

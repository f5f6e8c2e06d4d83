/**
 * Settles what two readers that know nothing of each other make of a message. It is taken at once where both say the
 * same and the second one is clear enough; else it is asked back, with the likelier of the two on the button.
 */
import { COMMANDS, type Command } from '../command.ts';
import { LOCALES } from '../locale.ts';
import type { Asked, Context } from './asked.ts';
import type { Reading } from './reading.ts';
import type { RuleReading } from './rules.ts';
import type { SecondReader } from './second/second-reader.ts';

/** What is read, and whether it may be taken without asking. */
export interface BothRead {
  readonly reading?: Reading;
  readonly taken: boolean;
}

/** What the second reader makes of a message: a label as the case files write it, `?` for a question back. */
export interface Second {
  readonly label: string;
  readonly share: number;
  /** The model that said so. */
  readonly model: ModelName;
}

type ModelName = 'yesno' | 'phase' | 'status' | 'number' | 'aside';

const MODEL_OF: Partial<Record<Asked, ModelName>> = {
  yesno: 'yesno',
  phase: 'phase',
  status: 'status',
  percent: 'number',
  euros: 'number',
  count: 'number',
  minutes: 'number',
  number: 'number',
  any: 'aside',
};

const ASIDE = 'aside';
const FIGURE = 'figure';

/** The likeliest label; undefined where the kind of question has no model. */
export function secondOf(reader: SecondReader, text: string, { asked, locale }: Context): Second | undefined {
  const model = MODEL_OF[asked];
  const [best] = model ? reader.read({ text, locale }, model) : [];
  if (!model || !best) return undefined;
  if (best.label !== ASIDE) return { ...best, model };
  const [aside] = reader.read({ text, locale }, ASIDE);
  return aside && { label: aside.label, share: best.share * aside.share, model: ASIDE };
}

/** From which share on the second reader's word is enough to take a message without asking. */
interface Enough {
  /** It says what the rules say, who are sure, or only guess. Where they know every word they need no second. */
  readonly sure: number;
  readonly guess: number;
  /** The rules read nothing, or guess something else. */
  readonly alone: number;
  readonly against: number;
}

const NEVER = 2;

/**
 * Chosen where, of lines of a writer whom the second reader had not met, about one in two hundred is then taken wrongly:
 * each writer of the build part left out in turn. Of many commands each has a smaller share.
 */
const ENOUGH: Readonly<Record<ModelName, Enough>> = {
  yesno: { sure: 0.55, guess: 0.9, alone: 0.75, against: 0.85 },
  phase: { sure: 0.3, guess: 0.65, alone: 0.65, against: 0.9 },
  status: { sure: 0, guess: 0.65, alone: 0.5, against: 0.7 },
  // "Three mil" is a figure, but not 3: that a number is said does not bear out which.
  number: { sure: 0.5, guess: NEVER, alone: 0.8, against: 0.95 },
  aside: { sure: 0.2, guess: 0.5, alone: 0.6, against: 0.7 },
};
/** From which share on it is offered instead of what the rules read, and where they read nothing. */
const INSTEAD = { whole: 0.7, sure: 0.5, guess: 0.4 };
const OFFERED = { value: 0.4, command: 0.25 };

/** From which share on a figure that the rules read is not even offered. */
const FIGURE_GIVEN_UP = 0.8;

/** Commands that take something away are never guessed. */
const UNDOES: readonly Command[] = ['erase', 'restart', 'back', 'remind-off'];

export function settleBoth(rules: RuleReading, second: Second | undefined): BothRead {
  return second && !isNameAlone(rules, second) ? settle(rules, second) : byRules(rules);
}

function byRules({ reading, how }: RuleReading): BothRead {
  return { taken: reading !== undefined && how !== 'guess', ...(reading && { reading }) };
}

function settle({ reading, how }: RuleReading, second: Second): BothRead {
  if (!reading) return offered(second, OFFERED, ENOUGH[second.model].alone);
  if (written(reading) === second.label) return { reading, taken: isTaken(reading, how, second) };
  if (how === 'guess' && !isFigure(reading)) {
    const least = { value: INSTEAD.guess, command: INSTEAD.guess };
    const instead = offered(second, least, ENOUGH[second.model].against);
    return instead.reading || second.share >= INSTEAD.guess ? instead : { reading, taken: false };
  }
  if (second.share < INSTEAD[how] || isWholeAndAsked(how, second))
    return { reading, taken: how === 'whole' || isPlainCommand(reading, how) };
  const meant = isFigure(reading) ? insteadOfFigure(reading, second) : readingOf(second.label);
  return { taken: false, ...(meant && { reading: meant }) };
}

/** What an instrument is called, its content says: the second reader has never met "kypsyysprofiili", and finds nothing in it. */
function isNameAlone({ reading }: RuleReading, { label }: Second): boolean {
  return label === '?' && reading?.kind === 'command' && reading.dialog !== undefined;
}

/** "1" is the first option: the second reader, who is shown no options, finds a question in it. */
function isWholeAndAsked(how: RuleReading['how'], { label }: Second): boolean {
  return how === 'whole' && label === '?';
}

/** That the second reader sees no figure, or would ask, is no better guess than the figure that was read. */
function insteadOfFigure(figure: Reading, { label, share }: Second): Reading | undefined {
  return share < FIGURE_GIVEN_UP ? figure : readingOf(label);
}

/** What the second reader says where the rules say nothing, or only guess. */
function offered({ label, share }: Second, least: typeof OFFERED, enough: number): BothRead {
  const reading = readingOf(label);
  const kind = reading?.kind === 'command' ? 'command' : 'value';
  if (!reading || share < least[kind]) return { taken: false };
  return { reading, taken: share >= enough && !undoes(reading) };
}

function undoes(reading: Reading): boolean {
  return reading.kind === 'command' && UNDOES.includes(reading.name);
}

/** "Vie tietoni" in the middle of a question: the rules know the words, and the second reader has met few commands. */
function isPlainCommand(reading: Reading, how: RuleReading['how']): boolean {
  return how === 'sure' && reading.kind === 'command' && !undoes(reading);
}

function isFigure(reading: Reading): boolean {
  return written(reading) === FIGURE;
}

/** Whether what both read alike needs no question. */
function isTaken(reading: Reading, how: RuleReading['how'], { share, model }: Second): boolean {
  if (how === 'whole') return true;
  const enough = share >= ENOUGH[model][how];
  if (how === 'sure') return enough;
  return enough && !undoes(reading) && !(reading.kind === 'answer' && reading.open);
}

/** A figure is read by the rules alone. */
function readingOf(label: string): Reading | undefined {
  if (label === '?' || label === FIGURE) return undefined;
  if (!label.startsWith('/')) return { kind: 'answer', value: label, sure: false };
  const [word, to] = label.slice(1).split(':');
  const name = COMMANDS.find(one => one === word);
  const locale = LOCALES.find(one => one === to);
  return name && { kind: 'command', name, sure: false, ...(locale && { locale }) };
}

function written(reading: Reading): string {
  if (reading.kind === 'answer') return typeof reading.value === 'number' ? FIGURE : reading.value;
  return `/${reading.name}${reading.locale ? `:${reading.locale}` : ''}`;
}

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
}

const MODEL_OF: Partial<Record<Asked, string>> = {
  yesno: 'yesno',
  phase: 'phase',
  status: 'status',
  percent: 'number',
  euros: 'number',
  count: 'number',
  minutes: 'number',
  number: 'number',
};

const ASIDE = 'aside';
const FIGURE = 'figure';

/** The likeliest label; undefined where the kind of question has no model. */
export function secondOf(reader: SecondReader, text: string, { asked, locale }: Context): Second | undefined {
  const model = MODEL_OF[asked];
  const [best] = model ? reader.read({ text, locale }, model) : [];
  if (best?.label !== ASIDE) return best;
  const [aside] = reader.read({ text, locale }, ASIDE);
  return aside && { label: aside.label, share: best.share * aside.share };
}

/** From which share on the second reader bears out the rules, by how the rules read. */
const AGREED = { whole: 0, sure: 0.5, guess: 0.86 };
/** There are many commands, so each has a smaller share. */
const COMMAND_AGREED = { whole: 0, sure: 0.2, guess: 0.6 };
/** From which share on it is offered instead of what the rules read, and where they read nothing. */
const INSTEAD = { whole: 0.7, sure: 0.5, guess: 0.4 };
const OFFERED = { value: 0.4, command: 0.25 };
/** Alone it is taken only when nearly certain, and never against rules that are sure. */
const ALONE = { value: 0.95, command: 0.75 };

/** Commands that take something away are never guessed. */
const UNDOES: readonly Command[] = ['erase', 'restart', 'back', 'remind-off'];

export function settleBoth(rules: RuleReading, second: Second | undefined): BothRead {
  const { reading, how } = rules;
  if (!second) return { ...(reading && { reading }), taken: reading !== undefined && how !== 'guess' };
  if (!reading) return alone(second, OFFERED);
  if (written(reading) === second.label) return { reading, taken: isTaken(reading, how, second.share) };
  if (how === 'guess' && !isFigure(reading)) {
    const instead = alone(second, { value: INSTEAD.guess, command: INSTEAD.guess });
    return instead.reading || second.share >= INSTEAD.guess ? instead : { reading, taken: false };
  }
  if (second.share < INSTEAD[how]) return { reading, taken: how === 'whole' || isPlainCommand(reading, how) };
  const meant = readingOf(second.label);
  return { taken: false, ...(meant && { reading: meant }) };
}

/** What the second reader says where the rules say nothing, or only guess. */
function alone({ label, share }: Second, least: typeof OFFERED): BothRead {
  const reading = readingOf(label);
  const kind = reading?.kind === 'command' ? 'command' : 'value';
  if (!reading || share < least[kind]) return { taken: false };
  const undoes = reading.kind === 'command' && UNDOES.includes(reading.name);
  return { reading, taken: share >= ALONE[kind] && !undoes };
}

/** "Vie tietoni" in the middle of a question: the rules know the words, and the second reader has met few commands. */
function isPlainCommand(reading: Reading, how: RuleReading['how']): boolean {
  return how === 'sure' && reading.kind === 'command' && !UNDOES.includes(reading.name);
}

function isFigure(reading: Reading): boolean {
  return written(reading) === FIGURE;
}

/** Whether what both read alike needs no question. */
function isTaken(reading: Reading, how: RuleReading['how'], share: number): boolean {
  if (reading.kind === 'command')
    return share >= COMMAND_AGREED[how] && !(how === 'guess' && UNDOES.includes(reading.name));
  return share >= AGREED[how] && !(how === 'guess' && reading.open);
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

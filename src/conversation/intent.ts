/** What the person wants of this turn, read from a press or from free text. */
import type { Value } from '../assessment/answers.ts';
import type { Card, CardField } from '../assessment/card.ts';
import { fieldsOf } from '../assessment/fields-of.ts';
import { outsOf } from '../assessment/instrument.ts';
import { optionsAt } from '../assessment/options-at.ts';
import type { Command } from './command.ts';
import type { RunScene, Scene } from './context.ts';
import type { Locale } from './locale.ts';
import { NUMBER_FIELD_OF } from './naming/read-number-field.ts';
import { readWritten } from './naming/read-written.ts';
import { hasRows } from './naming/rows-meant.ts';
import { openCard } from './place.ts';
import type { Press } from './press.ts';
import { asksWords, type Session } from './session.ts';
import type { Agreeing } from './understanding/reading.ts';
import type { Asked, Understanding } from './understanding/understanding.ts';

export type Intent =
  | { kind: 'press'; press: Press }
  | { kind: 'stale' }
  | { kind: 'answer'; value: Value; note?: string }
  /** Free words for a question that takes them as they are (a reason, a note). */
  | { kind: 'words'; words: string }
  /** `text`: in which words, when typed. */
  | { kind: 'command'; name: Command; locale?: Locale; dialog?: string; text?: string }
  /** `agrees`: all that was said agrees to what was put before the person. */
  | { kind: 'suggest'; value: Value; agrees?: Agreeing }
  | { kind: 'suggest-command'; name: Command; dialog?: string }
  | { kind: 'nonsense' };

/**
 * A press is fresh when it bears no nonce, or the nonce of what is being asked now. "Show the result" on a question that
 * was open before is fresh where nothing is asked any more: whoever presses it again wishes to see the result again.
 */
export function readPress(session: Session, press: Press): Intent {
  if (!('nonce' in press) || press.nonce === undefined) return { kind: 'press', press };
  const { pending } = session;
  if (pending === undefined && press.do === 'command' && press.name === 'finish')
    return { kind: 'press', press };
  if (pending?.nonce !== press.nonce) return { kind: 'stale' };
  if ('step' in press && 'step' in pending && press.step !== pending.step) return { kind: 'stale' };
  return { kind: 'press', press };
}

/** Reads free text as an answer to what is open, or as a command. */
export function readText(scene: Scene, run: RunScene | undefined, text: string): Intent {
  const { pending, locale } = scene.session;
  const open = run && openField(run);
  const free = asksWords(pending) || (run && open && isWritten(run, open.field));
  const understood = scene.context.understand(text, {
    locale,
    asked: asksWords(pending) || !open ? 'any' : askedBy(run, open.field),
    options: run && open ? optionsShown(run, open) : [],
    ...(open?.alone && !free && { whole: true }),
  });
  if (asksWords(pending)) return wordsOrCommand(text, understood);
  if (run && open && isWritten(run, open.field)) return written(run, open.field, { text, understood });
  if (understood.kind === 'reprompt') return suggestion(understood);
  return understood.kind === 'command' ? { ...understood, text } : understood;
}

/** The field that a text answers: the form's open one, or the card's only one. */
export interface OpenField {
  readonly card: Card;
  readonly field: CardField;
  /** It is what was asked, and not one of many on a card. */
  readonly alone: boolean;
}

export function openField(run: RunScene): OpenField | undefined {
  const { pending } = run.session;
  if (pending?.kind !== 'step') return undefined;
  const card = openCard(run);
  if (!card) return undefined;
  const fields = fieldsOf(run.instrument, card, run.run.answers);
  const asked = fields.find(({ key }) => key === pending.input);
  const field = asked ?? fields[0];
  return field && { card, field, alone: asked !== undefined || fields.length === 1 };
}

/** How words are read is declared by the scale, and follows from the unit of a number. */
function askedBy({ instrument }: RunScene, { input }: CardField): Asked {
  if (input.type === 'number') return NUMBER_FIELD_OF[input.unit];
  if (input.type === 'choice' || input.type === 'multi') return instrument.scales[input.scale]?.read ?? 'any';
  return 'any';
}

/**
 * The options in the order shown, so that "2" or "the last one" can be read. On a form or a numbered list as a whole that
 * is no option: of a ladder's statements "3" would answer the first one "no".
 */
function optionsShown(run: RunScene, { card, field, alone }: OpenField): string[] {
  const { pending } = run.session;
  const { input } = field;
  const whole = pending?.kind === 'step' && pending.input === undefined;
  if (input.type !== 'choice' || (whole && (card.step.type === 'form' || (hasRows(card) && !alone))))
    return [];
  const { instrument } = run;
  return [...optionsAt(instrument, { input, at: card.at }, run.run.answers), ...outsOf(instrument, input)];
}

/** Fields whose answers are not in the vocabulary: words, dates, and options that only the instrument names. */
function isWritten(run: RunScene, { input }: CardField): boolean {
  if (input.type === 'text' || input.type === 'date' || input.type === 'multi') return true;
  return askedBy(run, { key: input.id, input }) === 'ordinal';
}

function written(
  run: RunScene,
  field: CardField,
  { text, understood }: { text: string; understood: Understanding },
): Intent {
  const meant = wordsOrCommand(text, understood);
  if (meant.kind === 'command') return { ...meant, text };
  if (field.input.type === 'choice' && understood.kind === 'answer') return understood;
  const value = readWritten(run, field, text);
  if (value !== undefined) return { kind: 'answer', value };
  // "Start a maturity profile" is long for a command among words, but no words will do here.
  if (understood.kind === 'command') return { ...understood, text };
  return understood.kind === 'reprompt' ? suggestion(understood) : { kind: 'nonsense' };
}

/** A command by itself is short. A longer message where any words will do is one only of these. */
const WORDS_OF_A_COMMAND = 3;
const COMMANDS_AMONG_WORDS: readonly Command[] = [
  'back',
  'skip',
  'cancel',
  'help',
  'finish',
  'contact',
  'human',
  'transcript',
  'export',
  'language',
  'erase',
];

function wordsOrCommand(text: string, understood: Understanding): Intent {
  if (understood.kind !== 'command') return { kind: 'words', words: text };
  const plain = text.trim().split(/\s+/).length <= WORDS_OF_A_COMMAND;
  return plain || COMMANDS_AMONG_WORDS.includes(understood.name)
    ? understood
    : { kind: 'words', words: text };
}

function suggestion({ suggestion }: Understanding & { kind: 'reprompt' }): Intent {
  if (suggestion?.kind === 'command')
    return {
      kind: 'suggest-command',
      name: suggestion.name,
      ...(suggestion.dialog !== undefined && { dialog: suggestion.dialog }),
    };
  if (!suggestion) return { kind: 'nonsense' };
  const { value, agrees } = suggestion;
  return agrees ? { kind: 'suggest', value, agrees } : { kind: 'suggest', value };
}

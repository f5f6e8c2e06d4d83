/** What the person wants of this turn, read from a press or from free text. */
import { OUTS } from '../assessment/answers.ts';
import { type Definition, findInput, inputsOf, optionsOf, type Step } from '../assessment/definition.ts';
import type { Command } from './command.ts';
import type { RunScene, Scene } from './context.ts';
import type { Locale } from './locale.ts';
import type { Press } from './press.ts';
import type { Pending, Session } from './session.ts';
import type { Asked, Understanding } from './understanding/understanding.ts';

export type Intent =
  | { kind: 'press'; press: Press }
  | { kind: 'stale' }
  | { kind: 'answer'; value: string | number; note?: string }
  /** Free words for a question that takes them as they are (a reason, a note). */
  | { kind: 'words'; words: string }
  /** `text`: in which words, when typed. */
  | { kind: 'command'; name: Command; locale?: Locale; text?: string }
  | { kind: 'suggest'; value: string | number }
  | { kind: 'suggest-command'; name: Command }
  | { kind: 'nonsense' };

/** A press is fresh when it bears no nonce, or the nonce of what is being asked now. */
export function readPress(session: Session, press: Press): Intent {
  if (!('nonce' in press) || press.nonce === undefined) return { kind: 'press', press };
  const { pending } = session;
  if (pending?.nonce !== press.nonce) return { kind: 'stale' };
  if ('step' in press && 'step' in pending && press.step !== pending.step) return { kind: 'stale' };
  return { kind: 'press', press };
}

/** Reads free text as an answer to what is open, or as a command. */
export function readText(scene: Scene, run: RunScene | undefined, text: string): Intent {
  const { pending, locale } = scene.session;
  const options = run && pending ? optionsShown(run.definition, pending) : [];
  const understood = scene.context.understand(text, {
    locale,
    asked: askedBy(run?.definition, pending),
    options,
  });
  if (takesWords(pending)) return wordsOrCommand(text, understood);
  if (understood.kind === 'reprompt') return suggestion(understood);
  return understood.kind === 'command' ? { ...understood, text } : understood;
}

/** The input that a text answers: the form's open one, or the step's only one. */
export function openInput(definition: Definition, pending: Pending | undefined) {
  if (pending?.kind !== 'step') return undefined;
  const step = definition.steps.find(({ id }) => id === pending.step);
  if (!step) return undefined;
  const input = inputsOf(step).find(({ id }) => id === pending.input) ?? inputsOf(step)[0];
  return input && { step, input };
}

function askedBy(definition: Definition | undefined, pending: Pending | undefined): Asked {
  if (takesWords(pending)) return 'any';
  const open = definition && openInput(definition, pending);
  if (!open) return 'any';
  const input = findInput(definition, open.input.id);
  if (input?.type === 'number') return input.unit;
  return input && optionsOf(definition, input).includes('manual') ? 'phase' : 'yesno';
}

/** The options in the order shown, so that "2" or "the last one" can be read. */
function optionsShown(definition: Definition, pending: Pending): string[] {
  const open = openInput(definition, pending);
  if (
    !open ||
    open.input.type === 'number' ||
    (isForm(open.step) && pending.kind === 'step' && !pending.input)
  )
    return [];
  return [...optionsOf(definition, open.input), ...OUTS];
}

function isForm(step: Step): boolean {
  return step.type === 'form';
}

function takesWords(pending: Pending | undefined): boolean {
  return pending?.kind === 'reason' || pending?.kind === 'note';
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
  if (suggestion?.kind === 'command') return { kind: 'suggest-command', name: suggestion.name };
  return suggestion ? { kind: 'suggest', value: suggestion.value } : { kind: 'nonsense' };
}

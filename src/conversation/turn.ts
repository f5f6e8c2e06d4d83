/**
 * One turn of the conversation, pure: what came in and what is remembered go in; what to remember, what to say
 * and what else has to happen come out. Run it twice with the same arguments and it does the same.
 */
import { OUTS } from '../assessment/answers.ts';
import type { Step } from '../assessment/definition.ts';
import { walk } from '../assessment/walk.ts';
import { answerStep, reject } from './answering.ts';
import { askNext, repeatQuestion } from './asking.ts';
import { withoutYesOrNo } from './beneath.ts';
import { carryOut, greet, switchLanguage, tellPlace } from './commands.ts';
import {
  before,
  type ConversationContext,
  type RunScene,
  type Scene,
  say,
  type Turn,
  withRun,
} from './context.ts';
import { explainNamed, help, isWithoutQuestion, thankFor, withoutQuestion } from './helping.ts';
import type { Conversed, Input } from './input.ts';
import { type Intent, openInput, readPress, readText } from './intent.ts';
import { settle } from './meant-press.ts';
import { moveRun } from './moving.ts';
import { notUnderstood } from './not-understood.ts';
import type { Press } from './press.ts';
import { pressedForm } from './pressed-form.ts';
import type { Session } from './session.ts';
import { showShared } from './sharing.ts';
import {
  applyReading,
  confirm,
  keepReason,
  keepWords,
  offerNote,
  suggestCommand,
  suggestReading,
} from './side-questions.ts';
import { takeImport } from './workbook/importing.ts';
import { takeWorkbookTurn } from './workbook/workbook-turn.ts';

/** Works out one turn. `now` is epoch milliseconds. */
export function takeTurn(context: ConversationContext, session: Session, input: Input, now: number): Turn {
  const asked: Scene = { context, session, now, ...(input.kind === 'text' && { heard: 'words' }) };
  const over = withoutYesOrNo(asked);
  if (input.kind === 'workbook-import') return takeImport(over, input.answers);
  if (input.kind === 'share-code') return showShared(over, input.found);
  if (input.kind === 'called')
    return takeWorkbookTurn(over, STATUS_ASKED) ?? tellPlace(over, runOf(over).run);
  const settled = settle(asked, input);
  return takeWorkbookTurn(settled.scene, settled.input) ?? takeQuickCheckTurn(settled.scene, settled.input);
}

/** The quick check, and all that is the same whatever is in hand. */
function takeQuickCheckTurn(scene: Scene, input: Conversed): Turn {
  const { run, moved } = runOf(scene);
  const turn = respond(run ?? scene, run, input);
  return moved ? before([{ kind: 'notice', notice: 'version-moved' }], turn) : turn;
}

const STATUS_ASKED = { kind: 'press', press: { do: 'command', name: 'status' } } as const;

function respond(scene: Scene, run: RunScene | undefined, input: Conversed): Turn {
  if (input.kind === 'joined') return greet(scene, run, input.locale);
  if (input.kind === 'unreadable') return note(scene, run, 'unreadable');
  if (input.kind === 'let-go') return note(scene, run, 'kept-as-is');
  if (input.kind === 'which') return say(scene.session, [{ kind: 'notice', notice: 'which' }]);
  const active = { ...scene, session: { ...scene.session, paused: undefined } };
  const intent =
    input.kind === 'press' ? readPress(scene.session, input.press) : readText(scene, run, input.text);
  return act(active, run && { ...run, session: active.session }, intent);
}

function act(scene: Scene, run: RunScene | undefined, intent: Intent): Turn {
  switch (intent.kind) {
    case 'stale':
      return note(scene, run, 'stale');
    case 'nonsense':
      return notUnderstood(scene);
    case 'command':
      return commanded(scene, run, intent);
    case 'suggest-command':
      return suggestCommand(scene, intent.name);
    case 'press':
      return pressed(scene, run, intent.press);
  }
  if (!run)
    return intent.kind === 'answer' && intent.value === 'yes'
      ? carryOut(scene, run, { name: 'start' })
      : notUnderstood(scene);
  if (intent.kind === 'words') return keepWords(run, intent.words);
  if (isWithoutQuestion(run)) return withoutQuestion(run, intent);
  if (intent.kind === 'suggest') return suggestReading(run, intent.value) ?? notUnderstood(scene);
  return answered(run, intent);
}

/** Asked why with nothing open, it is told what the summary or the result is. */
function commanded(scene: Scene, run: RunScene | undefined, intent: Intent & { kind: 'command' }): Turn {
  const explained = explainNamed(scene, intent);
  if (explained) return explained;
  if (run && intent.name === 'why' && isWithoutQuestion(run)) return help(run);
  return carryOut(scene, run, intent);
}

function answered(run: RunScene, { value, note }: Intent & { kind: 'answer' }): Turn {
  const open = openInput(run.definition, run.session.pending);
  if (!open) return notUnderstood(run);
  const turn = applyReading(run, { ...open, value });
  return note === undefined ? turn : offerNote(run, turn, { step: open.step, note });
}

function pressed(scene: Scene, run: RunScene | undefined, press: Press): Turn {
  if (press.do === 'command') return commanded(scene, run, { kind: 'command', name: press.name });
  if (press.do === 'locale') return switchLanguage(scene, run, press.value);
  if (press.do === 'confirm') return confirmed(scene, run, press.value);
  if (press.do === 'feedback') return thankFor(scene, press.value);
  if (!run || press.do === 'workbook-form' || press.do === 'workbook-go') return note(scene, run, 'stale');
  const step = run.definition.steps.find(({ id }) => id === press.step);
  return step ? pressedOnStep(run, step, press) : note(scene, run, 'unreadable');
}

function pressedOnStep(run: RunScene, step: Step, press: StepPress): Turn {
  switch (press.do) {
    case 'answer':
      return pressedAnswer(run, step, press.value);
    case 'form':
      return pressedForm(run, step, press);
    case 'reason':
      return keepReason(run, step, press.value);
    case 'note':
      return keepWords(run, press.value ?? '');
    case 'edit':
      return edit(run, press.step);
  }
}

type StepPress = Extract<Press, { do: 'answer' | 'form' | 'reason' | 'note' | 'edit' }>;

function pressedAnswer(run: RunScene, step: Step, value: string | number): Turn {
  if (step.type === 'form') return note(run, run, 'unreadable');
  const typed = step.type === 'number' && !OUTS.some(out => out === value);
  return typed ? typedNumber(run, String(value)) : answerStep(run, step, { [step.id]: value });
}

/** Yes or no to what was asked beside the questions. */
function confirmed(scene: Scene, run: RunScene | undefined, value: 'yes' | 'no'): Turn {
  const { pending } = scene.session;
  if (pending?.kind !== 'command' || value === 'no') return confirm(scene, run, value);
  return carryOut(withoutYesOrNo(scene), run && withoutYesOrNo(run), { name: pending.name });
}

/** What most people type there, and nothing that has to be understood. */
const FIGURES = /^\d{1,9}$/;

/** A number typed into a card is read like one typed into the chat ("81,5 %"). */
function typedNumber(run: RunScene, text: string): Turn {
  if (FIGURES.test(text)) return answered(run, { kind: 'answer', value: Number(text) });
  const intent = readText(run, run, text);
  return intent.kind === 'answer' ? answered(run, intent) : notNumber(run, intent);
}

function notNumber(run: RunScene, intent: Intent): Turn {
  const input = openInput(run.definition, run.session.pending)?.input;
  if (intent.kind === 'suggest') return suggestReading(run, intent.value) ?? notUnderstood(run);
  return input?.type === 'number'
    ? reject(run, { problem: 'not-a-number', min: input.min, max: input.max })
    : notUnderstood(run);
}

/** Opens a step from the summary. A second press on the same row shows the open question again. */
function edit(run: RunScene, step: string): Turn {
  const { path } = walk(run.definition, run.run.answers, run.run.skipped);
  if (!path.some(({ id }) => id === step)) return note(run, run, 'stale');
  return run.run.visiting === step ? repeatQuestion(run) : askNext(withRun(run, { visiting: step }));
}

/** One short line, and the question that is open. */
function note(scene: Scene, run: RunScene | undefined, notice: 'stale' | 'unreadable' | 'kept-as-is'): Turn {
  const open = run && (run.session.pending || run.run.stage === 'asking');
  const again = run && open ? repeatQuestion(run) : say(scene.session, []);
  return before([{ kind: 'notice', notice }], again);
}

/** The run with the definition it began on; moved to the version in force when its own is gone. */
function runOf(scene: Scene): { run: RunScene | undefined; moved: boolean } {
  const { run } = scene.session;
  if (!run) return { run: undefined, moved: false };
  const own = scene.context.definition(run.dialog, run.version);
  if (own) return { run: { ...scene, run, definition: own }, moved: false };
  const current = scene.context.current(run.dialog);
  if (!current) return { run: undefined, moved: false };
  const moved = moveRun(run, current);
  const session = { ...scene.session, run: moved, pending: undefined };
  return { run: { ...scene, session, run: moved, definition: current }, moved: true };
}

/** What is asked beside the assessment's own questions: a reason, a note, "did you mean", "are you sure". */
import { checkAnswer } from '../assessment/check-answers.ts';
import { type Input, inputsOf, type Step } from '../assessment/definition.ts';
import { answerInput, answerStep, reject } from './answering.ts';
import { askNext, showOpen } from './asking.ts';
import { beginRun } from './beginning.ts';
import { type Lasting, lastingOf, withoutYesOrNo } from './beneath.ts';
import type { Command } from './command.ts';
import { before, type RunScene, type Scene, say, type Turn, withRun } from './context.ts';
import { refOf } from './place.ts';
import type { Reply } from './reply.ts';
import type { Pending } from './session.ts';

/** Long enough for a sentence or a link, short enough to stay a note. */
export const LONGEST_NOTE = 300;

type Open = { step: Step; input: Input };

/** Applies a value read from text, to a form's input or to the step as a whole. */
export function applyReading(
  scene: RunScene,
  { step, input, value }: Open & { value: string | number },
): Turn {
  if (step.type === 'form') return answerInput(scene, { step, input, value });
  return answerStep(scene, step, { [input.id]: value });
}

/** "Did you mean …?" Undefined when the suggestion does not fit what is open. */
export function suggestReading(scene: RunScene, value: string | number): Turn | undefined {
  const { pending } = scene.session;
  if (pending?.kind !== 'step') return undefined;
  const step = scene.definition.steps.find(({ id }) => id === pending.step);
  const input = step && (inputsOf(step).find(({ id }) => id === pending.input) ?? inputsOf(step)[0]);
  if (!step || !input || checkAnswer(scene.definition, input, value)) return undefined;
  return askAside(scene, (nonce, beneath) => [
    { kind: 'reading', step: step.id, input: input.id, nonce, value, beneath },
    { kind: 'did-you-mean', step: step.id, input: input.id, nonce, value, ...refOf(scene.definition) },
  ]);
}

/** "Did you mean this command?" */
export function suggestCommand(scene: Scene, name: Command): Turn {
  return askAside(scene, (nonce, beneath) => [
    { kind: 'command', name, nonce, beneath },
    { kind: 'command-suggested', name, nonce },
  ]);
}

/** Asks, after an answer was taken, whether the reason that came with it should be kept as a note. */
export function offerNote(scene: RunScene, taken: Turn, { step, note }: { step: Step; note: string }): Turn {
  if (taken.replies.some(({ kind }) => kind === 'rejected')) return taken;
  const asked = askAside({ ...scene, session: taken.session }, nonce => [
    { kind: 'keep-note', step: step.id, nonce, note: note.slice(0, LONGEST_NOTE) },
    {
      kind: 'note-offered',
      step: step.id,
      nonce,
      note: note.slice(0, LONGEST_NOTE),
      ...refOf(scene.definition),
    },
  ]);
  const closing = taken.replies.filter(({ kind }) => kind === 'answered');
  return { ...before(closing, asked), effects: taken.effects };
}

/** Asks for a note to the step that is open, or was last shown. */
export function askNote(scene: RunScene, step: string): Turn {
  return askAside(scene, (nonce, beneath) => [
    { kind: 'note', step, nonce, beneath: beneathNote(beneath) },
    { kind: 'note-asked', step, nonce, ...refOf(scene.definition) },
  ]);
}

/** Free words, for the reason or note that was asked. */
export function keepWords(scene: RunScene, words: string): Turn {
  const { pending } = scene.session;
  const step = scene.definition.steps.find(({ id }) => pending && 'step' in pending && id === pending.step);
  if (!step) return askNext(scene);
  if (words.length > LONGEST_NOTE) return reject(scene, { problem: 'too-long', max: LONGEST_NOTE });
  return pending?.kind === 'reason' ? keepReason(scene, step, words) : keepNote(scene, step.id, words);
}

/** Why a step (in a form: the inputs marked so) does not apply; nothing given is fine too. */
export function keepReason(scene: RunScene, step: Step, reason: string | undefined): Turn {
  const text = reason?.trim();
  const inapplicable = inputsOf(step).filter(({ id }) => scene.run.answers[id] === 'na');
  const given = text ? Object.fromEntries(inapplicable.map(({ id }) => [id, text])) : {};
  return askNext(withRun(scene, { reasons: { ...scene.run.reasons, ...given } }));
}

/** Asks whether answers may be thrown away. */
export function askSure(scene: Scene, what: 'restart' | 'erase'): Turn {
  return askAside(scene, (nonce, beneath) => [
    { kind: 'confirm', what, nonce, beneath },
    { kind: 'confirm', what, nonce },
  ]);
}

/** Yes or no to the side question that is open; then what lay beneath it is open again. */
export function confirm(scene: Scene, run: RunScene | undefined, value: 'yes' | 'no'): Turn {
  const { pending } = scene.session;
  if (pending?.kind === 'confirm' && pending.what === 'erase' && value === 'yes') return erase(scene);
  if (!run) return say(withoutYesOrNo(scene).session, KEPT);
  const open = withoutYesOrNo(run);
  if (value === 'yes' && pending?.kind === 'confirm') return beginRun(scene, run.definition);
  if (value === 'yes' && pending?.kind === 'keep-note') return keepNote(open, pending.step, pending.note);
  if (value === 'yes' && pending?.kind === 'reading') return takeReading(open, pending);
  const again = showOpen(open);
  return pending?.kind === 'confirm' || again.replies.length === 0 ? before(KEPT, again) : again;
}

const KEPT = [{ kind: 'notice', notice: 'kept-as-is' }] as const;

function takeReading(scene: RunScene, { value, ...asked }: Pending & { kind: 'reading' }): Turn {
  const step = scene.definition.steps.find(({ id }) => id === asked.step);
  const input = step && inputsOf(step).find(({ id }) => id === asked.input);
  return step && input ? applyReading(scene, { step, input, value }) : showOpen(scene);
}

function keepNote(scene: RunScene, step: string, words: string): Turn {
  const open = withoutNote(scene);
  const note = words.trim();
  if (!note) return showOpen(open);
  const kept = withRun(open, { notes: { ...scene.run.notes, [step]: note } });
  return before([{ kind: 'notice', notice: 'note-saved' }], showOpen(kept));
}

/** The scene in which the question for a note is over. */
export function withoutNote(scene: RunScene): RunScene {
  const { pending } = scene.session;
  return pending?.kind === 'note'
    ? { ...scene, session: { ...scene.session, pending: pending.beneath } }
    : scene;
}

/** Asked for again, a note lies on what it lay on before. */
function beneathNote(beneath: Lasting | undefined) {
  if (beneath?.kind === 'note') return beneath.beneath;
  return beneath?.kind === 'workbook' ? undefined : beneath;
}

/** The question stays open: who did not get the word of it and says yes again gets it, not a new beginning. */
function erase(scene: Scene): Turn {
  const { locale, serial, pending } = scene.session;
  const asked = pending && ({ kind: 'confirm', what: 'erase', nonce: pending.nonce } as const);
  return say(
    { locale, serial, misses: 0, pending: asked },
    [{ kind: 'notice', notice: 'erased' }],
    [{ kind: 'erase-everything' }],
  );
}

/** Opens a side question under a new nonce, on what is open. */
export function askAside(scene: Scene, ask: Ask): Turn {
  const serial = scene.session.serial + 1;
  const [pending, reply] = ask(serial.toString(36), lastingOf(scene.session.pending));
  return say({ ...scene.session, serial, pending, misses: 0 }, [reply]);
}

type Ask = (nonce: string, beneath: Lasting | undefined) => [Pending, Reply];

/** Asks the next question, or the current one again. */
import type { Step } from '../assessment/definition.ts';
import { walk } from '../assessment/walk.ts';
import { type RunScene, say, type Turn, withRun } from './context.ts';
import { currentStep, progressAt, refOf, valuesOf } from './place.ts';
import type { Reply } from './reply.ts';
import { review } from './reviewing.ts';
import type { Pending } from './session.ts';

/** Goes on from where the answers lead: the visited step, else the first open one, else the summary. */
export function askNext(scene: RunScene): Turn {
  const step = currentStep(scene);
  return step ? askStep(scene, step) : review(scene);
}

/** Asks this step under a new nonce: presses on any earlier card become stale. */
export function askStep(scene: RunScene, step: Step): Turn {
  const serial = scene.session.serial + 1;
  const pending: Pending = { kind: 'step', step: step.id, nonce: serial.toString(36) };
  const question = questionReply(scene, step, pending.nonce);
  const counted = { kind: 'count', counter: 'asked', step: step.id } as const;
  return say({ ...scene.session, serial, pending, misses: 0 }, [question], [counted]);
}

/** Asks one input of a form that is being answered by text, and says how the one before it was read. */
export function askInput(
  scene: RunScene,
  step: Step,
  { input, noted }: Pick<Reply & { kind: 'input-asked' }, 'input' | 'noted'>,
): Turn {
  const { session, definition } = scene;
  const serial = session.serial + 1;
  const nonce = serial.toString(36);
  const asked = { step: step.id, input, nonce, ...refOf(definition) };
  const reply: Reply = { kind: 'input-asked', ...asked, ...(noted && { noted }) };
  const pending: Pending = { kind: 'step', step: step.id, nonce, input, card: cardOf(session.pending) };
  return say({ ...session, serial, misses: 0, pending }, [reply]);
}

/** The nonce of the card that shows the open question. */
export function cardOf(pending: Pending | undefined): string | undefined {
  return pending?.kind === 'step' ? (pending.card ?? pending.nonce) : undefined;
}

/** What is open, once more; nothing when the result has been shown and nothing is asked. */
export function showOpen(scene: RunScene): Turn {
  const { run, session } = scene;
  if (session.pending || run.visiting || run.stage === 'asking') return repeatQuestion(scene);
  return run.stage === 'reviewing' ? review(scene) : say(session, []);
}

/** Shows the open question once more, with the same nonce, so that the card already on screen stays good. */
export function repeatQuestion(scene: RunScene): Turn {
  const { pending } = scene.session;
  const step = scene.definition.steps.find(one => pending && 'step' in pending && one.id === pending.step);
  if (!step) return askNext(scene);
  if (pending?.kind === 'reason' || pending?.kind === 'note') {
    const kind = pending.kind === 'note' ? 'note-asked' : 'reason';
    return say(scene.session, [{ kind, step: step.id, nonce: pending.nonce, ...refOf(scene.definition) }]);
  }
  if (pending?.kind !== 'step') return askNext(scene);
  if (pending.input === undefined) return say(scene.session, [questionReply(scene, step, pending.nonce)]);
  const { nonce, input } = pending;
  return say(scene.session, [
    { kind: 'input-asked', step: step.id, input, nonce, ...refOf(scene.definition) },
  ]);
}

/** Goes to the step before the current one on the path; from the summary to the last one. */
export function askPrevious(scene: RunScene): Turn {
  const { path } = walk(scene.definition, scene.run.answers, scene.run.skipped);
  const current = currentStep(scene);
  const at = current ? path.indexOf(current) : path.length;
  const previous = path[at - 1];
  if (!previous) return say(scene.session, [{ kind: 'notice', notice: 'nothing-to-go-back-to' }]);
  return askNext(withRun(scene, { visiting: previous.id }));
}

export function questionReply(scene: RunScene, step: Step, nonce: string): Reply {
  const progress = progressAt(scene, step);
  return {
    kind: 'question',
    step: step.id,
    nonce,
    progress,
    values: valuesOf(scene, step),
    ...refOf(scene.definition),
  };
}

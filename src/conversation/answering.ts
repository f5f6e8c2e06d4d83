/** Takes an answer: checks it, writes it into the run, and goes on. */
import { checkAnswer } from '../assessment/check-answers.ts';
import { findInput, type Input, inputsOf, type Step } from '../assessment/definition.ts';
import { pruneAnswers } from '../assessment/walk.ts';
import { askInput, askNext, cardOf } from './asking.ts';
import { before, type RunScene, say, type Turn, withRun } from './context.ts';
import { progressAt, refOf, valuesOf } from './place.ts';
import type { Rejection, Reply } from './reply.ts';

type Values = Readonly<Record<string, string | number>>;

/** Answers of one step, all at once. A value that does not fit is refused and nothing is changed. */
export function answerStep(scene: RunScene, step: Step, values: Values): Turn {
  const rejection = firstProblem(scene, values);
  if (rejection) return reject(scene, rejection);
  const answered = take(scene, step, values);
  const counted = [{ kind: 'count', counter: 'answered', step: step.id } as const];
  const unreasoned = inputsOf(step).some(
    ({ id }) => values[id] === 'na' && answered.run.reasons[id] === undefined,
  );
  const next = unreasoned ? askReason(answered, step) : askNext(answered);
  const turn = before(closing(answered, step), next);
  return { ...turn, effects: [...counted, ...turn.effects] };
}

/** One input of a form answered by text: goes on with the form's next open input. */
export function answerInput(
  scene: RunScene,
  { step, input, value }: { step: Step; input: Input; value: string | number },
): Turn {
  const rejection = firstProblem(scene, { [input.id]: value });
  if (rejection) return reject(scene, rejection);
  const run = withRun(scene, { answers: { ...scene.run.answers, [input.id]: value } });
  const inputs = inputsOf(step);
  const next = inputs[inputs.indexOf(input) + 1];
  return next
    ? askInput(run, step, { input: next.id, noted: { input: input.id, value } })
    : answerStep(run, step, valuesOf(run, step));
}

/** Moves past a step without answering; it counts as unknown and can be answered from the summary. */
export function skipStep(scene: RunScene, step: Step): Turn {
  const { run } = scene;
  const ids = inputsOf(step).map(({ id }) => id);
  const answers = Object.fromEntries(Object.entries(run.answers).filter(([id]) => !ids.includes(id)));
  const skipped = [...new Set([...run.skipped, step.id])];
  const scened = withRun(scene, {
    skipped,
    answers: pruneAnswers(scene.definition, answers),
    visiting: undefined,
  });
  return before(closing(scened, step), askNext(scened));
}

/** Refuses an answer; the question stays open. */
export function reject(scene: RunScene, rejection: Rejection): Turn {
  return say(scene.session, [{ kind: 'rejected', rejection }]);
}

function take(scene: RunScene, step: Step, values: Values): RunScene {
  const { run, definition } = scene;
  const answers = pruneAnswers(definition, { ...run.answers, ...values });
  const reasons = Object.fromEntries(Object.entries(run.reasons).filter(([id]) => answers[id] === 'na'));
  const skipped = run.skipped.filter(id => id !== step.id);
  return withRun(scene, { answers, reasons, skipped, visiting: undefined });
}

function firstProblem({ definition }: RunScene, values: Values): Rejection | undefined {
  for (const [id, value] of Object.entries(values)) {
    const input = findInput(definition, id);
    const problem = input && checkAnswer(definition, input, value);
    if (problem?.problem === 'not-an-option') return { problem: 'not-an-option' };
    if (problem && 'min' in problem) return { problem: problem.problem, min: problem.min, max: problem.max };
  }
  return undefined;
}

/** The answered question's card shrinks to a line, so that only the open one has buttons. */
function closing(scene: RunScene, step: Step): Reply[] {
  const { pending } = scene.session;
  const replaces = cardOf(pending);
  if (replaces === undefined || !pending || !('step' in pending) || pending.step !== step.id) return [];
  return [
    {
      kind: 'answered',
      step: step.id,
      replaces,
      progress: progressAt(scene, step),
      values: valuesOf(scene, step),
      skipped: scene.run.skipped.includes(step.id),
      ...(scene.heard && { heard: scene.heard }),
      ...refOf(scene.definition),
    },
  ];
}

function askReason(scene: RunScene, step: Step): Turn {
  const { session, definition } = scene;
  const serial = session.serial + 1;
  const nonce = serial.toString(36);
  const reply: Reply = { kind: 'reason', step: step.id, nonce, ...refOf(definition) };
  return say({ ...session, serial, misses: 0, pending: { kind: 'reason', step: step.id, nonce } }, [reply]);
}

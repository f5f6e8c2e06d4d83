/** What is said where no question is open: on the summary and after the result there is no answer to refuse. */
import { walk } from '../assessment/walk.ts';
import { FIRST_DIALOG } from './beginning.ts';
import { carryOut } from './commands.ts';
import { type RunScene, type Scene, say, type Turn } from './context.ts';
import type { Intent } from './intent.ts';
import { refOf } from './place.ts';

/** "Mitä tarkoittaa vireillepano?": explained wherever it is asked. Undefined when nothing of ours is named. */
export function explainNamed(scene: Scene, { name, text }: Intent & { kind: 'command' }): Turn | undefined {
  const definition = scene.context.current(scene.session.run?.dialog ?? FIRST_DIALOG);
  if (name !== 'why' || text === undefined || !definition) return undefined;
  const step = scene.context.findStep(text, definition);
  return step === undefined
    ? undefined
    : say(scene.session, [{ kind: 'explanation', step, ...refOf(definition) }]);
}

/** Agreeing to the summary shows the result; a yes or no to the result says whether it helped. */
export function withoutQuestion(run: RunScene, intent: Intent): Turn {
  const value = intent.kind === 'answer' || intent.kind === 'suggest' ? intent.value : undefined;
  if (run.run.stage === 'reviewing')
    return value === 'yes' ? carryOut(run, run, { name: 'finish' }) : help(run);
  if (intent.kind !== 'answer' || (value !== 'yes' && value !== 'no')) return help(run);
  return thankFor(run, value === 'yes' ? 'up' : 'down');
}

/** What somebody thought of the result. */
export function thankFor({ session }: Scene, value: 'up' | 'down'): Turn {
  const counted = { kind: 'count', counter: `feedback-${value}` } as const;
  return say({ ...session, misses: 0 }, [{ kind: 'notice', notice: 'feedback-thanks' }], [counted]);
}

/** What can be done with the summary or the result. */
export function help({ session, run }: RunScene): Turn {
  const notice = run.stage === 'reviewing' ? 'about-summary' : 'about-result';
  return say({ ...session, misses: 0 }, [{ kind: 'notice', notice }]);
}

/** Whether there is a summary or a result before the person and nothing is asked. */
export function isWithoutQuestion({ session, run, definition }: RunScene): boolean {
  const visited = walk(definition, run.answers, run.skipped).path.some(({ id }) => id === run.visiting);
  return !session.pending && !visited && run.stage !== 'asking';
}

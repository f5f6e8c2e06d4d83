/** What is said where no question is open: on the summary and after the result there is no answer to refuse. */
import { namesIn } from '../assessment/names-in.ts';
import { walk } from '../assessment/walk.ts';
import { carryOut } from './commands.ts';
import { type RunScene, type Scene, say, type Turn } from './context.ts';
import type { Intent } from './intent.ts';
import { currentCard, refOf } from './place.ts';
import { suggestCommand } from './side-questions.ts';
import type { Agreeing } from './understanding/reading.ts';

/** "Mitä tarkoittaa vireillepano?": explained wherever it is asked. Undefined when nothing of ours is named. */
export function explainNamed(
  { context, session }: Scene,
  run: RunScene | undefined,
  { name, text }: Intent & { kind: 'command' },
): Turn | undefined {
  return name === 'why' && text !== undefined ? explanationIn({ context, session }, run, text) : undefined;
}

/**
 * "Mikä on käyttöaste": what could not be read and names something of ours is explained where nothing is asked; beside
 * a question it may be a clumsy answer, unless it ends in a question mark.
 */
export function explainAsked(scene: Scene, run: RunScene | undefined, text: string): Turn | undefined {
  const asks = text.trim().endsWith('?') || scene.session.pending === undefined;
  return asks ? explanationIn(scene, run, text) : undefined;
}

function explanationIn(
  { context, session }: Pick<Scene, 'context' | 'session'>,
  run: RunScene | undefined,
  text: string,
): Turn | undefined {
  const dialogs = [...(run ? [run.run.dialog] : []), ...context.offered];
  for (const dialog of new Set(dialogs)) {
    const instrument = dialog === run?.run.dialog ? run.instrument : context.current(dialog);
    const step = instrument && context.findCard(text, instrument);
    if (instrument && step !== undefined) {
      const names = run ? namesIn(run.run.answers) : {};
      return say(session, [{ kind: 'explanation', step, names, ...refOf(instrument) }]);
    }
  }
  return undefined;
}

/** Agreeing to the summary shows the result; a yes or no to the result says whether it helped. */
export function withoutQuestion(run: RunScene, intent: Intent): Turn {
  if (run.run.stage === 'reviewing') return atSummary(run, intent);
  const isSmile = intent.kind === 'suggest' && intent.agrees === 'smile';
  const value = intent.kind === 'answer' || isSmile ? intent.value : undefined;
  return value === 'yes' || value === 'no' ? thankFor(run, value === 'yes' ? 'up' : 'down') : help(run);
}

/** "Paljon" is likely a yes to a question, and none to a summary: there it is asked whether to go on. */
function atSummary(run: RunScene, intent: Intent): Turn {
  if ((intent.kind !== 'answer' && intent.kind !== 'suggest') || intent.value !== 'yes') return help(run);
  return intent.kind === 'answer' || agreesTo(run, intent.agrees)
    ? carryOut(run, run, { name: 'finish' })
    : suggestCommand(run, { name: 'finish' });
}

/** Where the result adds the answers to those of many, a smile is too little. */
function agreesTo({ instrument }: RunScene, agrees: Agreeing | undefined): boolean {
  return agrees === 'nod' || (agrees === 'smile' && !instrument.collects);
}

/** What somebody thought of the result. */
export function thankFor({ session }: Scene, value: 'up' | 'down'): Turn {
  const counted = { kind: 'count', counter: `feedback-${value}` } as const;
  return say({ ...session, misses: 0 }, [{ kind: 'notice', notice: 'feedback-thanks' }], [counted]);
}

/** Why and how, with nothing asked: of a result that came from figures on the way, what those mean. */
export function explainReached(scene: RunScene): Turn {
  const { instrument, run } = scene;
  const figures = walk(instrument, run.answers, run.passed).path.findLast(({ step }) => step.type === 'show');
  if (instrument.review === 'answers' || !figures) return help(scene);
  const names = namesIn(run.answers);
  return say({ ...scene.session, misses: 0 }, [
    { kind: 'explanation', step: figures.key, names, ...refOf(instrument) },
  ]);
}

/** What can be done with the summary or the result. */
export function help({ session, run }: RunScene): Turn {
  const notice = run.stage === 'reviewing' ? 'about-summary' : 'about-result';
  return say({ ...session, misses: 0 }, [{ kind: 'notice', notice }]);
}

/** Whether there is a summary or a result before the person and nothing is asked. */
export function isWithoutQuestion(scene: RunScene): boolean {
  return !scene.session.pending && scene.run.stage !== 'asking' && currentCard(scene) === undefined;
}

/** What is said where no question is open: on the summary and after the result there is no answer to refuse. */
import { walk } from '../assessment/walk.ts';
import { carryOut } from './commands.ts';
import { type RunScene, type Scene, say, type Turn } from './context.ts';
import { explainCard } from './explaining.ts';
import type { Intent } from './intent.ts';
import { currentCard } from './place.ts';
import { suggestCommand } from './side-questions.ts';
import type { Agreeing } from './understanding/reading.ts';

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
  return explainCard({ ...scene, session: { ...scene.session, misses: 0 } }, figures.key);
}

/** What can be done with the summary or the result. */
function help({ session, run }: RunScene): Turn {
  const notice = run.stage === 'reviewing' ? 'about-summary' : 'about-result';
  return say({ ...session, misses: 0 }, [{ kind: 'notice', notice }]);
}

/** Whether there is a summary or a result before the person and nothing is asked. */
export function isWithoutQuestion(scene: RunScene): boolean {
  return !scene.session.pending && scene.run.stage !== 'asking' && currentCard(scene) === undefined;
}

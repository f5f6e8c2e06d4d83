/** The commands a person can give at any time, by word or by button. */
import type { Step } from '../assessment/definition.ts';
import { answerStep, skipStep } from './answering.ts';
import { askNext, askPrevious, askStep, repeatQuestion, showOpen } from './asking.ts';
import { beginRun, FIRST_DIALOG } from './beginning.ts';
import { COMMANDS, type Command } from './command.ts';
import { before, type RunScene, type Scene, say, type Turn, withRun } from './context.ts';
import type { Locale } from './locale.ts';
import { lastResult, openQuestions } from './open-questions.ts';
import { currentStep, progressAt, refOf } from './place.ts';
import { setReminders } from './reminding.ts';
import type { Notice, Reply } from './reply.ts';
import { finish, review } from './reviewing.ts';
import { offerShare } from './sharing.ts';
import { askNote, askSure, withoutNote } from './side-questions.ts';
import { enterWorkbook, leaveWorkbook } from './workbook/beginning.ts';

type Given = { name: Command; locale?: Locale };

/** Carries a command out. Those that need an assessment say so when there is none. */
export function carryOut(scene: Scene, run: RunScene | undefined, given: Given): Turn {
  const turn = carryOutAnywhere(scene, run, given);
  if (turn) return turn;
  return run ? carryOutInRun(run, given.name) : notice(scene, 'nothing-started');
}

/** The commands that can be given without an assessment; undefined for the others. */
function carryOutAnywhere(
  scene: Scene,
  run: RunScene | undefined,
  { name, locale }: Given,
): Turn | undefined {
  switch (name) {
    case 'start':
      return start(leaveWorkbook(scene), run && leaveWorkbook(run));
    case 'workbook':
      return enterWorkbook(scene);
    case 'language':
      return locale ? switchLanguage(scene, run, locale) : plain(scene, { kind: 'language' });
    case 'greet':
      return greet(scene, run);
    case 'erase':
      return askSure(scene, 'erase');
    case 'share':
      return offerShare(scene, run);
    case 'remind':
      return setReminders(scene, 'on');
    case 'remind-off':
      return setReminders(scene, 'off');
    case 'help':
      return plain(scene, { kind: 'help', commands: commandsHere(scene) });
    default: {
      const answer = ANSWERED_ANYWHERE[name];
      return answer && plain(scene, answer);
    }
  }
}

/** Greets once; someone in the middle of an assessment gets the open question again. */
export function greet(scene: Scene, run: RunScene | undefined, locale?: Locale): Turn {
  const session = locale && !run ? { ...scene.session, locale } : scene.session;
  const begun = scene.session.workbook && ({ workbook: 'begun' } as const);
  const last = lastResult(scene.session);
  const open = run && openQuestions(run);
  const greeting: Reply = {
    kind: 'greeting',
    returning: run !== undefined || begun !== undefined || last !== undefined,
    ...begun,
    ...(scene.session.place === 'group' && { shared: true }),
    ...(last && { last }),
    ...(open && { open }),
  };
  return run && run.run.stage === 'asking' ? before([greeting], askNext(run)) : say(session, [greeting]);
}

/** Called by name alone: how far it is, and what is open. */
export function tellPlace(scene: Scene, run: RunScene | undefined): Turn {
  if (!run) return greet(scene, run);
  return run.run.stage === 'asking' ? before(status(run).replies, repeatQuestion(run)) : showPlace(run);
}

/** Changes the language; place and answers stay. What is open is said again in the new language. */
export function switchLanguage(scene: Scene, run: RunScene | undefined, locale: Locale): Turn {
  const session = { ...scene.session, locale };
  const changed: Reply = { kind: 'notice', notice: 'language-changed' };
  if (!run) return say(session, [changed, { kind: 'greeting', returning: false }]);
  return before([changed], showPlace({ ...run, session }));
}

/** Commands whose answer needs no assessment. */
const ANSWERED_ANYWHERE: Partial<Record<Command, Reply>> = {
  about: { kind: 'about' },
  contact: { kind: 'contact' },
  human: { kind: 'human' },
  thanks: { kind: 'notice', notice: 'thanks' },
  export: { kind: 'files', what: 'result' },
  transcript: { kind: 'files', what: 'transcript' },
};

/** What needs a place that can be written to at any time is told only there. */
function commandsHere({ session }: Scene): readonly Command[] {
  return session.place ? COMMANDS : COMMANDS.filter(name => !ELSEWHERE.includes(name));
}

const ELSEWHERE: readonly Command[] = ['share', 'remind', 'remind-off'];

function plain(scene: Scene, reply: Reply): Turn {
  const effects = reply.kind === 'contact' ? [{ kind: 'count', counter: 'contact' } as const] : [];
  return say(scene.session, [reply], effects);
}

function notice(scene: Scene, name: Notice): Turn {
  return say(scene.session, [{ kind: 'notice', notice: name }]);
}

function start(scene: Scene, run: RunScene | undefined): Turn {
  if (run && run.run.stage !== 'finished') return showPlace(run);
  const definition = scene.context.current(FIRST_DIALOG);
  return definition ? beginRun(scene, definition) : notice(scene, 'unavailable-here');
}

function carryOutInRun(run: RunScene, name: Command): Turn {
  switch (name) {
    case 'back':
    case 'cancel':
      return asksWords(run) ? leaveWords(run) : back(run, name);
    case 'status':
      return status(run);
    case 'summary':
      return review(run);
    case 'finish':
      return finish(run);
    case 'pause':
      return say({ ...run.session, paused: true }, [{ kind: 'notice', notice: 'paused' }]);
    case 'resume':
      return resume(run);
    case 'restart':
      return askSure(run, 'restart');
    default:
      return onStep(run, name);
  }
}

/** Commands about the question that is open. */
function onStep(run: RunScene, name: Command): Turn {
  const step = currentStep(run);
  if (!step) return notice(run, 'unavailable-here');
  if (name === 'why')
    return say(run.session, [{ kind: 'explanation', step: step.id, ...refOf(run.definition) }]);
  if (name === 'skip') return asksWords(run) ? leaveWords(run) : skipStep(run, step);
  if (name === 'note') return askNote(run, step.id);
  return name === 'ask-colleague' ? leaveToColleague(run, step) : notice(run, 'unavailable-here');
}

function asksWords({ session: { pending } }: RunScene): boolean {
  return pending?.kind === 'reason' || pending?.kind === 'note';
}

/** Without a note, back to what was open; without a reason, on to the next question. */
function leaveWords(run: RunScene): Turn {
  return run.session.pending?.kind === 'note' ? showOpen(withoutNote(run)) : askNext(run);
}

function leaveToColleague(run: RunScene, step: Step): Turn {
  const colleague = [...new Set([...run.run.colleague, step.id])];
  const marked = withRun(run, { colleague });
  const unknown =
    step.type === 'form' ? skipStep(marked, step) : answerStep(marked, step, { [step.id]: 'unknown' });
  return before([{ kind: 'notice', notice: 'colleague-marked' }], unknown);
}

/** "Cancel" leaves what was opened last; it never throws answers away. */
function back(run: RunScene, name: 'back' | 'cancel'): Turn {
  if (run.run.stage === 'finished') return review(run);
  if (name === 'back') return askPrevious(run);
  return run.run.visiting ? askNext(withRun(run, { visiting: undefined })) : notice(run, 'unavailable-here');
}

function resume(run: RunScene): Turn {
  const step = currentStep(withRun(run, { stage: 'asking' }));
  return step ? askStep(withRun(run, { stage: 'asking' }), step) : review(run);
}

function status(run: RunScene): Turn {
  const progress = progressAt(run, currentStep(run));
  return say(run.session, [{ kind: 'status', progress, ...refOf(run.definition) }]);
}

/** What is open, once more. */
function showPlace(run: RunScene): Turn {
  if (run.run.stage === 'finished' && !run.run.visiting) return finish(run);
  return run.session.pending ? repeatQuestion(run) : askNext(run);
}

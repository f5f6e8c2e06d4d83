/** The commands a person can give at any time, by word or by button. */

import type { Instrument } from '../assessment/instrument.ts';
import { askWho } from './asking-colleagues.ts';
import { enterDialog } from './beginning.ts';
import { leaveWords, onCard } from './card-commands.ts';
import { COMMANDS, type Command } from './command.ts';
import { compare, stopSharing } from './comparing.ts';
import { before, notice, type RunScene, type Scene, say, type Turn, withRun } from './context.ts';
import { askErase, askForget } from './forgetting.ts';
import { greet, switchLanguage } from './greeting.ts';
import { keepResult, showKept } from './keeping.ts';
import type { Locale } from './locale.ts';
import { currentCard } from './place.ts';
import { prefill } from './prefilling/prefill.ts';
import { setReminders } from './reminding.ts';
import type { Reply } from './reply.ts';
import { finish, review } from './reviewing.ts';
import { asksWords } from './session.ts';
import { offerShare, unshare } from './sharing.ts';
import { showCard, showNext, showPlace, showPrevious } from './show.ts';
import { askRestart } from './side-questions.ts';
import { status } from './status.ts';
import { aboutWorkshop } from './workshop-turn.ts';

/** A command as it was given. */
export interface GivenCommand {
  readonly name: Command;
  /** The language to switch to. */
  readonly locale?: Locale;
  /** What to start. */
  readonly dialog?: string;
}

/** Carries a command out. Those that need an assessment say so when there is none. */
export function carryOut(scene: Scene, run: RunScene | undefined, given: GivenCommand): Turn {
  const turn = carryOutAnywhere(scene, run, given);
  if (turn) return turn;
  if (run) return carryOutInRun(run, given.name);
  return given.name === 'export'
    ? plain(scene, { kind: 'files', what: 'result' })
    : notice(scene, 'nothing-started');
}

/** The commands that can be given without an assessment; undefined for the others. */
function carryOutAnywhere(
  scene: Scene,
  run: RunScene | undefined,
  { name, locale, dialog }: GivenCommand,
): Turn | undefined {
  switch (name) {
    case 'start':
      return start(scene, run, dialog);
    case 'language':
      return locale ? switchLanguage(scene, run, locale) : plain(scene, { kind: 'language' });
    case 'greet':
      return greet(scene, run);
    case 'prefill':
      return prefill(scene);
    case 'erase':
      return askErase(scene);
    case 'workshop':
      return aboutWorkshop(scene, run);
    case 'remind':
      return setReminders(scene, 'on');
    case 'remind-off':
      return setReminders(scene, 'off');
    case 'help':
      return plain(scene, { kind: 'help', commands: commandsHere(scene) });
    default: {
      const answer = ANSWERED_ANYWHERE[name];
      return answer ? plain(scene, answer) : keepOrShare(scene, run, name);
    }
  }
}

/** What is kept for longer than the conversation, or leaves it for others. */
function keepOrShare(scene: Scene, run: RunScene | undefined, name: Command): Turn | undefined {
  switch (name) {
    case 'keep':
      return keepResult(scene, run);
    case 'kept':
      return showKept(scene);
    case 'forget':
      return askForget(scene);
    case 'compare':
      return compare(scene);
    case 'uncompare':
      return stopSharing(scene);
    case 'share':
      return offerShare(scene, run);
    case 'invite':
      return askWho(scene, run);
    case 'unshare':
      return unshare(scene);
    default:
      return undefined;
  }
}

/** Commands whose answer needs no assessment. */
const ANSWERED_ANYWHERE: Partial<Record<Command, Reply>> = {
  about: { kind: 'about' },
  contact: { kind: 'contact' },
  human: { kind: 'human' },
  thanks: { kind: 'notice', notice: 'thanks' },
  transcript: { kind: 'files', what: 'transcript' },
};

/** The commands that do something here: no reminders in the web chat, which cannot be written to unasked, and so on. */
function commandsHere({ session, context }: Scene): readonly Command[] {
  const missing = [
    ...(session.place ? [] : REMINDING),
    ...(session.place || context.link ? [] : (['share'] as const)),
    ...(context.link ? [] : LINKED),
    ...(context.resume ? [] : KEEPING),
    ...(context.prefill ? [] : (['prefill'] as const)),
  ];
  return COMMANDS.filter(name => !missing.includes(name));
}

const REMINDING: readonly Command[] = ['remind', 'remind-off'];
const LINKED: readonly Command[] = ['unshare', 'invite'];
const KEEPING: readonly Command[] = ['keep', 'kept', 'forget', 'compare', 'uncompare'];

function plain(scene: Scene, reply: Reply): Turn {
  const effects = reply.kind === 'contact' ? [{ kind: 'count', counter: 'contact' } as const] : [];
  return say(scene.session, [reply], effects);
}

/** What is in hand is shown again; another dialog is begun or gone on with. "Start" alone means the first one. */
function start(scene: Scene, run: RunScene | undefined, named: string | undefined): Turn {
  const dialog = named ?? scene.context.offered[0];
  if (dialog === undefined) return notice(scene, 'unavailable-here');
  const inHand = run?.run.dialog === dialog && (run.run.stage !== 'finished' || isShownAgain(run.instrument));
  return run && inHand ? openAlready(run) : enterDialog(scene, dialog);
}

/**
 * Says that it is open already. Whoever typed "start" gets the question anew at the bottom: its old card may be far up.
 * After a press it is shown with the nonce it has, so that of eight people who press "start" at once each may answer.
 */
function openAlready(run: RunScene): Turn {
  if (!currentCard(run)) return showPlace(run);
  const open = run.heard === 'words' ? resume(run) : showPlace(run);
  return before([{ kind: 'notice', notice: 'already-open' }], open);
}

/** A finished run shows where it got, unless it says what has to be asked again. */
function isShownAgain({ review, revisit }: Instrument): boolean {
  return review === 'result' && revisit === undefined;
}

function carryOutInRun(run: RunScene, name: Command): Turn {
  switch (name) {
    case 'back':
    case 'cancel':
      return asksWords(run.session.pending) ? leaveWords(run) : back(run, name);
    case 'status':
      return status(run);
    case 'summary':
      return run.instrument.review === 'result' ? finish(run) : review(run);
    case 'finish':
      return finish(run);
    case 'pause':
      return notice(run, 'paused');
    case 'resume':
      return resume(run);
    case 'restart':
      return askRestart(run);
    case 'export':
      return plain(run, { kind: 'files', what: run.instrument.files[0] ?? 'result' });
    default:
      return onCard(run, name);
  }
}

/** "Cancel" leaves what was opened last; it never throws answers away. */
function back(run: RunScene, name: 'back' | 'cancel'): Turn {
  if (run.run.stage === 'finished' && run.instrument.review === 'answers') return review(run);
  if (name === 'back') return showPrevious(run);
  return run.run.visiting ? showNext(withRun(run, { visiting: undefined })) : notice(run, 'unavailable-here');
}

function resume(run: RunScene): Turn {
  const asking = withRun(run, { stage: 'asking' });
  const card = currentCard(asking);
  return card ? showCard(asking, card) : showNext(run);
}

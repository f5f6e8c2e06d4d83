/** The commands a person can give at any time, by word or by button. */

import type { Card } from '../assessment/card.ts';
import type { Instrument } from '../assessment/instrument.ts';
import { namesIn } from '../assessment/names-in.ts';
import { ownName } from '../assessment/places.ts';
import { walk } from '../assessment/walk.ts';
import { askWho } from './asking-colleagues.ts';
import { enterDialog, judgeAnother } from './beginning.ts';
import { COMMANDS, type Command } from './command.ts';
import { compare, stopSharing } from './comparing.ts';
import { before, type RunScene, type Scene, say, type Turn, withRun } from './context.ts';
import { askErase, askForget } from './forgetting.ts';
import { keepResult, showKept } from './keeping.ts';
import type { Locale } from './locale.ts';
import type { Notice } from './notice.ts';
import { lastResult, openQuestions } from './open-questions.ts';
import { cardAt, currentCard, progressAt, refOf } from './place.ts';
import { prefill } from './prefilling/prefill.ts';
import { begunDialogs, setReminders } from './reminding.ts';
import type { Reply } from './reply.ts';
import { finish, review } from './reviewing.ts';
import { asksWords } from './session.ts';
import { offerShare, unshare } from './sharing.ts';
import { goTo, showCard, showNext, showOpen, showPlace, showPrevious } from './show.ts';
import { askNote, askSure, withoutNote } from './side-questions.ts';
import { ended, skipCard, write } from './take.ts';
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
      return answer ? plain(scene, answer) : passOn(scene, run, name);
    }
  }
}

/** What is kept for longer than the conversation, or leaves it for others. */
function passOn(scene: Scene, run: RunScene | undefined, name: Command): Turn | undefined {
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

/** Greets once; someone in the middle of an assessment gets the open question again. */
export function greet(scene: Scene, run: RunScene | undefined, locale?: Locale): Turn {
  const session = locale && !run ? { ...scene.session, locale } : scene.session;
  const last = lastResult(scene.session);
  const open = run && openQuestions(run);
  const begun = begunDialogs(scene.session, open?.dialog);
  const greeting: Reply = {
    kind: 'greeting',
    returning: run !== undefined || begun.length > 0 || last !== undefined,
    ...(begun.length > 0 && { begun }),
    ...(scene.session.place === 'group' && { shared: true }),
    ...(last && { last }),
    ...(open && { open }),
  };
  return run && isUnderWay(run) ? before([greeting], showNext(run)) : say(session, [greeting]);
}

function isUnderWay(run: RunScene): boolean {
  return run.run.stage === 'asking' || (run.instrument.review === 'result' && currentCard(run) !== undefined);
}

/** Called by name alone: how far it is, and what is open. */
export function tellPlace(scene: Scene, run: RunScene | undefined): Turn {
  if (!run) return greet(scene, run);
  return isUnderWay(run) ? before(status(run).replies, showPlace(run)) : showPlace(run);
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
  transcript: { kind: 'files', what: 'transcript' },
};

/** What needs a place that can be written to at any time, or a server that keeps or asks things, is told only there. */
function commandsHere({ session, context }: Scene): readonly Command[] {
  const missing = [
    ...(session.place ? [] : ELSEWHERE),
    ...(session.place || context.link ? [] : (['share'] as const)),
    ...(context.link ? [] : LINKED),
    ...(context.resume ? [] : KEEPING),
    ...(context.prefill ? [] : (['prefill'] as const)),
  ];
  return COMMANDS.filter(name => !missing.includes(name));
}

const ELSEWHERE: readonly Command[] = ['remind', 'remind-off'];
const LINKED: readonly Command[] = ['unshare', 'invite'];
const KEEPING: readonly Command[] = ['keep', 'kept', 'forget', 'compare', 'uncompare'];

function plain(scene: Scene, reply: Reply): Turn {
  const effects = reply.kind === 'contact' ? [{ kind: 'count', counter: 'contact' } as const] : [];
  return say(scene.session, [reply], effects);
}

export function notice(scene: Scene, name: Notice): Turn {
  return say(scene.session, [{ kind: 'notice', notice: name }]);
}

/** What is in hand is shown again; another dialog is begun or gone on with. "Start" alone means the first one. */
function start(scene: Scene, run: RunScene | undefined, named: string | undefined): Turn {
  const dialog = named ?? scene.context.offered[0];
  if (dialog === undefined) return notice(scene, 'unavailable-here');
  const inHand = run?.run.dialog === dialog && (run.run.stage !== 'finished' || isShownAgain(run.instrument));
  return run && inHand ? openAlready(run) : enterDialog(scene, dialog);
}

/**
 * Says so: the question alone would take the place of its card further up, unseen. Typed for, it is asked below; under a
 * press its card stays good, so that eight people may press "start" at once.
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
      return say({ ...run.session, paused: true }, [{ kind: 'notice', notice: 'paused' }]);
    case 'resume':
      return resume(run);
    case 'restart':
      return askSure(run, 'restart');
    case 'export':
      return plain(run, { kind: 'files', what: run.instrument.files[0] ?? 'result' });
    default:
      return onCard(run, name);
  }
}

/** Commands about the question that is open. */
function onCard(run: RunScene, name: Command): Turn {
  const card = currentCard(run);
  if (!card) return notice(run, 'unavailable-here');
  if (name === 'why')
    return say(run.session, [
      { kind: 'explanation', step: card.key, names: namesIn(run.run.answers), ...refOf(run.instrument) },
    ]);
  if (name === 'skip') return skip(run, card);
  // Notes and what is left to a colleague are read in the summary, which not every instrument has.
  const summed = run.instrument.review !== 'result';
  // What is left to a colleague can be asked by a link as well.
  if (name === 'ask-colleague' && (summed || run.context.part)) return leaveToColleague(run, card);
  if (!summed) return notice(run, 'unavailable-here');
  if (name === 'note') return askNote(run, card.key);
  return notice(run, 'unavailable-here');
}

/** Moves past the open card. A choice that all the rest hangs on cannot be passed. */
function skip(run: RunScene, card: Card): Turn {
  if (asksWords(run.session.pending)) return leaveWords(run);
  return card.step.type === 'choose' ? notice(run, 'unavailable-here') : skipCard(run, card);
}

/** Without a note, back to what was open; without a reason, on to the next question. */
function leaveWords(run: RunScene): Turn {
  return run.session.pending?.kind === 'note' ? showOpen(withoutNote(run)) : showNext(run);
}

function leaveToColleague(run: RunScene, card: Card): Turn {
  const colleague = [...new Set([...run.run.colleague, card.key])];
  const marked = withRun(run, { colleague });
  const { step } = card;
  const rateable = step.type === 'choice' || step.type === 'number';
  const unknown = rateable ? write(marked, [{ key: card.key, value: 'unknown' }]) : undefined;
  const left = unknown?.kind === 'written' ? ended(unknown.scene, card) : skipCard(marked, card);
  return before([{ kind: 'notice', notice: 'colleague-marked' }], left);
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

/** How far the run is. */
export function status(run: RunScene): Turn {
  const progress = progressAt(run, currentCard(run));
  const items = itemsDone(run);
  return say(run.session, [
    { kind: 'status', progress, ...(items.length > 0 && { items }), ...refOf(run.instrument) },
  ]);
}

/** Cards done in each item that is gone through, of the outermost lists. */
function itemsDone({ instrument, run }: RunScene) {
  const { path, open } = walk(instrument, run.answers, run.passed);
  type Done = { list: string; item: string; name?: string; done: number; total: number };
  const items = new Map<string, Done>();
  for (const card of path) {
    const [place] = card.at;
    if (!place) continue;
    const { done, total } = items.get(place.item) ?? { done: 0, total: 0 };
    const more = open.includes(card) ? 0 : 1;
    const name = ownName(run.answers, [place.item]);
    const named = { ...place, ...(name !== undefined && { name }) };
    items.set(place.item, { ...named, done: done + more, total: total + 1 });
  }
  return [...items.values()];
}

/** Goes where a button leads: to a card, to the next one, or to the result. */
export function go(run: RunScene, to: string): Turn {
  if (to === 'result') return finish(run);
  if (to === 'another') return judgeAnother(run);
  if (to === 'next') {
    const card = currentCard(run);
    return card ? skip(run, card) : showNext(run);
  }
  const card = cardAt(run, to);
  if (!card) return noteAndRepeat(run, 'stale');
  return run.run.visiting === card.key ? showOpen(run) : goTo(run, card);
}

/** One short line, and the question that is open. */
export function noteAndRepeat(run: RunScene, name: Notice): Turn {
  return before([{ kind: 'notice', notice: name }], showOpen(run));
}

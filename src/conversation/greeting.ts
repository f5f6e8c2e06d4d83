/** What is said to whoever arrives, calls the bot by its name, or changes the language: and with it what is open. */
import { before, type RunScene, type Scene, say, type Turn } from './context.ts';
import type { Locale } from './locale.ts';
import { lastResult, openQuestions } from './open-questions.ts';
import { currentCard } from './place.ts';
import { begunDialogs } from './reminding.ts';
import type { Reply } from './reply.ts';
import { showNext, showPlace } from './show.ts';
import { status } from './status.ts';

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

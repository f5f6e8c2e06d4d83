/** The cards a person may have before them, the latest first: made again from what is remembered, never stored. */
import { asideReply, cardReply, nameReply, prefillReply, sureReply } from './asking.ts';
import { compareCard } from './comparing.ts';
import type { RunScene, Scene } from './context.ts';
import { runOf } from './moving.ts';
import { lastingOf } from './pending-kinds.ts';
import { cardAt } from './place.ts';
import type { Reply } from './reply.ts';
import { finish, review } from './reviewing.ts';
import type { Pending } from './session.ts';
import { status } from './status.ts';
import { fileAsked } from './take-file.ts';
import { workshopCards } from './workshop-begin.ts';

/** What is open, layer by layer; then the summary or the result that is reached, and what is always offered. */
export function* cardsShown(scene: Scene): Generator<Reply> {
  yield* openCards(scene, scene.session.pending);
  const run = runOf(scene)?.scene;
  if (run) {
    if (lastingOf(scene.session.pending) === undefined) yield* reached(run);
    yield* status(run).replies;
  }
  const { workshop } = scene.session;
  if (workshop) yield* workshopCards(scene.session, workshop);
  yield { kind: 'greeting', returning: false };
}

/** The summary or the result, where nothing else is open. */
function reached(run: RunScene): readonly Reply[] {
  if (run.instrument.review === 'result' || run.run.stage === 'finished') return finish(run).replies;
  return run.run.stage === 'reviewing' ? review(run).replies : [];
}

/** The card of what is asked, and those of what lies beneath it. */
export function* openCards(scene: Scene, pending: Pending | undefined): Generator<Reply> {
  if (!pending) return;
  const card = cardOf(scene, pending);
  if (card) yield card;
  if ('beneath' in pending) yield* openCards(scene, pending.beneath);
}

function cardOf(scene: Scene, pending: Pending): Reply | undefined {
  if (pending.kind === 'confirm' || pending.kind === 'command') return sureReply(pending);
  if (pending.kind === 'name') return nameReply(pending);
  if (pending.kind === 'file') return fileAsked(scene, pending);
  if (pending.kind === 'compare') return compareCard(scene, pending);
  const run = runOf(scene)?.scene;
  if (!run) return undefined;
  if (pending.kind === 'prefill' || pending.kind === 'prefill-where') return prefillReply(run, pending);
  if (pending.kind !== 'step') return asideReply(run, pending);
  // All of the card, also where one field of it is asked by text: it is on the screen.
  const card = cardAt(run, pending.step);
  return card && cardReply(run, card, pending.nonce);
}

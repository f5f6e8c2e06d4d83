/** The cards a person may have before them, the latest first: made again from what is remembered, never stored. */
import { lastingOf } from './beneath.ts';
import { status } from './commands.ts';
import type { RunScene, Scene } from './context.ts';
import { runOf } from './moving.ts';
import { cardAt, namesIn, refOf } from './place.ts';
import type { Reply } from './reply.ts';
import { finish, review } from './reviewing.ts';
import type { Pending } from './session.ts';
import { cardReply } from './show.ts';

/** What is open, layer by layer; then the summary or the result that is reached, and what is always offered. */
export function* cardsShown(scene: Scene): Generator<Reply> {
  yield* openCards(scene, scene.session.pending);
  const run = runOf(scene)?.scene;
  if (run) {
    if (lastingOf(scene.session.pending) === undefined) yield* reached(run);
    yield* status(run).replies;
  }
  yield { kind: 'greeting', returning: false };
}

/** The summary or the result, where nothing else is open. */
function reached(run: RunScene): readonly Reply[] {
  if (run.definition.review === 'result' || run.run.stage === 'finished') return finish(run).replies;
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
  if (pending.kind === 'confirm') return { kind: 'confirm', what: pending.what, nonce: pending.nonce };
  if (pending.kind === 'command') {
    const { name, nonce, dialog } = pending;
    return { kind: 'command-suggested', name, nonce, ...(dialog !== undefined && { dialog }) };
  }
  const run = runOf(scene)?.scene;
  return run && cardInRun(run, pending);
}

function cardInRun(
  scene: RunScene,
  pending: Exclude<Pending, { kind: 'confirm' | 'command' }>,
): Reply | undefined {
  const { nonce } = pending;
  const ref = refOf(scene.definition);
  const names = namesIn(scene.run.answers);
  switch (pending.kind) {
    case 'step': {
      const card = cardAt(scene, pending.step);
      return card && cardReply(scene, card, nonce);
    }
    case 'reason':
      return { kind: 'reason', step: pending.step, nonce, names, ...ref };
    case 'note':
      return { kind: 'note-asked', step: pending.step, nonce, names, ...ref };
    case 'keep-note':
      return { kind: 'note-offered', step: pending.step, nonce, note: pending.note, ...ref };
    case 'reading':
      return { kind: 'did-you-mean', nonce, entries: pending.entries, names, ...ref };
  }
}

/** The cards a person may have before them, the latest first: made again from what is remembered, never stored. */
import { questionReply } from './asking.ts';
import { lastingOf } from './beneath.ts';
import type { RunScene, Scene } from './context.ts';
import { refOf } from './place.ts';
import type { Reply } from './reply.ts';
import { finish, review } from './reviewing.ts';
import type { Pending } from './session.ts';
import { findPlace } from './workbook/places.ts';
import { cardReply, showWhole } from './workbook/showing.ts';
import { statusOf } from './workbook/workbook-commands.ts';
import { type WorkbookScene, workbookScene } from './workbook/workbook-scene.ts';

/** What is open, layer by layer; then the summary or the result that is reached, and what is always offered. */
export function* cardsShown(scene: Scene): Generator<Reply> {
  yield* openCards(scene, scene.session.pending);
  const workbook = workbookScene(scene);
  const run = runScene(scene);
  const reached = lastingOf(scene.session.pending) === undefined;
  if (workbook && scene.session.active === 'workbook') {
    if (reached) yield* showWhole(workbook).replies;
    yield statusOf(workbook);
  } else if (reached && run && run.run.stage !== 'asking') {
    yield* (run.run.stage === 'finished' ? finish(run) : review(run)).replies;
  }
  yield { kind: 'greeting', returning: false };
}

/** The card of what is asked, and those of what lies beneath it. */
export function* openCards(scene: Scene, pending: Pending | undefined): Generator<Reply> {
  if (!pending) return;
  const card = cardOf(scene, pending);
  if (card) yield card;
  if ('beneath' in pending) yield* openCards(scene, pending.beneath);
}

function cardOf(scene: Scene, pending: Pending): Reply | undefined {
  const { nonce } = pending;
  switch (pending.kind) {
    case 'confirm':
      return { kind: 'confirm', what: pending.what, nonce };
    case 'command':
      return { kind: 'command-suggested', name: pending.name, nonce };
    case 'workbook-reading':
    case 'workbook': {
      const workbook = workbookScene(scene);
      return workbook && cardInWorkbook(workbook, pending);
    }
    default: {
      const run = runScene(scene);
      return run && cardInRun(run, pending);
    }
  }
}

function cardInWorkbook(
  scene: WorkbookScene,
  pending: Pending & { kind: 'workbook' | 'workbook-reading' },
): Reply | undefined {
  const { nonce } = pending;
  if (pending.kind === 'workbook-reading') {
    const noted = { what: 'services', services: [] } as const;
    const { version } = scene.run;
    return { kind: 'workbook-did-you-mean', dialog: 'workbook', version, nonce, noted };
  }
  const place = findPlace(scene.workbook, scene.run, pending.place);
  return place && cardReply(scene, place, nonce);
}

type InRun = Exclude<Pending, { kind: 'confirm' | 'command' | 'workbook' | 'workbook-reading' }>;

function cardInRun(scene: RunScene, pending: InRun): Reply | undefined {
  const { step: id, nonce } = pending;
  const step = scene.definition.steps.find(one => one.id === id);
  const asked = { step: id, nonce, ...refOf(scene.definition) };
  switch (pending.kind) {
    case 'step':
      return step && questionReply(scene, step, nonce);
    case 'reason':
      return { kind: 'reason', ...asked };
    case 'note':
      return { kind: 'note-asked', ...asked };
    case 'keep-note':
      return { kind: 'note-offered', ...asked, note: pending.note };
    case 'reading':
      return { kind: 'did-you-mean', ...asked, input: pending.input, value: pending.value };
  }
}

function runScene(scene: Scene): RunScene | undefined {
  const { run } = scene.session;
  const definition = run && scene.context.definition(run.dialog, run.version);
  return definition && { ...scene, run, definition };
}

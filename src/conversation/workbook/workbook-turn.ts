/** One turn while the workbook is in hand. What is the same everywhere is left to the common conversation. */
import { withoutYesOrNo } from '../beneath.ts';
import { before, type Scene, type Turn } from '../context.ts';
import { explainNamed } from '../helping.ts';
import type { Conversed } from '../input.ts';
import { type Intent, readPress, readText } from '../intent.ts';
import { notUnderstood } from '../not-understood.ts';
import type { Press } from '../press.ts';
import { applyRemarks, includingAreas } from './applying.ts';
import { beginWorkbook } from './beginning.ts';
import { moveWorkbook } from './moving.ts';
import { findPlace, openPlace } from './places.ts';
import { goTo, repeatPlace, showWhole } from './showing.ts';
import { takeCard } from './taking.ts';
import { takeWords } from './typed.ts';
import { carryOutInWorkbook, greetAgain, noteAndRepeat, notice, skip } from './workbook-commands.ts';
import { type WorkbookScene, workbookScene } from './workbook-scene.ts';

/** Undefined when the workbook is not in hand, or has nothing of its own to say to this. */
export function takeWorkbookTurn(scene: Scene, input: Conversed): Turn | undefined {
  const begun = inHand(scene, input) ? workbookScene(scene) : undefined;
  if (!begun) return undefined;
  const { scene: current, moved } = moveWorkbook(begun);
  const turn = respond(moved ? withoutPending(current) : current, input);
  return turn && moved ? before([{ kind: 'notice', notice: 'version-moved' }], turn) : turn;
}

/** The dialog in hand, or called back by a button that names a place in it. */
function inHand({ session }: Scene, input: Conversed): boolean {
  const called = input.kind === 'press' && input.press.do === 'workbook-go' && !input.press.nonce;
  return session.active === 'workbook' || called;
}

function respond(scene: WorkbookScene, input: Conversed): Turn | undefined {
  if (input.kind === 'joined') return greetAgain(scene);
  if (input.kind === 'unreadable') return noteAndRepeat(scene, 'unreadable');
  if (input.kind === 'let-go') return noteAndRepeat(scene, 'kept-as-is');
  if (input.kind === 'which') return notice(scene, 'which');
  const active: WorkbookScene = {
    ...scene,
    session: { ...scene.session, active: 'workbook', paused: undefined },
  };
  if (input.kind === 'press') return act(active, readPress(active.session, input.press));
  return takeWords(active, input.text) ?? act(active, readText(active, undefined, input.text));
}

function act(scene: WorkbookScene, intent: Intent): Turn | undefined {
  if (intent.kind === 'stale') return noteAndRepeat(scene, 'stale');
  if (intent.kind === 'command') {
    if (intent.name === 'language') return intent.locale ? inLanguage(scene, intent.locale) : undefined;
    return explainNamed(scene, intent) ?? carryOutInWorkbook(scene, intent.name);
  }
  if (intent.kind === 'suggest-command') return undefined;
  return intent.kind === 'press' ? pressed(scene, intent.press) : notUnderstood(scene);
}

function pressed(scene: WorkbookScene, press: Press): Turn | undefined {
  switch (press.do) {
    case 'command':
      return carryOutInWorkbook(scene, press.name);
    case 'locale':
      return inLanguage(scene, press.value);
    case 'confirm':
      return confirmed(scene, press.value);
    case 'workbook-form': {
      const { do: _do, place, nonce: _nonce, ...sent } = press;
      const found = findPlace(scene.workbook, scene.run, place);
      return found ? takeCard(scene, found, sent) : noteAndRepeat(scene, 'stale');
    }
    case 'workbook-go':
      return goWhereSaid(scene, press.to);
    case 'feedback':
      return undefined;
    default:
      // A question of the quick check: its card belongs to the other dialog.
      return noteAndRepeat(scene, 'stale');
  }
}

function goWhereSaid(scene: WorkbookScene, to: string): Turn {
  if (to === 'whole') return showWhole(scene);
  if (to === 'next') return skip(scene);
  const place = findPlace(scene.workbook, scene.run, to);
  if (!place) return noteAndRepeat(scene, 'stale');
  return goTo('area' in place ? includingAreas(scene, [place.area]) : scene, place);
}

/** Yes or no to what was asked beside the cards; what is not the workbook's own is left to the common conversation. */
function confirmed(scene: WorkbookScene, value: 'yes' | 'no'): Turn | undefined {
  const { pending } = scene.session;
  const open = withoutYesOrNo(scene);
  // The card that a reading was asked over is still on the screen as it was.
  if (value === 'no' && pending?.kind === 'workbook-reading' && pending.beneath)
    return notice(open, 'kept-as-is');
  if (value === 'no') return noteAndRepeat(open, 'kept-as-is');
  if (pending?.kind === 'workbook-reading') return applyRemarks(open, pending.remarks);
  if (pending?.kind === 'command') return carryOutInWorkbook(open, pending.name);
  return pending?.kind === 'confirm' && pending.what === 'restart' ? beginWorkbook(scene) : undefined;
}

function inLanguage(scene: WorkbookScene, locale: Scene['session']['locale']): Turn {
  const session = { ...scene.session, locale };
  const open = openPlace(scene.workbook, scene.run);
  const again = open ? repeatPlace({ ...scene, session }) : showWhole({ ...scene, session });
  return before([{ kind: 'notice', notice: 'language-changed' }], again);
}

function withoutPending(scene: WorkbookScene): WorkbookScene {
  return { ...scene, session: { ...scene.session, pending: undefined } };
}

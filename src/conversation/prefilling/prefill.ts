/** Fills an instrument from a register of services: asked whose, looked up, offered part by part. Nothing is written by itself. */
import { namesIn } from '../../assessment/names-in.ts';
import { sourceDay } from '../../assessment/prefilled.ts';
import { ask, prefillReply } from '../asking.ts';
import {
  before,
  notice,
  type RunScene,
  type Scene,
  say,
  type Turn,
  withPending,
  withRun,
} from '../context.ts';
import { findName, namesNear } from '../naming/register-names.ts';
import { refOf } from '../place.ts';
import type { Reply } from '../reply.ts';
import { runBeside } from '../run-beside.ts';
import { showNext } from '../show.ts';
import type { Found } from './found.ts';
import { municipalityOf } from './municipality-of.ts';
import { lookedInto, newsOf } from './news.ts';
import { nextOffered, type Offered } from './offers.ts';

/** Begins, or goes on: what is already known of the municipality is offered, else it is asked for first. */
export function prefill(scene: Scene): Turn {
  const run = runToFill(scene);
  const source = scene.context.prefill;
  if (!run || !source) return notice(scene, 'unavailable-here');
  const municipality = municipalityOf(run);
  return municipality !== undefined ? lookInto(run, municipality) : askWhere(run, []);
}

/** The run of the instrument that can be filled, in hand: the one that is, else the first one there is. */
function runToFill(scene: Scene): RunScene | undefined {
  const { session, context } = scene;
  const dialogs = context.prefill?.dialogs ?? [];
  const dialog = dialogs.find(one => one === session.active) ?? dialogs[0];
  const found = dialog === undefined ? undefined : runBeside(scene, dialog)?.scene;
  if (!found) return undefined;
  return { ...found, session: { ...found.session, active: found.run.dialog } };
}

function askWhere(scene: RunScene, near: readonly string[]): Turn {
  return ask(
    scene,
    nonce => ({ kind: 'prefill-where' as const, nonce, near }),
    pending => prefillReply(scene, pending),
  );
}

/** A name or an official code, as somebody wrote it. What is probably a slip of the pen is asked back. */
export function takeWhere(scene: RunScene, text: string): Turn {
  const register = scene.context.prefill?.municipalities;
  if (!register) return notice(scene, 'unavailable-here');
  const typed = text.trim();
  if (Object.hasOwn(register.entries, typed)) return lookInto(scene, typed);
  const found = findName(register, typed);
  if (found?.sure) return lookInto(scene, found.code);
  return askWhere(scene, found ? [found.code] : namesNear(register, typed));
}

function lookInto(scene: RunScene, municipality: string): Turn {
  const what = { dialog: scene.run.dialog, municipality };
  const look = scene.context.prefill?.look?.(what);
  const open = withPending(scene, undefined);
  const awaiting = { ...open.session, awaits: what };
  // Run again with what is known; told as it stands where nothing can be looked up.
  if (!look)
    return say(awaiting, [told(scene, municipality, { what: 'fetching' })], [{ kind: 'look-up', ...what }]);
  if (look.kind === 'fetching') return say(awaiting, [told(scene, municipality, { what: 'fetching' })]);
  const session = { ...open.session, awaits: undefined };
  if (look.kind === 'failed')
    return before([told(scene, municipality, { what: look.why })], showNext({ ...open, session }));
  return offerFound({ ...open, session }, look.found);
}

/** The register has answered, or given up: what was waited for goes on where nothing has come in its place. */
export function lookedUp(scene: Scene): Turn {
  const { awaits } = scene.session;
  const session = { ...scene.session, awaits: undefined };
  const run = awaits && runToFill({ ...scene, session: { ...session, active: awaits.dialog } });
  return awaits && run ? lookInto(run, awaits.municipality) : say(session, []);
}

function offerFound(scene: RunScene, found: Found): Turn {
  const { looked, offered, telling } = lookAt(scene, found);
  const first = telling ? [told(looked, found.municipality, telling)] : [];
  return before(first, offered ? showOffered(looked, found, offered) : showNext(looked));
}

export interface LookedAt {
  /** With what the register told remembered, for the next look. */
  readonly looked: RunScene;
  /** What is still to be decided; undefined when nothing is. */
  readonly offered: Offered | undefined;
  /** What has changed since the last look, and what was left out; undefined when there is nothing to tell. */
  readonly telling: Telling | undefined;
}

export function lookAt(scene: RunScene, found: Found): LookedAt {
  const earlier = scene.run.prefilled;
  const known = earlier?.municipality === found.municipality ? earlier : undefined;
  const looked = withRun(scene, { prefilled: lookedInto(earlier, found) });
  const offered = nextOffered(looked.run, found);
  const news = known ? newsOf(known, found).map(one => ({ ...one, own: isOwn(scene.run, one.item) })) : [];
  const { day, leftOut } = found;
  if (!offered) {
    const what = news.length > 0 ? 'done' : known ? 'no-news' : 'nothing';
    return { looked, offered, telling: { what, day, news } };
  }
  const telling: Telling = {
    what: 'taken',
    day,
    ...(news.length > 0 && { news }),
    ...(!known && leftOut > 0 && { leftOut }),
  };
  return { looked, offered, telling: telling.news || telling.leftOut ? telling : undefined };
}

/** Whether a person has said of an item how it is. */
function isOwn({ answers, prefilled }: RunScene['run'], item: string): boolean {
  const status = `${item}.status`;
  return answers[status] !== undefined && sourceDay(prefilled, status) === undefined;
}

/** Asks under a new nonce for what is offered. */
export function showOffered(
  scene: RunScene,
  found: Pick<Found, 'municipality' | 'day'>,
  offered: Offered,
): Turn {
  const { municipality, day } = found;
  return ask(
    scene,
    nonce => ({ kind: 'prefill' as const, nonce, municipality, day, ...offered, own: [] }),
    pending => prefillReply(scene, pending),
  );
}

type Telling = Pick<Extract<Reply, { kind: 'prefill-told' }>, 'what' | 'day' | 'count' | 'leftOut' | 'news'>;

/** One line on what became of it. */
export function told(scene: RunScene, municipality: string, telling: Telling): Reply {
  return {
    kind: 'prefill-told',
    ...refOf(scene.instrument),
    municipality,
    names: namesIn(scene.run.answers),
    ...telling,
  };
}

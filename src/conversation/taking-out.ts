/** What people named themselves is taken out again: named, asked about and gone, and nothing else with it. */
import { splitKey } from '../assessment/answers.ts';
import { isOf, type OwnThing, ownThings, takenOut } from '../assessment/own-things.ts';
import { ask, sureReply } from './asking.ts';
import { before, namingOf, type RunScene, say, type Turn, withRun } from './context.ts';
import { asPhrase } from './naming/naming.ts';
import { createPhraseFinder } from './naming/phrase-finder.ts';
import { refOf } from './place.ts';
import { finish } from './reviewing.ts';
import { noticeThenOpen, showPlace } from './show.ts';
import { isCommand } from './understood-as.ts';
import { write } from './write.ts';

/** Asks whether the one with this key goes; of several that could be meant, which. */
export function askTakeOut(scene: RunScene, key: string | undefined): Turn {
  const things = ownThings(scene.instrument, scene.run.answers);
  const [first, ...more] = key === undefined ? things : things.filter(one => one.key === key);
  if (!first) return noticeThenOpen(scene, scene, 'stale');
  return more.length > 0 ? which(scene, things) : sure(scene, first);
}

/** "Poista Vesihuolto", "poista kärki": undefined where nothing is to go, or nothing of one's own is meant. */
export function takeOutWords(scene: RunScene, text: string): Turn | undefined {
  const { pending } = scene.session;
  if (pending && (pending.kind !== 'step' || pending.input !== undefined)) return undefined;
  const { marks, fields } = namingOf(scene);
  const [out] = marks.find(text).filter(({ id }) => id === 'out');
  const things = out ? ownThings(scene.instrument, scene.run.answers) : [];
  if (!out || things.length === 0) return undefined;
  const rest = text.slice(0, out.from) + text.slice(out.to);
  const called = createPhraseFinder(things.map(({ key, name }) => [key, [asPhrase(name)]] as const));
  const named = [...called.find(rest), ...fields.find(rest)].map(({ id }) => id);
  const [first, ...more] = things.filter(({ key }) => named.includes(key));
  if (first) return more.length > 0 ? which(scene, [first, ...more]) : sure(scene, first);
  return /\p{L}/u.test(rest) && !isCommand(scene, text) ? which(scene, things) : undefined;
}

function which({ session, instrument }: RunScene, things: readonly OwnThing[]): Turn {
  return say({ ...session, misses: 0 }, [{ kind: 'own-listed', things, ...refOf(instrument) }]);
}

function sure(scene: RunScene, { key, name }: OwnThing): Turn {
  const { instrument, run } = scene;
  const { gone, freed } = takenOut(instrument, run.answers, key);
  const own = { dialog: run.dialog, key, name, gone, freed };
  return ask(
    scene,
    (nonce, beneath) => ({ kind: 'confirm' as const, what: 'take-out' as const, own, nonce, beneath }),
    sureReply,
  );
}

/** The thing that was asked about goes, with all that was said of it. */
export function takeOut(
  scene: RunScene,
  { dialog, key }: { readonly dialog: string; readonly key: string },
): Turn {
  const { instrument, run } = scene;
  const isThere = run.dialog === dialog && ownThings(instrument, run.answers).some(one => one.key === key);
  const { changes } = takenOut(instrument, run.answers, key);
  const written = isThere ? write(scene, changes) : undefined;
  if (written?.kind !== 'written') return noticeThenOpen(scene, scene, 'stale');
  const left = withoutWords(written.scene, splitKey(key).items);
  const session = { ...left.session, pending: undefined, misses: 0 };
  const now = { ...left, session };
  // Asked from a result, it is shown again; from the midst of the questions, they go on.
  const shown =
    scene.session.pending === undefined && run.stage === 'finished' ? finish(now) : showPlace(now);
  return before([{ kind: 'notice', notice: 'taken-out' }], shown);
}

/** What stood beside the answers of an item goes with them. */
function withoutWords(scene: RunScene, items: readonly string[]): RunScene {
  if (items.length === 0) return scene;
  const { passed, notes, colleague, by, visiting, prefilled } = scene.run;
  const stays = (key: string) => !isOf(items, key) && key !== items.join('.');
  return withRun(scene, {
    passed: passed.filter(stays),
    colleague: colleague.filter(stays),
    notes: withKeys(notes, stays),
    ...(by && { by: withKeys(by, stays) }),
    ...(prefilled && {
      prefilled: {
        ...prefilled,
        ways: withKeys(prefilled.ways, stays),
        decided: prefilled.decided.filter(stays),
      },
    }),
    visiting: visiting !== undefined && stays(visiting) ? visiting : undefined,
  });
}

function withKeys<Value>(
  record: Readonly<Record<string, Value>>,
  stays: (key: string) => boolean,
): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => stays(key)));
}

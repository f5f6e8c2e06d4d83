/** Takes over a filled file: each part it tells of is as it says, other parts stay, and the conversation goes on. */
import {
  type Answers,
  answersFrom,
  type Entry,
  entriesOf,
  isSameValue,
  splitKey,
} from '../assessment/answers.ts';
import type { Card } from '../assessment/card.ts';
import type { Instrument } from '../assessment/instrument.ts';
import { fieldAt, type Place } from '../assessment/places.ts';
import { scoringOf } from '../assessment/scoring/scoring.ts';
import { walk } from '../assessment/walk.ts';
import { ask } from './asking.ts';
import { newRun } from './beginning.ts';
import { before, notice, type RunScene, type Scene, say, type Turn, withRun } from './context.ts';
import { moveRun } from './move-run.ts';
import type { FoundRun } from './moving.ts';
import { refOf } from './place.ts';
import { refusedReply } from './refuse.ts';
import type { Reply } from './reply.ts';
import { choosing, showNext, showOpen } from './show.ts';
import { write } from './write.ts';

/** A filled file: the instrument, and its entries, which have been checked. */
interface File {
  readonly dialog: string;
  readonly entries: readonly Entry[];
}

/**
 * A file about what has not been answered is taken at once. Where it would put other answers in the place of those given,
 * and may as well be of another year, its sender says what it is for.
 */
export function takeFile(scene: Scene, { dialog, entries }: File): Turn {
  const instrument = scene.context.current(dialog);
  if (!instrument || !scoringOf(instrument).year || !tellsAnew(scene, instrument, entries))
    return takeAnswers(scene, { dialog, entries });
  return ask(
    scene,
    (nonce, beneath) => ({ kind: 'file' as const, nonce, dialog, entries, beneath }),
    pending => fileAsked(scene, pending) ?? { kind: 'notice', notice: 'unavailable-here' },
  );
}

/** Whether something that the file tells of has been answered. */
function tellsAnew(scene: Scene, instrument: Instrument, entries: readonly Entry[]): boolean {
  const { scene: earlier } = earlierRun(scene, instrument);
  const told = placesIn(earlier, entries).map(({ item }) => item);
  return Object.keys(earlier.run.answers).some(key =>
    told.some(item => partOf(instrument, key, earlier.run.answers) === item),
  );
}

/** What asks what a file is for; undefined where its instrument is offered no longer. */
export function fileAsked(
  scene: Scene,
  { nonce, dialog, entries }: File & { readonly nonce: string },
): Reply | undefined {
  const instrument = scene.context.current(dialog);
  if (!instrument) return undefined;
  const items = placesIn(earlierRun(scene, instrument).scene, entries);
  return { kind: 'file-asked', ...refOf(instrument), nonce, items };
}

/** The sender has said what the file is for. */
export function takeAskedFile(scene: Scene, file: File, what: 'yes' | 'all' | 'earlier'): Turn {
  return what === 'earlier' ? takeEarlier(scene, file) : takeAnswers(scene, file);
}

/** Its figures stand beside those of today in the spreadsheet; nothing that was answered changes. */
function takeEarlier(scene: Scene, { dialog, entries }: File): Turn {
  const instrument = scene.context.current(dialog);
  const figures = instrument && scoringOf(instrument).year?.(instrument, answersFrom(entries));
  if (!instrument || !figures) return notice(scene, 'unavailable-here');
  const { scene: found, moved } = runInForce(scene, instrument);
  const taken = { kind: 'earlier-taken', ...refOf(instrument), count: countItems(entries) } as const;
  const told = moved ? [{ kind: 'notice', notice: moved } as const, taken] : [taken];
  return before(told, showOpen(withRun(found, { earlier: figures })));
}

/** Cards that the entries fill are passed; the first with something open is shown. */
function takeAnswers(scene: Scene, { dialog, entries }: File): Turn {
  const instrument = scene.context.current(dialog);
  if (!instrument) return notice(scene, 'unavailable-here');
  const { scene: earlier, moved } = earlierRun(scene, instrument);
  const { gone, stays } = besideFile(earlier, entries);
  const written = write(earlier, [...gone.map(key => ({ key, value: undefined })), ...entries]);
  if (written.kind === 'refused') return say(scene.session, [refusedReply(earlier, written.problems)]);
  const items = placesIn(written.scene, entries);
  const chosen = items.map(place => [place]).reduce(choosing, written.scene);
  const reply = {
    kind: 'imported',
    ...refOf(instrument),
    items,
    count: countItems(entries),
    replaced: replacedIn(earlier.run.answers, written.scene.run.answers),
    stayed: placesIn(chosen, stays),
  } as const;
  const told = moved ? [{ kind: 'notice', notice: moved } as const, reply] : [reply];
  const turn = before(told, showNext(passingFilled(chosen, items)));
  return { ...turn, effects: [{ kind: 'count', counter: 'imported' }, ...turn.effects] };
}

/** The run that takes answers of a file. */
function earlierRun(scene: Scene, instrument: Instrument): FoundRun {
  const found = runInForce(scene, instrument);
  return { ...found, scene: withRun(found.scene, { stage: 'asking', visiting: undefined }) };
}

/** The run there is, in the version that files are read for; a new one where nothing has been answered. */
function runInForce(scene: Scene, instrument: Instrument): FoundRun {
  const fresh = newRun(scene, instrument);
  const earlier = scene.session.runs[instrument.id];
  if (!earlier) return { scene: fresh };
  const found = earlier.version === instrument.version ? { run: earlier } : moveRun(earlier, instrument);
  return { ...found, scene: withRun(fresh, found.run) };
}

/** Of what was answered before: the keys that the parts in the file have no more, and what is in other parts. */
function besideFile({ instrument, run }: RunScene, entries: readonly Entry[]) {
  const given = answersFrom(entries);
  const told = new Set(entries.map(({ key }) => partOf(instrument, key, given)));
  const all = entriesOf(run.answers);
  // What is asked of an area itself is no row of a file, and stays.
  const inFile = ({ key }: Entry) =>
    told.has(partOf(instrument, key, run.answers)) && !isOfPart(instrument, key, run.answers);
  return {
    gone: all.flatMap(entry => (inFile(entry) && given[entry.key] === undefined ? [entry.key] : [])),
    stays: all.filter(entry => !inFile(entry)),
  };
}

/** The outermost item that an answer is about, or its step. */
function partOf(instrument: Instrument, key: string, answers: Answers): string | undefined {
  const field = fieldAt(instrument, key, answers);
  return field?.at[0]?.item ?? field?.step.id;
}

function isOfPart(instrument: Instrument, key: string, answers: Answers): boolean {
  return fieldAt(instrument, key, answers)?.at.length === 1;
}

/** How many answers are other than before, or no longer there. */
function replacedIn(earlier: Answers, now: Answers): number {
  return Object.entries(earlier).filter(([key, value]) => !isSameValue(now[key], value)).length;
}

/** How many items the entries are about. */
function countItems(entries: readonly Entry[]): number {
  const items = entries.map(({ key }) => splitKey(key).items.join('.'));
  return new Set(items.filter(item => item !== '')).size;
}

/** The outermost items that the file tells of. */
function placesIn({ instrument, run }: RunScene, entries: readonly Entry[]): Place[] {
  const places = entries.flatMap(({ key }) => fieldAt(instrument, key, run.answers)?.at[0] ?? []);
  return places.filter((place, index) => places.findIndex(({ item }) => item === place.item) === index);
}

/** Somebody has gone through the items in the file: what was left undecided there is not asked again by itself. */
function passingFilled(scene: RunScene, places: readonly Place[]): RunScene {
  const { instrument, run } = scene;
  const { path } = walk(instrument, run.answers);
  const isIn = ({ at }: { readonly at: readonly Place[] }) => places.some(({ item }) => at[0]?.item === item);
  const inFile = path.filter(isIn);
  const elsewhere = path.filter(card => !isIn(card) && run.passed.includes(card.key)).map(({ key }) => key);
  // What is asked of an area before its rows is told at the beginning of the file, and not asked after it.
  const first = ({ step, at }: Card) => step.type === 'table' || (step.type === 'form' && at.length === 1);
  const tables = inFile.filter(first).map(({ key }) => key);
  const open = walk(instrument, run.answers, tables).open.filter(({ step }) => step.type !== 'show');
  const complete = inFile.filter(
    ({ step, at }) => step.type === 'show' && !open.some(card => card.at[0]?.item === at[0]?.item),
  );
  return withRun(scene, { passed: [...elsewhere, ...tables, ...complete.map(({ key }) => key)] });
}

/** Takes over a filled file: each part it tells of is as it says, other parts stay, and the conversation goes on. */
import type { Answers, Entry } from '../assessment/answers.ts';
import type { Card } from '../assessment/card.ts';
import type { Instrument } from '../assessment/instrument.ts';
import { fieldAt, type Place } from '../assessment/places.ts';
import { walk } from '../assessment/walk.ts';
import { newRun } from './beginning.ts';
import { before, type RunScene, type Scene, say, type Turn, withRun } from './context.ts';
import { type FoundRun, moveRun } from './moving.ts';
import { refOf } from './place.ts';
import { choosing, showNext } from './show.ts';
import { write } from './take.ts';

/** Entries of a file that has been checked. Cards that they fill are passed; the first with something open is shown. */
export function takeFile(
  scene: Scene,
  { dialog, entries }: { dialog: string; entries: readonly Entry[] },
): Turn {
  const instrument = scene.context.current(dialog);
  if (!instrument) return say(scene.session, [{ kind: 'notice', notice: 'unavailable-here' }]);
  const { scene: earlier, moved } = earlierRun(scene, instrument);
  const { gone, stays } = besideFile(earlier, entries);
  const written = write(earlier, [...gone.map(key => ({ key, value: undefined })), ...entries]);
  if (written.kind === 'refused')
    return say(scene.session, [{ kind: 'refused', ...refOf(instrument), problems: written.problems }]);
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

/** The run there is, in the version that files are read for; a new one where nothing has been answered. */
function earlierRun(scene: Scene, instrument: Instrument): FoundRun {
  const fresh = newRun(scene, instrument);
  const earlier = scene.session.runs[instrument.id];
  if (!earlier) return { scene: fresh };
  const found = earlier.version === instrument.version ? { run: earlier } : moveRun(earlier, instrument);
  return { ...found, scene: withRun(fresh, { ...found.run, stage: 'asking', visiting: undefined }) };
}

/** Of what was answered before: the keys that the parts in the file have no more, and what is in other parts. */
function besideFile({ instrument, run }: RunScene, entries: readonly Entry[]) {
  const given = Object.fromEntries(entries.map(({ key, value }) => [key, value]));
  const told = new Set(entries.map(({ key }) => partOf(instrument, key, given)));
  const all = Object.entries(run.answers).map(([key, value]) => ({ key, value }));
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
  return Object.entries(earlier).filter(([key, value]) => JSON.stringify(now[key]) !== JSON.stringify(value))
    .length;
}

function countItems(entries: readonly Entry[]): number {
  const items = entries.flatMap(({ key }) => (key.includes('.') ? [key.slice(0, key.lastIndexOf('.'))] : []));
  return new Set(items).size;
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

/** One result beside those of the same instrument that were kept before it: what rose, what fell, and the way between. */
import type { Action } from './actions.ts';
import { type Answers, splitKey, type Value } from './answers.ts';
import { carryOver } from './carry-over.ts';
import { catalogueOf } from './catalogue-version.ts';
import { holds } from './condition.ts';
import type { Instrument } from './instrument.ts';
import type { Interval } from './interval.ts';
import { type Outcome, sectionOf } from './outcome.ts';
import { fieldAt, ownName } from './places.ts';
import type { Axis } from './sections/profile.ts';
import type { SectionOf } from './sections/section.ts';

/** A result as it was kept: by the version and the rules of its own day. */
export interface KeptResult {
  readonly dialog: string;
  readonly version: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly answers: Answers;
  readonly outcome: Outcome;
}

/** A result made now, with the instrument it stands on and the catalogue of actions. */
export interface PresentResult {
  readonly instrument: Instrument;
  readonly answers: Answers;
  readonly outcome: Outcome;
  readonly actions: readonly Action[];
}

type Change = SectionOf<'change'>;

/** What is other now than in the result kept before. */
export function changeSection(before: KeptResult, now: PresentResult): Change {
  const [was, is] = [standOf(before.outcome), standOf(now.outcome)];
  const measures = measuresBeside(before.outcome, now.outcome);
  return {
    kind: 'change',
    at: before.at,
    version: before.version,
    ...(was && is && { stair: { before: was, now: is } }),
    axes: axesBeside(before.outcome, now.outcome),
    answers: answersBeside(before, now),
    actions: actionsBeside(before, now),
    ...(measures.length > 0 && { measures }),
    ...cataloguesBeside(before.outcome, now.outcome),
  };
}

/** Most results that one picture and its table show: the latest ones. */
export const MOST_POINTS = 8;

type Dated = Pick<KeptResult, 'at' | 'version' | 'outcome'>;

/** Results of one instrument on the way, the oldest first; undefined where there are not two to compare. */
export function trendSection(results: readonly Dated[]): SectionOf<'trend'> | undefined {
  const { points, ...trend } = overviewSection(results);
  const standing = points.filter(({ stair, axes }) => stair || axes.length > 0);
  return standing.length < 2 ? undefined : { ...trend, points: standing };
}

/** The same of any number of results, also where they stand on nothing: of those the days are told. */
export function overviewSection(results: readonly Dated[]): SectionOf<'trend'> {
  const ordered = results.toSorted((one, other) => one.at - other.at).slice(-MOST_POINTS);
  const points = ordered.map(({ at, version, outcome }) => {
    const stair = standOf(outcome);
    const catalogue = catalogueOf(outcome);
    return {
      at,
      version,
      ...(catalogue !== undefined && { catalogue }),
      ...(stair && { stair }),
      axes: axesOf(outcome),
    };
  });
  const of = ordered.map(({ outcome }) => ofHowMany(outcome)).findLast(one => one !== undefined);
  return { kind: 'trend', of: of ?? 1, points };
}

/** Advice of two versions of the catalogue: what is new in it may be new there, and not in the municipality. */
function cataloguesBeside(was: Outcome, is: Outcome): Pick<Change, 'catalogue'> {
  const [before, now] = [catalogueOf(was), catalogueOf(is)];
  return before === undefined || now === undefined || before === now ? {} : { catalogue: { before, now } };
}

/** Where the result as a whole stands: several areas are together where all of them are. */
function standOf(outcome: Outcome): Interval | undefined {
  return sectionOf(outcome, 'areas')?.whole ?? sectionOf(outcome, 'standing')?.stair;
}

function ofHowMany(outcome: Outcome): number | undefined {
  return sectionOf(outcome, 'standing')?.of ?? sectionOf(outcome, 'profile')?.of;
}

function axesOf(outcome: Outcome): readonly Pick<Axis, 'item' | 'level'>[] {
  return (sectionOf(outcome, 'profile')?.axes ?? []).map(({ item, level }) => ({ item, level }));
}

function axesBeside(before: Outcome, now: Outcome): Change['axes'] {
  const earlier = axesOf(before);
  return axesOf(now).flatMap(({ item, level }) => {
    const was = earlier.find(one => one.item.list === item.list && one.item.id === item.id);
    return was && !isSame(was.level, level) ? [{ item, before: was.level, now: level }] : [];
  });
}

function isSame(one: Interval, other: Interval): boolean {
  return one.low === other.low && one.high === other.high;
}

/** How the actions of a roadmap have gone on. Ids of what people added can come again: the names have to be the same. */
function measuresBeside(before: Outcome, now: Outcome): NonNullable<Change['measures']> {
  const earlier = measuresOf(before);
  return measuresOf(now).flatMap(({ item, state }) => {
    const was = earlier.find(one => one.item.id === item.id && one.item.name === item.name);
    if (!was || state === undefined || state === was.state) return [];
    return [{ item, ...(was.state !== undefined && { before: was.state }), now: state }];
  });
}

function measuresOf(outcome: Outcome) {
  const rows = sectionOf(outcome, 'roadmap')?.groups.flatMap(group => group.rows) ?? [];
  return rows.map(({ item, entries }) => ({
    item,
    state: entries.find(({ key }) => key === 'state')?.value,
  }));
}

/** Answers that their scale puts higher or lower than before; of others no one can say which is better. */
function answersBeside(before: KeptResult, { instrument, answers }: PresentResult): Change['answers'] {
  const earlier = carryOver(instrument, before.version, before.answers).answers;
  return Object.entries(answers).flatMap(([key, value]) => {
    const was = sameItem(earlier, answers, key) ? earlier[key] : undefined;
    const score = (one: Value | undefined) => scoreOf(instrument, answers, { key, value: one });
    const [from, to] = [score(was), score(value)];
    if (was === undefined || from === undefined || to === undefined || from === to) return [];
    return [{ key, before: was, now: value, way: to > from ? ('rose' as const) : ('fell' as const) }];
  });
}

/** Ids of what people added can come again: an answer about another thing is none to compare with. */
function sameItem(earlier: Answers, answers: Answers, key: string): boolean {
  const { items } = splitKey(key);
  return items.every((_, depth) => {
    const way = items.slice(0, depth + 1);
    return ownName(earlier, way) === ownName(answers, way);
  });
}

function scoreOf(
  instrument: Instrument,
  answers: Answers,
  { key, value }: { readonly key: string; readonly value: Value | undefined },
): number | undefined {
  const input = fieldAt(instrument, key, answers)?.input;
  if (input?.type !== 'choice' || typeof value !== 'string') return undefined;
  return instrument.scales[input.scale]?.options[value];
}

/**
 * An action that was recommended is done where the answers show it, or where nothing that it was for is missing any
 * more. One of which the answers cannot tell (it was for everybody) is in neither list.
 */
function actionsBeside(before: KeptResult, { outcome, answers, actions }: PresentResult): Change['actions'] {
  const advised = new Set(sectionOf(outcome, 'actions')?.ids ?? []);
  const open = (of: Outcome) => {
    const standing = sectionOf(of, 'standing');
    return standing ? [...standing.holding, ...(standing.unknown ?? [])] : [];
  };
  const [was, is] = [open(before.outcome), open(outcome)];
  const earlier = (sectionOf(before.outcome, 'actions')?.ids ?? []).flatMap(
    id => actions.find(action => action.id === id) ?? [],
  );
  const isDone = ({ id, unless, serves, finds }: Action) => {
    if (unless && holds(unless, answers)) return true;
    const aims = [...serves, ...finds];
    return !advised.has(id) && was.some(one => aims.includes(one)) && !is.some(one => aims.includes(one));
  };
  const done = earlier.filter(isDone).map(({ id }) => id);
  const left = earlier.map(({ id }) => id).filter(id => advised.has(id) && !done.includes(id));
  return { done, left };
}

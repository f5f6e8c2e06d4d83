/** From answers to the stair: pure, and the same for the same answers and instrument version. */
import type { Answers } from '../../answers.ts';
import { holds } from '../../condition.ts';
import type { Instrument } from '../../instrument.ts';
import type { Interval } from '../../interval.ts';
import { memoPair } from '../../memo.ts';
import { findInput, stepAsking } from '../../places.ts';
import { addCells, type Cells, enoughCells } from '../cells.ts';
import { type Stair, type StairCondition, stairsOf, stairsRules } from './rules.ts';

/** What one condition is worth: its score, or why it has none. */
type Standing = { kind: 'scored'; score: number } | { kind: 'unknown' } | { kind: 'na' };

const UNKNOWN: Standing = { kind: 'unknown' };

/** How unknown answers are read: as not met for the low end of the interval, as met for the high end. */
type Unknown = 'unknown-as-no' | 'unknown-as-yes';

/**
 * Beside how unknowns are read, conditions that are taken as met whatever was answered, and those that figures stand for:
 * what the workbook counted of a phase weighs as many cells as it has services there.
 */
export interface Reading {
  readonly read: Unknown;
  readonly cells?: CellsBehind;
  readonly met?: readonly string[];
}

/** Condition → the cells behind it. */
export type CellsBehind = Readonly<Record<string, Cells>>;

export const AS_NO: Reading = { read: 'unknown-as-no' };
export const AS_YES: Reading = { read: 'unknown-as-yes' };

/**
 * The stair these answers reach, as an interval: `low` if every unknown were a no, `high` if every unknown
 * were a yes. 0 means not yet on the stair. The stair is cumulative: a step counts only when all below hold.
 */
export function scoreStair(instrument: Instrument, answers: Answers, cells: CellsBehind = {}): Interval {
  return {
    low: reach(instrument, answers, { ...AS_NO, cells }),
    high: reach(instrument, answers, { ...AS_YES, cells }),
  };
}

/** How many stairs hold from the lowest one up. */
export function reach(instrument: Instrument, answers: Answers, reading: Reading): number {
  const { stairs } = stairsRules(instrument);
  const broken = stairs.findIndex(stair => !lifts(scoresOf(instrument, { stair, answers, reading }), stair));
  return broken === -1 ? stairs.length : broken;
}

/** A condition that applies, with its score (0–1). */
export interface Scored {
  readonly id: string;
  readonly score: number;
  /** What it weighs, where that is not one cell. */
  readonly cells?: Cells;
}

/** Whether a stair holds by these scores. One of which no condition applies has not been assessed: it does not hold. */
export function lifts(scored: readonly Scored[], stair: Stair): boolean {
  return scored.length > 0 && enough(scored, 'met', stair) && enough(scored, 'started', stair);
}

/** Whether the share of met (or started) conditions reaches what the stair requires. */
export function enough(scored: readonly Scored[], what: 'met' | 'started', stair: Stair): boolean {
  const cells = addCells(scored.map(cellsOf));
  return enoughCells(cells, { what, bound: stair.requires[what], unknown: 'as-no' });
}

function cellsOf({ score, cells }: Scored): Cells {
  return cells ?? { all: 1, started: score > 0 ? 1 : 0, met: score === 1 ? 1 : 0, unknown: 0 };
}

/** The applicable conditions of a stair with their scores, in the instrument's order. */
export function scoresOf(
  instrument: Instrument,
  { stair, answers, reading }: { stair: Stair; answers: Answers; reading: Reading },
): Scored[] {
  return stair.conditions.flatMap(condition => {
    const counted = reading.cells?.[condition.id];
    if (counted) return counted.all === 0 ? [] : [countedScore(condition.id, counted, reading.read)];
    const standing = standingOf(instrument, condition, answers);
    if (standing.kind === 'na') return [];
    if (reading.met?.includes(condition.id)) return [{ id: condition.id, score: 1 }];
    const unknown = reading.read === 'unknown-as-yes' ? 1 : 0;
    return [{ id: condition.id, score: standing.kind === 'scored' ? standing.score : unknown }];
  });
}

/** What is not known of the cells is a no, or done in full, as any unknown is. */
function countedScore(id: string, { all, started, met, unknown }: Cells, read: Unknown): Scored {
  const more = read === 'unknown-as-yes' ? unknown : 0;
  const cells = { all, started: started + more, met: met + more, unknown: 0 };
  return { id, score: (cells.started + cells.met) / (2 * all), cells };
}

/** The conditions of a stair of which nothing is known. */
export function unknownOf(instrument: Instrument, stair: Stair, answers: Answers): string[] {
  return stair.conditions.flatMap(condition =>
    standingOf(instrument, condition, answers).kind === 'unknown' ? [condition.id] : [],
  );
}

/** How a condition stands by its answer; `partly` is begun or half-way, and not met. */
export type ConditionState = 'met' | 'partly' | 'not' | 'unknown' | 'na';

/** Every condition with how it stands, stair by stair from the lowest; none where the instrument has no stairs. */
export function conditionsOf(
  instrument: Instrument,
  answers: Answers,
): readonly (readonly { readonly id: string; readonly state: ConditionState }[])[] {
  return stairsOf(instrument).map(({ conditions }) =>
    conditions.map(condition => ({
      id: condition.id,
      state: stateOf(standingOf(instrument, condition, answers)),
    })),
  );
}

function stateOf(standing: Standing): ConditionState {
  if (standing.kind !== 'scored') return standing.kind;
  if (standing.score === 1) return 'met';
  return standing.score === 0 ? 'not' : 'partly';
}

/** How every condition stands, worked out once for the same answers: a result asks for each of them many times. */
const standings = memoPair((instrument: Instrument, answers: Answers) => {
  const conditions = stairsOf(instrument).flatMap(stair => stair.conditions);
  return new Map(
    conditions.map(condition => {
      const trusted = trustedInstead(instrument, condition.id, answers);
      const counts = conditions.find(({ id }) => id === trusted);
      return [condition.id, counts ? answeredStanding(instrument, counts, answers) : UNKNOWN];
    }),
  );
});

function standingOf(instrument: Instrument, { id }: StairCondition, answers: Answers): Standing {
  return standings(instrument, answers).get(id) ?? UNKNOWN;
}

/** Whose answer counts for a condition: its own, unless it was contradicted and another is trusted more, or `unknown`. */
function trustedInstead(instrument: Instrument, id: string, answers: Answers): string {
  for (const { input, trusts } of stairsRules(instrument).doubts) {
    const said = answers[input];
    const instead = typeof said === 'string' ? trusts[said]?.[id] : undefined;
    if (instead === undefined) continue;
    const when = stepAsking(instrument, input)?.when;
    // Without the contradiction the question was not asked, and what is kept of it says nothing.
    if (!when || holds(when, answers)) return instead;
  }
  return id;
}

function answeredStanding(instrument: Instrument, condition: StairCondition, answers: Answers): Standing {
  const answer = answers[condition.id] ?? 'unknown';
  if (answer === 'na' || answer === 'unknown') return { kind: answer };
  if (typeof answer === 'number') return { kind: 'scored', score: numberScore(answer, condition) };
  const counted = stairsRules(instrument).counted.find(({ id }) => id === condition.id);
  if (counted?.option === answer) return countedStanding(answers[counted.target], answers[counted.reached]);
  const input = findInput(instrument, condition.id);
  const scale = input?.type === 'choice' ? instrument.scales[input.scale] : undefined;
  return { kind: 'scored', score: (typeof answer === 'string' ? scale?.options[answer] : undefined) ?? 0 };
}

/** Met when as many are reached as were aimed at; below it the share of the way there, never a full 1. */
function countedStanding(target: unknown, reached: unknown): Standing {
  if (typeof target !== 'number' || typeof reached !== 'number') return UNKNOWN;
  return { kind: 'scored', score: reached >= target ? 1 : Math.min(reached / target, 0.99) };
}

/** Met strictly above the bound; below it the share of the way there, never a full 1. */
function numberScore(value: number, condition: StairCondition): number {
  if (!('above' in condition)) return 0;
  return value > condition.above ? 1 : Math.min(value / condition.above, 0.99);
}

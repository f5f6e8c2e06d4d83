/** What keeps the next stair from holding, and what would lift it. */
import type { Effort } from '../../actions.ts';
import type { Answers } from '../../answers.ts';
import type { Instrument } from '../../instrument.ts';
import { findInput } from '../../places.ts';
import { type Stair, stairsRules } from './rules.ts';
import { AS_NO, AS_YES, enough, lifts, reach, type Scored, scoresOf, unknownOf } from './score.ts';

/** A number that is nearly enough: how many whole units it still has to rise. */
export interface NearMiss {
  readonly id: string;
  readonly missing: number;
}

export interface WayUp {
  /** Mean score (0–1) of the applicable conditions of the next stair, unknowns as no; 1 at the top. */
  readonly progress: number;
  /** Conditions of the next stair that are known not to hold, and keep it from holding. */
  readonly holding: readonly string[];
  /** Conditions of the next stair of which nothing is known. */
  readonly unknown: readonly string[];
  /** Of `holding`, the numbers that are nearly enough. */
  readonly near: readonly NearMiss[];
  /** One of the smallest sets of conditions that would lift the stair if each were met, the easiest of them. */
  readonly smallestLift: readonly string[];
  /** The stair that would be reached then: higher than the next one when those above it hold already. */
  readonly liftsTo: number;
}

/** The way up from the stair that is surely reached. Nothing leads on from the top, or past a stair not assessed. */
export function wayUp(instrument: Instrument, answers: Answers, low: number): WayUp {
  const stair = stairsRules(instrument).stairs[low];
  const scored = stair ? scoresOf(instrument, { stair, answers, reading: AS_NO }) : [];
  if (!stair || scored.length === 0) {
    const nothing = { holding: [], unknown: [], near: [], smallestLift: [] };
    return { ...nothing, progress: stair ? 0 : 1, liftsTo: low };
  }
  const held = holding(scoresOf(instrument, { stair, answers, reading: AS_YES }), stair);
  const lift = smallestLift(instrument, scored, stair);
  return {
    progress: scored.reduce((sum, { score }) => sum + score, 0) / scored.length,
    holding: held,
    unknown: unknownOf(instrument, stair, answers),
    near: stair.conditions.flatMap(condition => nearMiss(instrument, answers, { condition, held })),
    smallestLift: lift,
    liftsTo: reach(instrument, answers, { ...AS_NO, met: lift }),
  };
}

/**
 * What holds the stair down even if all that is unknown were met. When enough are met already, only the ones not even
 * started do; else every unmet one does.
 */
function holding(scored: readonly Scored[], stair: Stair): string[] {
  if (lifts(scored, stair)) return [];
  const least = enough(scored, 'met', stair) ? Number.MIN_VALUE : 1;
  return scored.filter(({ score }) => score < least).map(({ id }) => id);
}

const EASE: Readonly<Record<Effort, number>> = { small: 0, medium: 1, large: 2 };

/** Those not begun come first, for a stair demands that all are; then the easier, then the instrument's order. */
function smallestLift(instrument: Instrument, scored: readonly Scored[], stair: Stair): string[] {
  const { efforts } = stairsRules(instrument);
  const ease = ({ id }: Scored) => EASE[efforts[id] ?? 'medium'];
  const unmet = scored
    .filter(({ score }) => score < 1)
    .sort((a, b) => Number(a.score > 0) - Number(b.score > 0) || ease(a) - ease(b));
  const supposing = (lifted: readonly Scored[]) =>
    scored.map(one => (lifted.includes(one) ? { ...one, score: 1 } : one));
  const size = unmet.findIndex((_, count) => lifts(supposing(unmet.slice(0, count + 1)), stair)) + 1;
  return unmet.slice(0, size).map(({ id }) => id);
}

/** At most this many percentage points from the bound is near. */
const NEAR = 5;

function nearMiss(
  instrument: Instrument,
  answers: Answers,
  { condition, held }: { condition: Stair['conditions'][number]; held: readonly string[] },
): NearMiss[] {
  const value = answers[condition.id];
  const input = findInput(instrument, condition.id);
  if (!('above' in condition) || typeof value !== 'number' || !held.includes(condition.id)) return [];
  if (input?.type !== 'number' || input.unit !== 'percent') return [];
  // The bound itself is not enough: from exactly 80 there is one point to 81.
  const missing = Math.floor(condition.above - value) + 1;
  return missing > NEAR ? [] : [{ id: condition.id, missing }];
}

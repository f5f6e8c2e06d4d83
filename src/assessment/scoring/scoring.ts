import type { Instrument } from '../instrument.ts';
import { insteadOf } from '../shape/instead-of.ts';
import { shapeProblems } from '../shape/shape-problems.ts';
import { chain } from './chain/chain.ts';
import { levels } from './levels/levels.ts';
import { matrix } from './matrix/matrix.ts';
import { plain } from './plain.ts';
import type { RuleProblem, Scoring } from './port.ts';
import { roadmap } from './roadmap/roadmap.ts';
import { stairs } from './stairs/stairs.ts';
import { workbook } from './workbook/workbook.ts';

/** The closed list: an instrument chooses one of these, and no code comes from outside. */
const SCORINGS: readonly Scoring[] = [stairs, levels, chain, matrix, roadmap, plain, workbook];

/** The way this instrument is scored; undefined when it names none of them. */
export function findScoring({ scoring }: Pick<Instrument, 'scoring'>): Scoring | undefined {
  return SCORINGS.find(({ by }) => by === scoring.by);
}

/** The same for an instrument that has been checked. Throws when it names none of them. */
export function scoringOf(instrument: Instrument): Scoring {
  const found = findScoring(instrument);
  if (!found) throw new Error(`${instrument.id} is scored by ${instrument.scoring.by}, which there is not`);
  return found;
}

/** Everything that is wrong with the rules of an instrument whose other parts have been checked. */
export function checkRules(instrument: Instrument): readonly RuleProblem[] {
  const { by } = instrument.scoring;
  const scoring = findScoring(instrument);
  if (!scoring)
    return [{ path: 'scoring.by', problem: `there is no scoring ${by}${insteadOf(by, WAYS_OF_SCORING)}` }];
  if (hasReadableRules(instrument)) return scoring.check(instrument);
  return shapeProblems(scoring.rules, instrument.scoring).map(({ path, problem }) => ({
    path: ['scoring', ...path.map(String)].join('.'),
    problem,
  }));
}

/** Whether the rules have the shape of their scoring: of others nothing can be asked, not even which texts they need. */
export function hasReadableRules(instrument: Instrument): boolean {
  return findScoring(instrument)?.rules.safeParse(instrument.scoring).success ?? false;
}

/** What `scoring.by` can say. */
export const WAYS_OF_SCORING: readonly string[] = SCORINGS.map(({ by }) => by);

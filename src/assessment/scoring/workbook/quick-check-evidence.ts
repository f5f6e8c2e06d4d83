import type { Answers } from '../../answers.ts';
import type { Difference } from '../../sections/beside.ts';
import { type Cells, enoughCells } from '../cells.ts';
import type { CellsBehind } from '../stairs/score.ts';
import type { WorkbookResult } from './assess-workbook.ts';
import { isOver, type Verdict } from './evidence.ts';
import type { PhaseMeasures } from './measures.ts';
import { PHASES, type Workbook } from './workbook-instrument.ts';

/**
 * The workbook's figures as answers of the quick check, for the inputs they can stand in for. Assess
 * `{ ...ownAnswers, ...evidenceAnswers(…) }` and the self-estimates are replaced by evidence. Inputs the workbook
 * cannot answer yet are left out.
 */
export function evidenceAnswers(workbook: Workbook, result: WorkbookResult): Answers {
  const { standsFor } = workbook.instrument;
  const { evidence, counts, phases } = result;
  const known: [figure: string, value: string | number | undefined][] = [
    ['services', adoption(evidence.adopted, counts.inUse)],
    ['usage', usageRate(workbook, result)],
    ...PHASES.map((phase): [string, string | undefined] => [phase, phaseState(workbook, phases[phase])]),
  ];
  return Object.fromEntries(
    known.flatMap(([figure, value]) => {
      const input = standsFor[figure];
      return input === undefined || value === undefined ? [] : [[input, value]];
    }),
  );
}

/** Where the self-estimate and the evidence differ. A question answered with "en tiedä" is no estimate. */
export function differences(selfEstimate: Answers, evidence: Answers): Difference[] {
  return Object.entries(evidence).flatMap(([input, value]) => {
    const estimate = selfEstimate[input] ?? 'unknown';
    return estimate === 'unknown' || estimate === value
      ? []
      : [{ input, selfEstimate: estimate, evidence: value }];
  });
}

function adoption(verdict: Verdict, inUse: number): string | undefined {
  if (verdict === 'yes') return 'yes';
  if (verdict === 'no') return inUse > 0 ? 'partly' : 'no';
  return undefined;
}

/**
 * How many (service, phase) cells stand behind each question on a phase: the quick check weighs them by its own rule for
 * stair 3, which is the workbook's. With nothing in use there is nothing to weigh.
 */
export function evidenceCells({ instrument }: Workbook, { phases, counts }: WorkbookResult): CellsBehind {
  if (counts.inUse === 0) return {};
  return Object.fromEntries(
    PHASES.flatMap(phase => {
      const input = instrument.standsFor[phase];
      return input === undefined ? [] : [[input, cellsIn(phases[phase])]];
    }),
  );
}

function cellsIn({ manual, partial, full, missing }: PhaseMeasures): Cells {
  const started = partial + full;
  return { all: manual + started + missing, started, met: full, unknown: missing };
}

/** Only where the rates that are missing could not turn what it says of the bound. */
function usageRate({ scoring }: Workbook, { evidence, usage }: WorkbookResult): number | undefined {
  if (!usage || (evidence.used !== 'yes' && evidence.used !== 'no')) return undefined;
  const over = isOver(usage.rate, scoring.usageAbove / 100);
  return over === (evidence.used === 'yes') ? Number((usage.rate * 100).toFixed(7)) : undefined;
}

/** A phase of all services together, by the shares that stair 3 asks for. */
function phaseState({ scoring }: Workbook, phase: PhaseMeasures): string | undefined {
  const cells = cellsIn(phase);
  if (cells.unknown > 0) return undefined;
  if (cells.all === 0) return phase.na > 0 ? 'na' : undefined;
  const { started, full } = scoring.phaseShares;
  const enough = (what: 'started' | 'met', bound: number) =>
    enoughCells(cells, { what, bound, unknown: 'as-no' });
  if (enough('started', started) && enough('met', full)) return 'full';
  return cells.started > 0 ? 'partial' : 'manual';
}

/** What to do next by the workbook's figures: the actions of the conditions that they stand for. */
import { recommend } from '../../actions.ts';
import type { Given } from '../port.ts';
import type { WorkbookResult } from './assess-workbook.ts';
import type { Verdict } from './evidence.ts';
import { type GroundworkResult, groundworkOf } from './groundwork.ts';
import { evidenceAnswers } from './quick-check-evidence.ts';
import { PHASES, type Workbook } from './workbook-instrument.ts';

/** Ids of the quick check's conditions. */
interface Open {
  readonly holding: readonly string[];
  readonly unknown: readonly string[];
}

/** Ids of actions towards the next stair, as the quick check chooses them. */
export function adviceOf(workbook: Workbook, result: WorkbookResult, given: Given): string[] {
  const { answers, actions } = given;
  const { holding, unknown } = openIn(workbook, result, groundworkOf(workbook, answers));
  const known = { ...answers, ...evidenceAnswers(workbook, result) };
  return recommend(actions, { holding, unknown, answers: known, at: 'below' });
}

/** The lowest stair where something is open: the groundwork of the areas, adoption and use, the phases. */
function openIn(workbook: Workbook, result: WorkbookResult, groundwork: readonly GroundworkResult[]): Open {
  const conditions = (figures: readonly string[]) => [
    ...new Set(figures.flatMap(figure => workbook.instrument.standsFor[figure] ?? [])),
  ];
  const missing = groundwork.flatMap(area => area.missing);
  const stairs: readonly Open[] = [
    {
      holding: missing,
      unknown: groundwork.flatMap(area => area.unknown).filter(one => !missing.includes(one)),
    },
    byVerdict({ services: lowest(result, 'adopted'), usage: lowest(result, 'used') }),
    phasesOpen(workbook, result),
  ];
  const open = stairs.find(({ holding, unknown }) => holding.length + unknown.length > 0);
  return { holding: conditions(open?.holding ?? []), unknown: conditions(open?.unknown ?? []) };
}

/**
 * The lowest verdict of the areas that were assessed, and of the whole: that one knows little while areas are missing,
 * and says then no more than that.
 */
function lowest({ evidence, areas }: WorkbookResult, condition: Condition): Verdict {
  const assessed = areas.filter(({ counts }) => counts.answered > 0);
  const own = assessed.length === areas.length || evidence[condition] === 'no' ? [evidence[condition]] : [];
  const verdicts = [...own, ...assessed.map(area => area.evidence[condition])];
  return (['no', 'unknown', 'yes'] as const).find(verdict => verdicts.includes(verdict)) ?? 'na';
}

type Condition = 'adopted' | 'used' | 'started' | 'full';

function byVerdict(verdicts: Readonly<Record<string, Verdict>>): Open {
  const figures = (wanted: Verdict) =>
    Object.entries(verdicts).flatMap(([figure, verdict]) => (verdict === wanted ? [figure] : []));
  return { holding: figures('no'), unknown: figures('unknown') };
}

/** While stair 3 is not reached: the phases that are not full, and those with answers missing. */
function phasesOpen(workbook: Workbook, result: WorkbookResult): Open {
  const verdicts = [lowest(result, 'started'), lowest(result, 'full')];
  if (verdicts.every(verdict => verdict === 'yes' || verdict === 'na')) return { holding: [], unknown: [] };
  const known = evidenceAnswers(workbook, result);
  const stateOf = (phase: string) => known[workbook.instrument.standsFor[phase] ?? ''];
  return {
    holding: PHASES.filter(phase => stateOf(phase) === 'manual' || stateOf(phase) === 'partial'),
    unknown: PHASES.filter(phase => result.phases[phase].missing > 0),
  };
}

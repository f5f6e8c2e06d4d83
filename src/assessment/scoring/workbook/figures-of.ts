/** The figures of a workbook that are set beside those of another year: few enough to be kept. */
import type { AreaResult, WorkbookResult } from './assess-workbook.ts';
import type { EvidenceStair } from './evidence.ts';

/** Of an area or the whole. Shares are 0–1, the saving is € a year; null: there is nothing to compute from. */
export interface YearFigures {
  readonly services: number;
  readonly answered: number;
  readonly coverage: number | null;
  readonly degree: number | null;
  readonly usage: number | null;
  readonly saving: number | null;
  readonly stair: EvidenceStair | null;
}

export interface WorkbookFigures {
  readonly whole: YearFigures;
  /** Id of an area → its figures. */
  readonly areas: Readonly<Record<string, YearFigures>>;
}

export function figuresOf(result: WorkbookResult): WorkbookFigures {
  return {
    whole: yearFigures(result, result.stair),
    areas: Object.fromEntries(result.areas.map(area => [area.id, yearFigures(area, area.evidence.stair)])),
  };
}

function yearFigures(
  {
    counts,
    coverage,
    degree,
    usage,
    benefit,
  }: Pick<AreaResult, 'counts' | 'coverage' | 'degree' | 'usage' | 'benefit'>,
  stair: EvidenceStair | null,
): YearFigures {
  return {
    services: counts.services,
    answered: counts.answered,
    coverage,
    degree,
    usage: usage?.rate ?? null,
    saving: benefit.savingInUse,
    stair,
  };
}

/** The measures that stand above all others, on the summary and on each area's tab: where each is counted, and what it is. */
import type { AreaResult } from '../../assessment/scoring/workbook/assess-workbook.ts';
import type { EvidenceStair } from '../../assessment/scoring/workbook/evidence.ts';
import type { Measures } from '../../assessment/scoring/workbook/measures.ts';
import type { ExportContext } from './export-context.ts';
import type { FORMATS } from './looks.ts';
import { stairText } from './stair-text.ts';
import { BENEFIT_TABLE, EVIDENCE_ROWS, SUMMARY_COLUMNS } from './summary-layout.ts';
import { mainCell, onSummary, orDash, rowOf } from './summary-tables.ts';
import type { Computed } from './xlsx/draft.ts';
import { fixed } from './xlsx/reference.ts';

export interface Measured {
  readonly measures: Measures;
  readonly stair: EvidenceStair | null;
}

/** Of an area or the whole, by the column of its figures. Cells are on the summary; an empty value is shown as a dash. */
export function measureCells(
  place: { readonly column: number },
  { measures, stair }: Measured,
  context: ExportContext,
) {
  const { coverage, degree, usage, benefit, developFirst } = measures;
  const main = (key: string) => mainCell(key, place, context);
  return {
    stair: { cell: fixed(EVIDENCE_ROWS.stair, place.column), value: stairText(stair, context.t) || null },
    coverage: { cell: main('coverage'), value: coverage },
    degree: { cell: main('degree'), value: degree },
    usage: { cell: main('usage'), value: usage?.rate },
    saving: {
      cell: fixed(rowOf(BENEFIT_TABLE, place), SUMMARY_COLUMNS.first),
      value: benefit.savingInUse,
    },
    'develop-first': {
      cell: main('develop-first'),
      value: developFirst && context.words.phases[developFirst.phase],
    },
  };
}

export interface AreaMeasure {
  readonly name: string;
  readonly computed: Computed;
  readonly format?: keyof typeof FORMATS;
}

const ON_AN_AREA = [
  { key: 'degree', format: 'wholePercent' },
  { key: 'coverage', format: 'wholePercent' },
  { key: 'usage', format: 'percent' },
  { key: 'develop-first' },
  { key: 'saving', format: 'euros' },
  { key: 'stair' },
] as const;

/** An area's measures for the top of its own tab; first how many of its services have been answered: `7/20`. */
export function areaMeasures(area: AreaResult, context: ExportContext): AreaMeasure[] {
  const { t, workbook } = context;
  const place = { column: SUMMARY_COLUMNS.first + workbook.areas.findIndex(({ id }) => id === area.id) };
  const cells = measureCells(place, { measures: area, stair: area.evidence.stair }, context);
  const { answered, services } = area.counts;
  const count = (key: string) => onSummary(mainCell(key, place, context), context);
  return [
    {
      name: t('workbook-sheet:summary.answered'),
      computed: {
        formula: `${count('answered')}&"/"&${count('services')}`,
        value: `${answered}/${services}`,
      },
    },
    ...ON_AN_AREA.map(({ key, ...format }) => ({
      name: t(`workbook-sheet:summary.${key}`),
      computed: orDash(onSummary(cells[key].cell, context), cells[key].value),
      ...format,
    })),
  ];
}

import type { Measures } from '../../assessment/scoring/workbook/measures.ts';
import { PHASES } from '../../assessment/scoring/workbook/workbook-instrument.ts';
import type { ExportContext } from './export-context.ts';
import { figureIndex } from './figures.ts';
import { COLORS, FORMATS } from './looks.ts';
import { benefitColumns } from './summary-columns.ts';
import {
  AREAS_TABLE,
  BENEFIT_TABLE,
  FIGURE_ROWS,
  FIRST_CHARTS,
  PHASES_TABLE,
  SECOND_CHARTS,
  SUMMARY_COLUMNS,
  WHOLE_COLUMN,
} from './summary-layout.ts';
import { areaColumnOf, percent } from './summary-tables.ts';
import type { Chart, Series, TextRange } from './xlsx/chart.ts';
import { areaOn, cellOn } from './xlsx/reference.ts';

const WIDTH = 740;
const HEIGHT = 290;
const LEFT = 2;
const RIGHT = 7;

/** The charts of the summary: coverage and degree, usage, phases, benefit. */
export function summaryCharts(context: ExportContext): readonly Chart[] {
  return [coverageChart(context), usageChart(context), phasesChart(context), benefitChart(context)];
}

/** What a chart is called, what it shows for people who do not see it, and how large it is. */
function framed(name: string, context: ExportContext) {
  const { t, workbook } = context;
  const bound = percent(workbook.scoring.usageAbove / 100, context);
  return {
    title: t(`workbook-sheet:summary.chart-${name}`),
    description: t(`workbook-sheet:summary.chart-${name}-alt`, { bound }),
    width: WIDTH,
    height: HEIGHT,
  };
}

const SHARES = { format: FORMATS.wholePercent, min: 0, max: 1 } as const;

function coverageChart(context: ExportContext): Chart {
  return {
    ...framed('coverage', context),
    kind: 'columns',
    at: { row: FIRST_CHARTS, column: LEFT },
    categories: areaNames(context),
    series: [
      { ...mainSeries('coverage', context), color: COLORS.blue, labels: FORMATS.label },
      { ...mainSeries('degree', context), color: COLORS.teal, labels: FORMATS.label },
    ],
    axis: SHARES,
  };
}

function usageChart(context: ExportContext): Chart {
  return {
    ...framed('usage', context),
    kind: 'columns',
    at: { row: FIRST_CHARTS, column: RIGHT },
    categories: areaNames(context),
    series: [{ ...mainSeries('usage', context), color: COLORS.blue, labels: FORMATS.label }],
    line: boundSeries(context),
    axis: SHARES,
  };
}

const PHASE_COLORS = { full: COLORS.teal, partial: 'D9A441', manual: '9E2A2B' } as const;

function phasesChart(context: ExportContext): Chart {
  const { t, result, words } = context;
  const sheet = t('workbook-sheet:sheet.summary-tab');
  const header = PHASES_TABLE.header;
  const last = SUMMARY_COLUMNS.first + PHASES.length - 1;
  const figures = t('workbook-sheet:sheet.figures-tab');
  const range = areaOn(sheet, { row: header, column: SUMMARY_COLUMNS.first }, { row: header, column: last });
  const series = (['full', 'partial', 'manual'] as const).map((state): Series => {
    const first = FIGURE_ROWS.first + figureIndex({ sum: state, phase: PHASES[0] });
    return {
      // A literal name: the figures' own names carry the phase, too.
      name: { value: t(`workbook:scales.phase.${state}`) },
      range: areaOn(
        figures,
        { row: first, column: WHOLE_COLUMN },
        { row: first + PHASES.length - 1, column: WHOLE_COLUMN },
      ),
      values: PHASES.map(phase => result.phases[phase][state]),
      color: PHASE_COLORS[state],
    };
  });
  return {
    ...framed('phases', context),
    kind: 'stacked-bars',
    at: { row: SECOND_CHARTS, column: LEFT },
    categories: { range, values: PHASES.map(phase => words.phases[phase]) },
    series,
    axis: { format: FORMATS.number, min: 0 },
  };
}

function benefitChart(context: ExportContext): Chart {
  const { t, result } = context;
  const sheet = t('workbook-sheet:sheet.summary-tab');
  const columns = benefitColumns(context);
  const series = (key: string, color: string, pick: (measures: Measures) => number | null): Series => {
    const index = columns.findIndex(column => column.key === key);
    const column = SUMMARY_COLUMNS.first + index;
    return {
      // The cell of the header may hold a broken word.
      name: { value: columns[index]?.name ?? '' },
      range: areaOn(sheet, { row: BENEFIT_TABLE.first, column }, { row: BENEFIT_TABLE.whole - 1, column }),
      values: result.areas.map(pick),
      color,
    };
  };
  return {
    ...framed('benefit', context),
    kind: 'columns',
    at: { row: SECOND_CHARTS, column: RIGHT },
    categories: areaNames(context, BENEFIT_TABLE),
    series: [
      series('saving-in-use', COLORS.blue, ({ benefit }) => benefit.savingInUse),
      series('saving-planned', COLORS.teal, ({ benefit }) => benefit.savingPlanned),
    ],
    axis: { format: '#,##0 "€"' },
  };
}

function areaNames(
  { t, result }: ExportContext,
  table: { first: number; whole: number } = AREAS_TABLE,
): TextRange {
  const column = SUMMARY_COLUMNS.label;
  const sheet = t('workbook-sheet:sheet.summary-tab');
  return {
    range: areaOn(sheet, { row: table.first, column }, { row: table.whole - 1, column }),
    values: result.areas.map(({ id }) => t(`workbook:areas.${id}.name`)),
  };
}

/** The bound as a line: the figures have it for each area. */
function boundSeries({ t, result, workbook }: ExportContext): Series {
  const sheet = t('workbook-sheet:sheet.figures-tab');
  const row = FIGURE_ROWS.first + figureIndex('bound');
  return {
    name: { cell: cellOn(sheet, row, SUMMARY_COLUMNS.label), value: t('workbook-sheet:figures.bound') },
    range: areaOn(sheet, { row, column: SUMMARY_COLUMNS.first }, { row, column: WHOLE_COLUMN - 1 }),
    values: result.areas.map(() => workbook.scoring.usageAbove / 100),
    color: COLORS.orange,
  };
}

/** A column of the main table as a series. */
function mainSeries(key: 'coverage' | 'degree' | 'usage', context: ExportContext): Omit<Series, 'color'> {
  const { t, result } = context;
  const sheet = t('workbook-sheet:sheet.summary-tab');
  const column = areaColumnOf(key, context);
  return {
    name: { value: t(`workbook-sheet:summary.${key}`) },
    range: areaOn(sheet, { row: AREAS_TABLE.first, column }, { row: AREAS_TABLE.whole - 1, column }),
    values: result.areas.map(area => (key === 'usage' ? (area.usage?.rate ?? null) : area[key])),
  };
}

import type { EvidenceStair } from '../../assessment/scoring/workbook/evidence.ts';
import type { Tally } from '../../assessment/scoring/workbook/tally.ts';
import { MARKS } from './area-columns.ts';
import { CONDITIONS, verdictFormula } from './evidence-formulas.ts';
import type { ExportContext } from './export-context.ts';
import { type FigureColumn, figureCell } from './figure-formulas.ts';
import { headingText } from './heading-text.ts';
import { COLORS, HEADER_SIZE, LOOKS, withFormat } from './looks.ts';
import { stairFormula, stairText } from './stair-text.ts';
import { summaryCharts } from './summary-charts.ts';
import { areaColumns, benefitColumns, phaseColumns, type TableColumn } from './summary-columns.ts';
import { putKpis } from './summary-kpis.ts';
import {
  AREAS_TABLE,
  BENEFIT_TABLE,
  EVIDENCE_ROWS,
  PAGE_BREAKS,
  PHASES_TABLE,
  SUMMARY_COLUMNS,
  SUMMARY_WIDTH,
  WHOLE_COLUMN,
} from './summary-layout.ts';
import { measuredColumns, percent, putAreaHeader, rowOf } from './summary-tables.ts';
import { putTargets, targetValidations } from './summary-targets.ts';
import { textHeight } from './text-height.ts';
import { createDraft, type Draft } from './xlsx/draft.ts';
import { area, at } from './xlsx/reference.ts';
import type { ConditionalFormat, Sheet } from './xlsx/sheet.ts';

/** What the summary is made of beside the result: a column of figures for each area, and the whole. */
export interface SummaryInput {
  readonly columns: readonly (FigureColumn & {
    readonly tally: Tally;
    readonly stair: EvidenceStair | null;
  })[];
}

/** The tab shown to a council: key figures, tables and charts. */
export function summarySheet(input: SummaryInput, context: ExportContext): Sheet {
  const draft = createDraft();
  putAll(draft, { input, context });
  return {
    name: context.t('workbook-sheet:sheet.summary-tab'),
    color: COLORS.navy,
    columns: columnWidths(),
    cells: draft.cells,
    rows: draft.rows,
    freeze: { row: 2, column: SUMMARY_COLUMNS.first },
    active: { row: 1, column: SUMMARY_COLUMNS.label },
    protected: true,
    conditionalFormats: conditionalFormats(context),
    validations: targetValidations(context),
    charts: summaryCharts(context),
    print: { scale: { pagesWide: 1 }, titleRows: [1, 1], rowBreaks: PAGE_BREAKS, footer: context.footer },
  };
}

function putAll(draft: Draft, scene: Scene): void {
  const { input, context } = scene;
  const { t } = context;
  const { label } = SUMMARY_COLUMNS;
  putMarks(draft, context);
  draft.put({ row: 1, column: label }, LOOKS.title, t('workbook-sheet:summary.title'));
  draft.put({ row: 2, column: label }, LOOKS.lead, t('workbook-sheet:summary.lead'));
  draft.rows.set(1, { height: 28 });
  putKpis(draft, context);
  putTargets(draft, context);
  putTable(draft, { place: AREAS_TABLE, heading: 'areas-heading', columns: areaColumns(context) }, scene);
  putTable(draft, { place: PHASES_TABLE, heading: 'phases-heading', columns: phaseColumns(context) }, scene);
  draft.put({ row: PHASES_TABLE.lead, column: label }, LOOKS.lead, t('workbook-sheet:summary.phases-lead'));
  putTable(
    draft,
    { place: BENEFIT_TABLE, heading: 'benefit-heading', columns: benefitColumns(context) },
    scene,
  );
  putEvidence(draft, input, context);
}

const LABEL_WIDTH = 40;

function columnWidths() {
  const { count } = SUMMARY_COLUMNS;
  return Array.from({ length: count }, (_, index) => {
    if (index === 0) return { width: 3, hidden: true } as const;
    return { width: index === SUMMARY_COLUMNS.label - 1 ? LABEL_WIDTH : SUMMARY_WIDTH };
  });
}

function putMarks(draft: Draft, { version }: ExportContext): void {
  draft.put({ row: 1, column: 1 }, LOOKS.technical, MARKS.format);
  draft.put({ row: 2, column: 1 }, LOOKS.technical, MARKS.summary);
  draft.put({ row: 3, column: 1 }, LOOKS.technical, MARKS.version(version));
}

const ROW_HEIGHT = 18;

interface TableInput {
  readonly place: { readonly heading: number; readonly header: number; readonly first: number };
  readonly heading: string;
  readonly columns: readonly TableColumn[];
}

interface Scene {
  readonly input: SummaryInput;
  readonly context: ExportContext;
}

/** A table with a row for each area and one for the whole. */
function putTable(draft: Draft, { place, heading, columns }: TableInput, { input, context }: Scene): void {
  const { t, result } = context;
  const { label, first } = SUMMARY_COLUMNS;
  putHeading(draft, place.heading, t(`workbook-sheet:summary.${heading}`));
  draft.put({ row: place.header, column: label }, LOOKS.headerLeft, t('workbook-sheet:summary.area'));
  draft.rows.set(place.header, { height: 34 });
  for (const [index, { name }] of columns.entries()) {
    const heading = headingText(name, { width: SUMMARY_WIDTH, size: HEADER_SIZE }, t);
    draft.put({ row: place.header, column: first + index }, LOOKS.header, heading);
  }
  for (const { measures, figures } of measuredColumns(result, input.columns)) {
    const row = rowOf(place, figures);
    draft.rows.set(row, { height: ROW_HEIGHT });
    const whole = figures.source === 'sum-of-areas';
    draft.put({ row, column: label }, whole ? LOOKS.totalText : LOOKS.bold, columnName(figures, context));
    for (const [index, { compute, format }] of columns.entries()) {
      const look = whole ? LOOKS.total : LOOKS.center;
      draft.put(
        { row, column: first + index },
        format ? withFormat(look, format) : look,
        compute(measures, figures),
      );
    }
  }
}

function putHeading(draft: Draft, row: number, heading: string): void {
  draft.put({ row, column: SUMMARY_COLUMNS.label }, LOOKS.heading, heading);
  draft.rows.set(row, { height: 22 });
}

function columnName({ column }: FigureColumn, { t, result }: ExportContext): string {
  const areaResult = result.areas[column - SUMMARY_COLUMNS.first];
  return areaResult ? t(`workbook:areas.${areaResult.id}.name`) : t('workbook-sheet:summary.whole');
}

function putEvidence(draft: Draft, input: SummaryInput, context: ExportContext): void {
  const { t, result, workbook } = context;
  const { label } = SUMMARY_COLUMNS;
  putHeading(draft, EVIDENCE_ROWS.heading, t('workbook-sheet:summary.evidence-heading'));
  draft.put(
    { row: EVIDENCE_ROWS.lead, column: label },
    LOOKS.lead,
    t('workbook-sheet:summary.evidence-lead'),
  );
  const header = { row: EVIDENCE_ROWS.header, first: t('workbook-sheet:summary.condition') };
  putAreaHeader(draft, { ...header, columns: input.columns }, context);
  const bounds = {
    used: workbook.scoring.usageAbove / 100,
    started: workbook.scoring.phaseShares.started,
    full: workbook.scoring.phaseShares.full,
    adopted: 0,
  };
  for (const condition of CONDITIONS) {
    const row = EVIDENCE_ROWS[condition];
    const name = t(`workbook-sheet:summary.${condition}`, { bound: percent(bounds[condition], context) });
    draft.put({ row, column: label }, LOOKS.bold, name);
    draft.rows.set(row, { height: textHeight([{ text: name, width: LABEL_WIDTH }]) });
    for (const column of input.columns) {
      const { evidence } = result.areas[column.column - SUMMARY_COLUMNS.first] ?? result;
      const value = t(`workbook-sheet:summary.verdict-${evidence[condition]}`);
      const formula = verdictFormula(condition, column, context);
      draft.put({ row, column: column.column }, LOOKS.center, { formula, value });
    }
  }
  putStairs(draft, input, context);
}

function putStairs(draft: Draft, { columns }: SummaryInput, { t }: ExportContext): void {
  const row = EVIDENCE_ROWS.stair;
  const name = t('workbook-sheet:summary.evidence-stair');
  draft.put({ row, column: SUMMARY_COLUMNS.label }, LOOKS.totalText, name);
  for (const column of columns) {
    const [low, high] = [figureCell('stair-low', column), figureCell('stair-high', column)];
    const stair = { formula: stairFormula(low, high, t), value: stairText(column.stair, t) };
    draft.put({ row, column: column.column }, LOOKS.total, stair);
  }
}

function conditionalFormats({ t }: ExportContext): ConditionalFormat[] {
  const { first } = SUMMARY_COLUMNS;
  const heat = area(
    { row: PHASES_TABLE.first, column: first },
    { row: PHASES_TABLE.whole, column: first + 6 },
  );
  const verdicts = area(
    { row: EVIDENCE_ROWS.adopted, column: first },
    { row: EVIDENCE_ROWS.full, column: WHOLE_COLUMN },
  );
  const cell = at(EVIDENCE_ROWS.adopted, first);
  const verdict = (word: string, fill: string, color: string): ConditionalFormat => ({
    kind: 'formula',
    range: verdicts,
    formula: `${cell}="${t(`workbook-sheet:summary.verdict-${word}`)}"`,
    fill,
    color,
  });
  return [
    { kind: 'scale', range: heat, colors: [COLORS.bad, COLORS.middle, COLORS.good] },
    verdict('yes', COLORS.good, COLORS.goodText),
    verdict('no', COLORS.bad, COLORS.badText),
    verdict('unknown', COLORS.middle, COLORS.middleText),
    verdict('na', COLORS.muted, COLORS.mutedText),
  ];
}

import { PHASES } from '../../assessment/scoring/workbook/workbook-instrument.ts';
import type { ExportContext } from './export-context.ts';
import type { FigureColumn } from './figure-formulas.ts';
import { headingText } from './heading-text.ts';
import { COLORS, HEADER_SIZE, LOOKS, withFormat } from './looks.ts';
import { MARKS, putMarks } from './marks.ts';
import { summaryCharts } from './summary-charts.ts';
import { areaColumns, benefitColumns, phaseColumns, type TableColumn } from './summary-columns.ts';
import { putEvidence, verdictColors } from './summary-evidence.ts';
import { putKpis } from './summary-kpis.ts';
import {
  AREAS_TABLE,
  BENEFIT_TABLE,
  PAGE_BREAKS,
  PHASES_TABLE,
  SUMMARY_COLUMNS,
  SUMMARY_LABEL_WIDTH,
  SUMMARY_WIDTH,
} from './summary-layout.ts';
import { measuredColumns, putHeading, rowOf, type SummaryInput } from './summary-tables.ts';
import { putTargets, targetValidations } from './summary-targets.ts';
import { createDraft, type Draft } from './xlsx/draft.ts';
import { area } from './xlsx/reference.ts';
import type { ConditionalFormat, Sheet } from './xlsx/sheet.ts';

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
  putMarks(draft, MARKS.summary, context.version);
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

function columnWidths() {
  const { count } = SUMMARY_COLUMNS;
  return Array.from({ length: count }, (_, index) => {
    if (index === 0) return { width: 3, hidden: true } as const;
    return { width: index === SUMMARY_COLUMNS.label - 1 ? SUMMARY_LABEL_WIDTH : SUMMARY_WIDTH };
  });
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

function columnName({ column }: FigureColumn, { t, result }: ExportContext): string {
  const areaResult = result.areas[column - SUMMARY_COLUMNS.first];
  return areaResult ? t(`workbook:areas.${areaResult.id}.name`) : t('workbook-sheet:summary.whole');
}

function conditionalFormats(context: ExportContext): ConditionalFormat[] {
  const { first } = SUMMARY_COLUMNS;
  const heat = area(
    { row: PHASES_TABLE.first, column: first },
    { row: PHASES_TABLE.whole, column: first + PHASES.length - 1 },
  );
  return [
    { kind: 'scale', range: heat, colors: [COLORS.bad, COLORS.middle, COLORS.good] },
    ...verdictColors(context),
  ];
}

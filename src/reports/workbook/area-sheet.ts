import type { AreaResult } from '../../assessment/scoring/workbook/assess-workbook.ts';
import type { AreaService } from '../../assessment/scoring/workbook/service-of.ts';
import { AREA_COLUMNS, AREA_ROWS, type ColumnKey, columnOf, columnsOf, LAST_ROW } from './area-columns.ts';
import { rowFormulas } from './area-formulas.ts';
import { styleOf } from './area-looks.ts';
import { type RowValues, rowValues } from './area-row.ts';
import { areaRules } from './area-rules.ts';
import type { ExportContext } from './export-context.ts';
import { headingText } from './heading-text.ts';
import { headingOf } from './labels.ts';
import { COLORS, HEADER_SIZE, LOOKS, withFormat } from './looks.ts';
import { MARKS, putMarks } from './marks.ts';
import { areaMeasures } from './measure-cells.ts';
import { textHeight } from './text-height.ts';
import { type Computed, createDraft, type Draft } from './xlsx/draft.ts';
import type { Sheet, Style, TableColumn } from './xlsx/sheet.ts';

/** What one area's tab is made of. */
export interface AreaInput {
  readonly id: string;
  readonly services: readonly AreaService[];
  readonly result: AreaResult;
}

/** The last row of the table: there is one for every service that may be added. */
function lastRowOf({ id }: AreaInput, { workbook }: ExportContext): number {
  const listed = workbook.areas.find(area => area.id === id)?.services.length ?? 0;
  return AREA_ROWS.first + listed + workbook.ownServices - 1;
}

/** The tab of one area: its services with what was answered, spare rows for own ones, and formulas on every row. */
export function areaSheet(input: AreaInput, context: ExportContext): Sheet {
  const { id, services } = input;
  const { t } = context;
  const draft = createDraft();
  const { first } = AREA_ROWS;
  const last = lastRowOf(input, context);
  putTop(draft, input, context);
  for (let row = first; row <= last; row++)
    putService(draft, { area: id, row, service: services[row - first] }, context);
  return {
    name: t(`workbook:areas.${id}.tab`),
    color: COLORS.teal,
    columns: columnsOf(context).map(column => ({
      width: column.width,
      ...(column.key === 'id' ? { hidden: true } : {}),
      ...(column.kind === 'computed' || column.key === 'id' ? {} : { style: BELOW }),
    })),
    cells: draft.cells,
    rows: draft.rows,
    freeze: { row: AREA_ROWS.first, column: columnOf('solution') },
    active: { row: AREA_ROWS.first, column: columnOf('status') },
    protected: true,
    ...areaRules({ first, last: LAST_ROW }, context),
    table: {
      name: `table_${id.replaceAll('-', '_')}`,
      from: { row: AREA_ROWS.header, column: 1 },
      to: { row: last, column: columnsOf(context).length },
      columns: tableColumns(context),
      filters: [columnOf('status') - 1],
    },
    print: {
      scale: { pagesWide: 4 },
      titleRows: [AREA_ROWS.header, AREA_ROWS.header],
      titleColumns: [1, columnOf('name')],
      footer: context.footer,
    },
  };
}

/** Below the table, too, a service can be typed. */
const BELOW: Style = { unlocked: true };

/** A new row of the table gets the formulas of the first one. */
function tableColumns(context: ExportContext): readonly TableColumn[] {
  const first = { row: AREA_ROWS.first, answer: undefined, measures: context.measure(undefined) };
  const formulas = new Map(Object.entries(rowFormulas(context.workbook, context.words, first)));
  return columnsOf(context).map(({ key }) => {
    const formula = formulas.get(key)?.formula;
    return { name: headerOf(key, context), ...(formula === undefined ? {} : { formula }) };
  });
}

function putTop(draft: Draft, { id, result }: AreaInput, context: ExportContext): void {
  const { t, version } = context;
  const at = (row: keyof typeof AREA_ROWS, column: number) => ({ row: AREA_ROWS[row], column });
  putMarks(draft, MARKS.area(id), version);
  draft.put(at('keys', 1), LOOKS.technical, MARKS.keys);
  // Both wrap inside the repeated column, so that they are whole on every page.
  draft.put(at('title', columnOf('name')), LOOKS.areaTitle, t(`workbook:areas.${id}.name`));
  draft.put(at('measures', columnOf('name')), LOOKS.areaLead, t('workbook-sheet:sheet.area-lead'));
  draft.rows.set(AREA_ROWS.title, { height: 42 });
  draft.rows.set(AREA_ROWS.measureNames, { height: 32 });
  draft.rows.set(AREA_ROWS.measures, { height: 34 });
  draft.rows.set(AREA_ROWS.keys, { hidden: true });
  draft.rows.set(AREA_ROWS.header, { height: 48 });
  for (const [index, measure] of areaMeasures(result, context).entries()) {
    // Over columns that are on the first printed page.
    const column = index === 0 ? columnOf('solution') : columnOf('status') + index - 1;
    const cell = { width: AREA_COLUMNS[column - 1]?.width ?? 0, size: HEADER_SIZE };
    const name = headingText(measure.name, cell, t);
    draft.put(at('measureNames', column), LOOKS.header, name);
    const look = measure.format ? withFormat(LOOKS.total, measure.format) : LOOKS.total;
    draft.put(at('measures', column), look, measure.computed);
  }
}

function headerOf(key: ColumnKey, { t }: ExportContext): string {
  return headingText(headingOf(key, t), { width: widthOf(key), size: HEADER_SIZE }, t);
}

function widthOf(key: ColumnKey): number {
  return AREA_COLUMNS[columnOf(key) - 1]?.width ?? 0;
}

interface ServiceRow {
  readonly area: string;
  readonly row: number;
  /** undefined: a spare row. */
  readonly service: AreaService | undefined;
}

function putService(draft: Draft, { area, row, service }: ServiceRow, context: ExportContext): void {
  if (row === AREA_ROWS.first) putHeaders(draft, context);
  const answer = service?.answer;
  const measures = context.measure(answer);
  const formulas: Readonly<Partial<Record<ColumnKey, Computed>>> = rowFormulas(
    context.workbook,
    context.words,
    { row, answer, measures },
  );
  const values = rowValues(area, service, context);
  if (service) draft.rows.set(row, { height: rowHeight(values) });
  for (const column of columnsOf(context)) {
    const number = columnOf(column.key);
    const style = styleOf(column, !service || service.name !== undefined ? 'own' : 'listed');
    draft.put({ row, column: number }, style, formulas[column.key] ?? values[column.key]);
  }
}

function rowHeight({ name = '', solution = '', note = '' }: RowValues): number {
  return textHeight([
    { text: String(note), width: widthOf('note') },
    { text: String(name), width: widthOf('name') },
    { text: String(solution), width: widthOf('solution') * 1.1 },
  ]);
}

function putHeaders(draft: Draft, context: ExportContext): void {
  for (const { key } of columnsOf(context)) {
    draft.put({ row: AREA_ROWS.header, column: columnOf(key) }, LOOKS.header, headerOf(key, context));
    if (key !== 'id') draft.put({ row: AREA_ROWS.keys, column: columnOf(key) }, LOOKS.technical, key);
  }
}

import type { YearFigures } from '../../assessment/scoring/workbook/figures-of.ts';
import type { ExportContext } from './export-context.ts';
import { headingText } from './heading-text.ts';
import { keptText } from './kept-text.ts';
import { COLORS, type FORMATS, HEADER_SIZE, LOOKS, withFormat } from './looks.ts';
import { MARKS, putMarks } from './marks.ts';
import { measureCells } from './measure-cells.ts';
import { stairText } from './stair-text.ts';
import { DASH, mainCell, measuredColumns, onSummary, orDash, type SummaryInput } from './summary-tables.ts';
import { type Computed, createDraft, type Draft } from './xlsx/draft.ts';
import { at, literal } from './xlsx/reference.ts';
import type { Sheet } from './xlsx/sheet.ts';

const LABEL = 2;
const FIRST = 3;
const HEADER = 4;
const LABEL_WIDTH = 34;
const WIDTH = 13;

/** Before, now, and the change where it is a number. */
const MEASURES = [
  { key: 'coverage', format: 'wholePercent', change: 'change' },
  { key: 'degree', format: 'wholePercent', change: 'change' },
  { key: 'usage', format: 'percent', change: 'change' },
  { key: 'saving', format: 'euros', change: 'eurosChange' },
] as const;

/** The figures of an earlier file beside those of this one, area by area. */
export function earlierSheet(input: SummaryInput, context: ExportContext): Sheet {
  const { t, version } = context;
  const draft = createDraft();
  putMarks(draft, MARKS.earlier, version);
  draft.put({ row: 1, column: LABEL }, LOOKS.title, t('workbook-sheet:earlier.title'));
  draft.put({ row: 2, column: LABEL }, LOOKS.lead, t('workbook-sheet:earlier.lead'));
  const made = keptText(context.earlier?.kept, context);
  if (made) draft.put({ row: 3, column: LABEL }, LOOKS.lead, made);
  draft.rows.set(1, { height: 28 });
  draft.rows.set(HEADER, { height: 48 });
  const headings = headingsOf(context);
  draft.put({ row: HEADER, column: LABEL }, LOOKS.headerLeft, t('workbook-sheet:summary.area'));
  for (const [index, heading] of headings.entries())
    draft.put({ row: HEADER, column: FIRST + index }, LOOKS.header, heading);
  putRows(draft, input, context);
  return {
    name: t('workbook-sheet:sheet.earlier-tab'),
    color: COLORS.orange,
    columns: [{ width: 3, hidden: true }, { width: LABEL_WIDTH }, ...headings.map(() => ({ width: WIDTH }))],
    cells: draft.cells,
    rows: draft.rows,
    freeze: { row: HEADER + 1, column: FIRST },
    active: { row: 1, column: LABEL },
    protected: true,
    print: { scale: { pagesWide: 1 }, titleRows: [HEADER, HEADER], footer: context.footer },
  };
}

function headingsOf({ t }: ExportContext): string[] {
  const named = (key: string, ...parts: readonly string[]) =>
    parts.map(part =>
      headingText(
        t(`workbook-sheet:earlier.${part}`, { name: t(`workbook-sheet:summary.${key}`) }),
        { width: WIDTH, size: HEADER_SIZE },
        t,
      ),
    );
  return [
    ...named('answered', 'before', 'now'),
    ...MEASURES.flatMap(({ key }) => named(key, 'before', 'now', 'change')),
    ...named('stair', 'before', 'now'),
  ];
}

function putRows(draft: Draft, { columns }: SummaryInput, context: ExportContext): void {
  const { t, result, earlier } = context;
  for (const [index, { measures, figures }] of measuredColumns(result, columns).entries()) {
    const area = result.areas[index];
    const row = HEADER + 1 + index;
    const name = area ? t(`workbook:areas.${area.id}.name`) : t('workbook-sheet:summary.whole');
    draft.put({ row, column: LABEL }, area ? LOOKS.bold : LOOKS.totalText, name);
    draft.rows.set(row, { height: 20 });
    const before = area ? earlier?.areas[area.id] : earlier?.whole;
    const stair = area ? area.evidence.stair : result.stair;
    const now = nowCells({ column: figures.column, row }, { measures, stair, before }, context);
    for (const [offset, { look, content }] of now.entries())
      draft.put({ row, column: FIRST + offset }, area ? look : { ...look, bold: true }, content);
  }
}

type Now = Parameters<typeof measureCells>[1] & { readonly before: YearFigures | undefined };

function nowCells(
  { column, row }: { readonly column: number; readonly row: number },
  { measures, stair, before }: Now,
  context: ExportContext,
) {
  const { t } = context;
  const there = (cell: string) => onSummary(cell, context);
  const cells = measureCells({ column }, { measures, stair }, context);
  const count = (key: string) => there(mainCell(key, { column }, context));
  const { answered, services } = measures.counts;
  const looked = (content: string | number | Computed, format?: keyof typeof FORMATS) => ({
    look: format ? withFormat(LOOKS.center, format) : LOOKS.center,
    content,
  });
  return [
    looked(before ? `${before.answered}/${before.services}` : DASH),
    looked({ formula: `${count('answered')}&"/"&${count('services')}`, value: `${answered}/${services}` }),
    ...MEASURES.flatMap(({ key, format, change }, index) => {
      const { cell, value } = cells[key];
      const was = before?.[key] ?? null;
      const changed = difference(at(row, FIRST + 2 + 3 * index), at(row, FIRST + 3 + 3 * index));
      const by = was === null || typeof value !== 'number' ? DASH : value - was;
      return [
        looked(was ?? DASH, format),
        looked(orDash(there(cell), value), format),
        looked({ formula: changed, value: by }, change),
      ];
    }),
    looked(stairText(before?.stair ?? null, t) || DASH),
    looked(orDash(there(cells.stair.cell), cells.stair.value)),
  ];
}

function difference(before: string, now: string): string {
  return `IF(AND(ISNUMBER(${before}),ISNUMBER(${now})),${now}-${before},${literal(DASH)})`;
}

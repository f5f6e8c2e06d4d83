/** The areas on the council's page: how far each has been answered, and its figures. */

import type { EvidenceStair } from '../../assessment/scoring/workbook/evidence.ts';
import type { Measures } from '../../assessment/scoring/workbook/measures.ts';
import type { ExportContext } from './export-context.ts';
import { headingText } from './heading-text.ts';
import { HEADER_SIZE, LOOKS, withFormat } from './looks.ts';
import { measureCells } from './measure-cells.ts';
import { type Counted, PAGE_COLUMNS, PAGE_FIRST, PAGE_LABEL, PAGE_ROWS, PAGE_WIDTHS } from './page-layout.ts';
import { mainCell, measuredColumns, onSummary, orDash, type SummaryInput } from './summary-tables.ts';
import type { Computed, Draft } from './xlsx/draft.ts';
import { literal } from './xlsx/reference.ts';

export function putAreas(draft: Draft, { columns }: SummaryInput, context: ExportContext): void {
  const { t, result } = context;
  draft.put(
    { row: PAGE_ROWS.heading, column: PAGE_LABEL },
    LOOKS.heading,
    t('workbook-sheet:summary.areas-heading'),
  );
  draft.rows.set(PAGE_ROWS.header, { height: 34 });
  draft.put(
    { row: PAGE_ROWS.header, column: PAGE_LABEL },
    LOOKS.headerLeft,
    t('workbook-sheet:summary.area'),
  );
  for (const [index, key] of ['answered', ...PAGE_COLUMNS.map(one => one.key)].entries()) {
    const name = headingText(
      t(`workbook-sheet:summary.${key}`),
      { width: PAGE_WIDTHS[index] ?? 0, size: HEADER_SIZE },
      t,
    );
    draft.put({ row: PAGE_ROWS.header, column: PAGE_FIRST + index }, LOOKS.header, name);
  }
  for (const [index, { measures, figures }] of measuredColumns(result, columns).entries()) {
    const area = result.areas[index];
    const stair = area ? area.evidence.stair : result.stair;
    const name = area ? t(`workbook:areas.${area.id}.name`) : t('workbook-sheet:summary.whole');
    putArea(
      draft,
      {
        row: PAGE_ROWS.first + index,
        column: figures.column,
        name,
        measures,
        stair,
        kind: area ? 'area' : 'whole',
      },
      context,
    );
  }
}

interface AreaLine {
  readonly row: number;
  readonly column: number;
  readonly name: string;
  readonly measures: Measures;
  readonly stair: EvidenceStair | null;
  readonly kind: 'area' | 'whole';
}

function putArea(
  draft: Draft,
  { row, column, name, measures, stair, kind }: AreaLine,
  context: ExportContext,
): void {
  const look = kind === 'whole' ? LOOKS.total : LOOKS.center;
  draft.put({ row, column: PAGE_LABEL }, kind === 'whole' ? LOOKS.totalText : LOOKS.bold, name);
  draft.put({ row, column: PAGE_FIRST }, look, answeredOf(measures.counts, column, context));
  const cells = measureCells({ column }, { measures, stair }, context);
  for (const [index, { key, ...format }] of PAGE_COLUMNS.entries()) {
    const { cell, value } = cells[key];
    const style = 'format' in format ? withFormat(look, format.format) : look;
    draft.put({ row, column: PAGE_FIRST + 1 + index }, style, orDash(onSummary(cell, context), value));
  }
  draft.rows.set(row, { height: 20 });
}

/** `1/13, alustava` */
function answeredOf(
  { answered, services }: Counted<number>,
  column: number,
  context: ExportContext,
): Computed {
  const { t } = context;
  const count = (key: string) => onSummary(mainCell(key, { column }, context), context);
  const [a, s] = [count('answered'), count('services')];
  const word = (id: string) => `, ${t(`workbook-sheet:page.${id}`)}`;
  const now =
    answered === 0 ? 'nothing' : 2 * answered < services ? 'preliminary' : answered < services ? 'some' : '';
  return {
    formula: `${a}&"/"&${s}&IF(${a}=0,${literal(word('nothing'))},IF(2*${a}<${s},${literal(word('preliminary'))},IF(${a}<${s},${literal(word('some'))},"")))`,
    value: `${answered}/${services}${now === '' ? '' : word(now)}`,
  };
}

import { csvOf } from '../csv-of.ts';
import type { Cell, Report, ReportBlock, Table } from './report.ts';

/** The report as rows of a value each: in which part it stands, of what, under which heading. */
export function reportCsv(report: Report): string {
  const rows = [
    report.columns,
    [report.title, '', '', report.result],
    ...report.facts.map(({ label, value }) => [report.title, label, '', value]),
    ...report.notices.map(notice => [report.title, '', '', notice]),
    ...report.parts.flatMap(({ heading = report.title, blocks }) =>
      blocks.flatMap(block => rowsOf(block, heading)),
    ),
  ];
  return csvOf(rows);
}

type Row = readonly [part: string, item: string, column: string, value: string];

function rowsOf(block: ReportBlock, part: string): Row[] {
  switch (block.block) {
    case 'text':
      return [[part, '', '', block.text]];
    case 'words':
      return [[part, block.label, '', block.words]];
    case 'list':
      return block.items.map(item => [part, '', '', item]);
    case 'table':
      return tableRows(block.table, part);
    case 'figure':
      return tableRows(block.figure.table, part);
  }
}

/** A row for each cell, named by what its own row and column are called. */
function tableRows({ caption, head, rows }: Table, part: string): Row[] {
  const under = caption === part ? part : `${part}: ${caption}`;
  return rows.flatMap(([name, ...cells]) =>
    cells.map((cell: Cell, at): Row => [under, name ?? '', head[at + 1] ?? '', cell ?? '']),
  );
}

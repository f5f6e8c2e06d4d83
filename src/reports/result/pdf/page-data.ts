import { LANGUAGE_TAGS } from '../../../conversation/locale.ts';
import { columnWidths } from '../column-widths.ts';
import type { Figure, Report, ReportBlock, ReportPart, Table } from '../report.ts';
import { breakable } from './printable.ts';

/** One page for a council, or all of it. */
export type Extent = 'brief' | 'full';

/** How a report is laid out: the size of its letters in points, and what of its parts there is room for. */
export interface Layout {
  readonly extent: Extent;
  readonly size: number;
  readonly parts: readonly ReportPart[];
  /** Said below the parts. */
  readonly notes: readonly string[];
}

/** What the template reads: the report as plain data, with widths for its columns and places to break long words. */
export function pageData(report: Report, { extent, size, parts, notes }: Layout) {
  const [language = report.locale, region = ''] = LANGUAGE_TAGS[report.locale].split('-');
  const half = Math.ceil(report.facts.length / 2);
  const facts = report.facts.map(({ label, value }) => ({ label, value: breakable(value) }));
  return {
    extent,
    size,
    language,
    region,
    name: `${report.title} – ${report.result}`,
    author: report.author,
    day: report.day.split('-').map(Number),
    title: breakable(report.title),
    result: breakable(report.result),
    facts: [facts.slice(0, half), facts.slice(half)],
    notices: report.notices.join(' '),
    made: report.made,
    parts: parts.map(({ heading = null, level, blocks }) => ({
      heading,
      level,
      blocks: blocks.map(block => blockData(block, heading)),
    })),
    notes,
  };
}

function blockData(block: ReportBlock, heading: string | null) {
  switch (block.block) {
    case 'text':
      return { tone: 'plain', ...block, text: breakable(block.text) };
    case 'list':
      return { ...block, items: block.items.map(breakable) };
    case 'words':
      return { ...block, words: breakable(block.words) };
    case 'table':
      return { block: 'table', table: tableData(block.table, heading) };
    case 'figure':
      return { block: 'figure', figure: figureData(block.figure, heading) };
  }
}

/** Millimetres that a picture takes at most in its width. */
const ROOM = { narrow: 52, half: 70, wide: 150 };

function figureData({ table, ...figure }: Figure, heading: string | null) {
  return { ...figure, room: ROOM[figure.width], table: tableData(table, heading) };
}

/** Under a heading that says the same, a table has no title. */
function tableData({ caption, head, rows }: Table, heading: string | null) {
  const cells = rows.map(row => row.map(cell => (cell === null ? null : breakable(cell))));
  const byHand = rows.some(row => row.includes(null));
  return {
    caption,
    titled: caption !== heading,
    'by-hand': byHand,
    head,
    rows: cells,
    widths: columnWidths({ head, rows }),
  };
}

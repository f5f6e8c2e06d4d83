import type { Cell, Report, ReportBlock, Table } from './report.ts';

/** What a reader of spreadsheets takes for the beginning of a formula, also where it is written wide. */
const FORMULA = '=+-@|';
/** What may stand at the beginning beside letters and digits. */
const HARMLESS = '–”“(•□';

/**
 * The report as rows of a value each: in which part it stands, of what, under which heading. Semicolons and a byte
 * order mark, as spreadsheet programs of this country read them; a minus is the ASCII one, so that numbers are numbers.
 * Nothing that somebody wrote is computed when the file is opened.
 */
export function asCsv(report: Report): string {
  const rows = [
    report.columns,
    [report.title, '', '', report.result],
    ...report.facts.map(({ label, value }) => [report.title, label, '', value]),
    ...report.notices.map(notice => [report.title, '', '', notice]),
    ...report.parts.flatMap(({ heading = report.title, blocks }) =>
      blocks.flatMap(block => rowsOf(block, heading)),
    ),
  ];
  return `\uFEFF${rows.map(row => row.map(asCell).join(';')).join('\r\n')}\r\n`;
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

function asCell(text: string): string {
  const plain = [...text.normalize('NFC')].map(plainLetter).join('').trim();
  const shown = isLive(plain) ? `'${plain}` : plain;
  return `"${shown.replaceAll('"', '""')}"`;
}

function plainLetter(letter: string): string {
  if (letter === '\u2212') return '-';
  const code = letter.codePointAt(0) ?? 0;
  return code < 0x20 || NO_WIDTH.includes(code) || letter.trim() === '' ? ' ' : letter;
}

/** Spaces of no width, which a program may pass over. */
const NO_WIDTH = [0x7f, 0x200b, 0x200c, 0x200d, 0x2060, 0xfeff];

/** Whether it could be computed: a number with its sign is what it is. */
function isLive(text: string): boolean {
  const [first = ''] = text.normalize('NFKC');
  if (first === '' || isLetter(first) || HARMLESS.includes(first)) return false;
  return !(first === '-' && isNumber(text.slice(1))) || FORMULA.includes(text.slice(1, 2));
}

function isLetter(letter: string): boolean {
  return letter.toLowerCase() !== letter.toUpperCase() || (letter >= '0' && letter <= '9');
}

/** "65 250 €", "1,5", "80 %". */
function isNumber(text: string): boolean {
  return text !== '' && [...text].every(letter => '0123456789 ,.%€'.includes(letter));
}

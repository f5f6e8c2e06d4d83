import { readXml } from './read-xml.ts';

/** Formats built into every program that show a number as a day or a time. */
const BUILT_IN: readonly (readonly [from: number, to: number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];

/** Numbers of the cell styles that show a day or a time: what stands in such a cell is no amount. */
export function readDateStyles(xml: string): ReadonlySet<number> {
  const codes = new Map<number, string>();
  const dates = new Set<number>();
  let within = false;
  let style = 0;
  for (const piece of readXml(xml)) {
    if (piece.kind === 'text') continue;
    if (piece.name === 'cellXfs') within = piece.kind === 'open';
    if (piece.kind === 'close') continue;
    const format = Number(piece.attributes.get('numFmtId') ?? 0);
    if (piece.name === 'numFmt') codes.set(format, piece.attributes.get('formatCode') ?? '');
    if (piece.name !== 'xf' || !within) continue;
    if (isDate(format, codes.get(format))) dates.add(style);
    style += 1;
  }
  return dates;
}

function isDate(format: number, code: string | undefined): boolean {
  if (code === undefined) return BUILT_IN.some(([from, to]) => format >= from && format <= to);
  // Texts in quotes, escaped letters, colours and currencies in brackets are no parts of a date; hours in brackets are.
  const bare = code.replace(/"[^"]*"|[\\_*].|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  return /[dmyhs]/i.test(bare.replace(/general/gi, ''));
}

import { readElements } from './read-elements.ts';

/** Formats built into every program that show a number as a day or a time. */
const BUILT_IN: readonly (readonly [from: number, to: number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];

/** Numbers of the cell styles that show a day or a time: what stands in such a cell is no amount. */
export function readDateStyles(xml: string): ReadonlySet<number> {
  const codes = readCodes(xml);
  let styles: number[] = [];
  for (const { name, attributes } of readElements(xml, { name: 'xf', opening: 'cellXfs', inner: [] })) {
    // The `xf` before it belong to cellStyleXfs, named looks with numbers of their own.
    if (name === 'cellXfs') styles = [];
    else styles.push(formatIn(attributes));
  }
  return new Set(styles.flatMap((format, style) => (isDate(format, codes.get(format)) ? [style] : [])));
}

/** Number of a format of the file's own → its code. Of two with one number the first is meant: later ones belong to conditional formats. */
function readCodes(xml: string): Map<number, string> {
  const formats = [...readElements(xml, { name: 'numFmt', inner: [] })].map(
    ({ attributes }) => [formatIn(attributes), attributes.get('formatCode') ?? ''] as const,
  );
  return new Map(formats.reverse());
}

function formatIn(attributes: ReadonlyMap<string, string>): number {
  return Number(attributes.get('numFmtId') ?? 0);
}

const HOURS = /^\[(?:h+|m+|s+)\]$/i;

function isDate(format: number, code: string | undefined): boolean {
  if (code === undefined) return BUILT_IN.some(([from, to]) => format >= from && format <= to);
  // Texts in quotes, escaped letters, colours and currencies in brackets are no parts of a date; hours in brackets are.
  const bare = code.replace(/"[^"]*"|[\\_*].|\[[^[\]]*\]/g, part => (HOURS.test(part) ? part : ''));
  return /[dmyhs]/i.test(bare.replace(/general/gi, ''));
}

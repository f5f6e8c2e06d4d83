/** Which characters a TrueType font has a glyph for, read from its `cmap` table. */
export type FontCoverage = (codePoint: number) => boolean;

/** Format 12, which fonts with characters beyond the first 65,536 have: groups of first, last, glyph. */
const SEGMENTED = 12;
type Range = readonly [first: number, last: number];

/** Reads the font's own list. Throws when that is in another format than 12. */
export function fontCoverage(font: Uint8Array): FontCoverage {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const ranges = rangesIn(view, tableAt(view, 'cmap'));
  return codePoint => ranges.some(([first, last]) => first <= codePoint && codePoint <= last);
}

function tableAt(view: DataView, tag: string): number {
  const tables = view.getUint16(4);
  for (let index = 0; index < tables; index++) {
    const at = 12 + index * 16;
    const name = String.fromCharCode(...[0, 1, 2, 3].map(letter => view.getUint8(at + letter)));
    if (name === tag) return view.getUint32(at + 8);
  }
  throw new Error(`the font has no table ${tag}`);
}

function rangesIn(view: DataView, cmap: number): readonly Range[] {
  const tables = Array.from({ length: view.getUint16(cmap + 2) }, (_, index) => {
    const at = cmap + view.getUint32(cmap + 4 + index * 8 + 4);
    return { format: view.getUint16(at), at };
  });
  const segmented = tables.find(({ format }) => format === SEGMENTED);
  if (!segmented) throw new Error('the font does not list its characters in format 12');
  return groups(view, segmented.at);
}

function groups(view: DataView, at: number): Range[] {
  return Array.from({ length: view.getUint32(at + 12) }, (_, index): Range => {
    const group = at + 16 + index * 12;
    return [view.getUint32(group), view.getUint32(group + 4)];
  });
}

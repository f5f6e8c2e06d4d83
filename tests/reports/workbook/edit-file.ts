import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** Part name → its text. Setting a part to undefined takes it away. */
export type Parts = Record<string, string | undefined>;

/** The same file with some of its parts changed, as another program or a hostile hand would leave it. */
export function editFile(bytes: Uint8Array, edit: (parts: Parts) => void): Uint8Array {
  const files = unzipSync(bytes);
  const parts: Parts = Object.fromEntries(
    Object.entries(files).map(([name, data]) => [name, strFromU8(data)]),
  );
  edit(parts);
  const kept = Object.entries(parts).flatMap(([name, text]) =>
    text === undefined ? [] : [[name, strToU8(text)]],
  );
  // Packed as little as can be: that took longer than reading the file.
  return zipSync(Object.fromEntries(kept), { level: 1 });
}

/** What a cell of a sheet holds, as XML without its reference and style: `t="n"><v>1</v>`. */
export interface CellEdit {
  readonly sheet: number;
  readonly cell: string;
  readonly xml: string;
}

/** Writes cells into a file. A cell has to be there already, empty or not. */
export function editCells(bytes: Uint8Array, edits: readonly CellEdit[]): Uint8Array {
  return editFile(bytes, parts => {
    for (const { sheet, cell, xml } of edits) {
      const name = `xl/worksheets/sheet${sheet}.xml`;
      const text = parts[name] ?? '';
      const pattern = new RegExp(`<c r="${cell}"( s="\\d+")?[^>]*?(/>|>.*?</c>)`);
      if (!pattern.test(text)) throw new Error(`there is no cell ${cell} on sheet ${sheet}`);
      parts[name] = text.replace(pattern, (_, style: string = '') => `<c r="${cell}"${style} ${xml}</c>`);
    }
  });
}

export function number(value: number | string): string {
  return `t="n"><v>${value}</v>`;
}

export function text(value: string): string {
  return `t="inlineStr"><is><t>${value}</t></is>`;
}

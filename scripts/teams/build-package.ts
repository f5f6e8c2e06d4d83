/** The app package as the bytes of a zip file: the same input gives the same bytes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { strToU8, zipSync } from 'fflate';

const ICONS = {
  'color.png': { source: 'color.svg', size: 192 },
  'outline.png': { source: 'outline.svg', size: 32 },
};
/** Zip files hold a time for each entry; a fixed one keeps the package comparable. */
const TIME = new Date('2026-01-01T00:00:00');

export function buildPackage(root: string, files: Readonly<Record<string, unknown>>): Uint8Array {
  const texts = Object.entries(files).map(([name, content]): [string, Uint8Array] => [
    name,
    strToU8(`${JSON.stringify(content, null, 2)}\n`),
  ]);
  const icons = Object.entries(ICONS).map(([name, { source, size }]): [string, Uint8Array] => [
    name,
    drawIcon(join(root, 'teams', source), size),
  ]);
  return zipSync(Object.fromEntries([...texts, ...icons]), { mtime: TIME });
}

function drawIcon(path: string, size: number): Uint8Array {
  return new Resvg(readFileSync(path, 'utf8'), { fitTo: { mode: 'width', value: size } }).render().asPng();
}

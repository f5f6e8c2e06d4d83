import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const STYLE = `/* ${'a style long enough to be worth compressing '.repeat(20)}*/`;

/** What the browser's files hold in a folder made by `webFolder`. */
export const WEB_FILES = {
  'page.js': ['page-0123456789.js', 'void 0;'],
  'page.css': ['page-0123456789.css', STYLE],
  'cards.js': ['cards-0123456789.js', 'void 1;'],
  'boot.js': ['boot-0123456789.js', 'void 3;'],
  'tab.js': ['tab-0123456789.js', 'void 4;'],
  'grid.js': ['grid-0123456789.js', 'void 5;'],
  'grid.css': ['grid-0123456789.css', STYLE],
  'workshop.js': ['workshop-0123456789.js', 'void 6;'],
  'workshop.css': ['workshop-0123456789.css', STYLE],
  'icon.svg': ['icon-0123456789.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
} as const;

/** A built web folder without a build: so a test needs none, and nobody's build changes under it. */
export function webFolder(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'porrasbotti-web-'));
  mkdirSync(join(folder, 'assets'));
  for (const [name, content] of Object.values(WEB_FILES)) writeTwins(join(folder, 'assets', name), content);
  writeTwins(join(folder, 'widget.js'), 'void 2;');
  const names = Object.fromEntries(Object.entries(WEB_FILES).map(([name, [built]]) => [name, built]));
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(names));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function writeTwins(file: string, content: string): void {
  writeFileSync(file, content);
  writeFileSync(`${file}.br`, brotliCompressSync(content));
  writeFileSync(`${file}.gz`, gzipSync(content));
}

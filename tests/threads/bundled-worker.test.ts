/** Threads of a built server: each starts from a file that the build has laid beside it. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { bundledWorker } from '../../src/threads/open-thread.ts';

const SERVER = 'file:///srv/dist/part-app-ABC.js';

it.each([
  ['of the same room', './file-worker.ts', 'file:///srv/dist/file-worker.js'],
  ['of a room below', './catalogue/catalogue-worker.ts', 'file:///srv/dist/catalogue-worker.js'],
  ['of a room beside', '../catalogue/catalogue-worker.ts', 'file:///srv/dist/catalogue-worker.js'],
])('a worker %s is found beside the server', (_where, entry, file) => {
  expect(bundledWorker(new URL(entry, SERVER), SERVER).href).toBe(file);
});

it('every worker of the sources is bundled, under a name of its own', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts'))
    .flatMap(name => {
      const [, entry] =
        /new URL\('(\.[^']*-worker\.ts)', import\.meta\.url\)/.exec(readFileSync(`src/${name}`, 'utf8')) ??
        [];
      return entry === undefined ? [] : [join(dirname(name), entry)];
    });
  expect(sources.length).toBeGreaterThan(2);
  const bundled = readFileSync('scripts/bundle-server.ts', 'utf8');
  expect(sources.filter(name => !bundled.includes(`'src/${name}'`))).toEqual([]);
  expect(new Set(sources.map(name => basename(name))).size).toBe(sources.length);
});

/** What a build of the server is made of. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { transform } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundleServer } from '../scripts/bundle-server.ts';

const outdir = mkdtempSync(join(tmpdir(), 'build-'));
beforeAll(() => bundleServer({ root: process.cwd(), entry: 'src/main.ts', outdir }), 120_000);
afterAll(() => rmSync(outdir, { recursive: true }));

const files = () => readdirSync(outdir).filter(name => name.endsWith('.js'));

test('every file can be loaded: no name is declared twice', async () => {
  for (const file of files()) await transform(readFileSync(join(outdir, file), 'utf8'), { sourcefile: file });
});

test('a start loads nothing that only some servers, or only some requests, need', () => {
  const loaded = loadedWith('main.js').flatMap(packagesIn);
  expect(loaded).toContain('restify');
  const later = ['botbuilder', 'botframework-connector', 'ioredis', 'prom-client', 'yaml'];
  expect(later.filter(name => loaded.includes(name))).toEqual([]);
  expect(later.filter(name => !files().flatMap(packagesIn).includes(name))).toEqual(['yaml']);
});

/** A file of the build and all that comes in with it. */
function loadedWith(file: string, seen = new Set<string>()): string[] {
  if (seen.has(file)) return [];
  seen.add(file);
  const imports = readFileSync(join(outdir, file), 'utf8').matchAll(
    /^(?:import|\} from|export .*from) ?[^;(]*"\.\/([^"]+)";/gm,
  );
  for (const [, name = ''] of imports) loadedWith(name, seen);
  return [...seen];
}

/** The bundler writes above each module where it is from. */
function packagesIn(file: string): string[] {
  const text = readFileSync(join(outdir, file), 'utf8');
  const names = text.matchAll(/^\/\/ (?:\S*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)\//gm);
  return [...new Set(Array.from(names, ([, name = '']) => name))];
}

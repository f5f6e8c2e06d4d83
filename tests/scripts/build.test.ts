/** What a build of the server is made of. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { type Metafile, transform } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundleServer } from '../../scripts/bundle-server.ts';

const outdir = mkdtempSync(join(tmpdir(), 'build-'));
let outputs: Metafile['outputs'];
beforeAll(async () => {
  ({ outputs } = await bundleServer({ root: process.cwd(), entry: 'src/main.ts', outdir }));
}, 120_000);
afterAll(() => rmSync(outdir, { recursive: true }));

const files = () => readdirSync(outdir).filter(name => name.endsWith('.js'));

test('every file can be loaded: no name is declared twice', async () => {
  for (const file of files()) await transform(readFileSync(join(outdir, file), 'utf8'), { sourcefile: file });
});

test('a start loads nothing that only some servers, or only some requests, need', () => {
  const loaded = loadedWith(pathOf('main.js')).flatMap(packagesIn);
  expect(loaded).toContain('restify');
  const later = ['botbuilder-core', 'botframework-connector', 'ioredis', 'prom-client', 'undici', 'yaml'];
  expect(later.filter(name => loaded.includes(name))).toEqual([]);
  expect(later.filter(name => !Object.keys(outputs).flatMap(packagesIn).includes(name))).toEqual(['yaml']);
});

test('the door of Bot Framework loads of the SDK what it extends, and no client of Azure', () => {
  const door = loadedWith(outputOf('src/bot/bot.ts')).flatMap(packagesIn);
  expect(door).toContain('botbuilder-core');
  const tokens = ['@azure/msal-node', '@azure/identity', 'botframework-connector'];
  expect(tokens.filter(name => door.includes(name))).toEqual([]);
  const forTokens = loadedWith(outputOf('src/bot/sdk-credentials.ts')).flatMap(packagesIn);
  expect(tokens.filter(name => !forTokens.includes(name))).toEqual([]);
});

/** The file of the build that a file of the sources begins. */
function outputOf(entry: string): string {
  const found = Object.entries(outputs).find(([, { entryPoint }]) => entryPoint === entry);
  return found?.[0] ?? '';
}

/** As the bundler names it: from the folder where it ran. */
function pathOf(file: string): string {
  return relative(process.cwd(), join(outdir, file));
}

/** A file of the build and all that comes in with it. */
function loadedWith(file: string, seen = new Set<string>()): string[] {
  if (seen.has(file)) return [];
  seen.add(file);
  for (const { path, kind, external } of outputs[file]?.imports ?? [])
    if (kind === 'import-statement' && !external) loadedWith(path, seen);
  return [...seen];
}

function packagesIn(file: string): string[] {
  return Object.keys(outputs[file]?.inputs ?? {}).flatMap(
    input => /^(?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1] ?? [],
  );
}

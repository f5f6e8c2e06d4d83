import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { bundleServer } from '../../scripts/bundle-server.ts';
import { keepContent } from '../../scripts/keep-content.ts';
import { findRoot, loadContent } from '../../src/content/load-content.ts';
import { parseYaml } from '../../src/content/parse-yaml.ts';
import { parsedByBuild } from '../../src/content/parsed-by-build.ts';
import { writeSmallProject } from './small-content.ts';

const ROOT = findRoot(import.meta.dirname);
const folder = mkdtempSync(join(tmpdir(), 'kept-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('what a build keeps of the content', () => {
  const kept = join(folder, 'shipped');
  beforeAll(() => keepContent(ROOT, kept));

  test('is what parsing gives, for every file that ships', () => {
    const files = ['dialogs', 'locales'].flatMap(name =>
      readdirSync(join(ROOT, name), { recursive: true, encoding: 'utf8' })
        .filter(file => file.endsWith('.yaml'))
        .map(file => join(ROOT, name, file)),
    );
    for (const text of files.map(file => readFileSync(file, 'utf8'))) {
      expect(parsedByBuild(text, kept)).toEqual(parseYaml(text).value);
    }
  });

  test('is there for that very text only', () => {
    const text = readFileSync(join(ROOT, 'locales/fi/bot.yaml'), 'utf8');
    expect(parsedByBuild(text, kept)).toBeDefined();
    expect(parsedByBuild(`${text}\n`, kept)).toBeUndefined();
  });

  test('leaves out what is broken, and what JSON cannot say', async () => {
    const root = mkdtempSync(join(folder, 'odd-'));
    writeSmallProject(root);
    const odd = ['a: "open\n', 'a: 1\na: 2\n', 'a: .inf\n'];
    for (const [index, text] of odd.entries()) writeFileSync(join(root, `locales/fi/odd${index}.yaml`), text);
    await keepContent(root, join(root, 'kept'));
    expect(odd.map(text => parsedByBuild(text, join(root, 'kept')))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('a built server', () => {
  const built = join(folder, 'built');
  const kept = join(built, 'content');
  let root = '';
  let load: typeof loadContent = loadContent;
  const read = () => load({ root }).translate('fi')('small:title');
  const edit = (to: string) => {
    const file = join(root, 'locales/fi/small.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('title: Text of title.', to));
  };
  const changeKept = (change: (json: string) => string) => {
    for (const name of readdirSync(kept)) {
      const json = readFileSync(join(kept, name), 'utf8');
      writeFileSync(join(kept, name), change(json));
    }
  };

  beforeAll(async () => {
    await bundleServer({ root: ROOT, entry: 'src/content/load-content.ts', outdir: built });
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    const bundle: unknown = await import(join(built, 'load-content.js'));
    ({ loadContent: load } = z.object({ loadContent: z.custom<typeof loadContent>() }).parse(bundle));
  }, 120_000);

  beforeEach(async () => {
    root = mkdtempSync(join(folder, 'project-'));
    writeSmallProject(root);
    await keepContent(root, kept);
  });

  test('takes what was kept of a file that is as it was', () => {
    changeKept(json => json.replace('Text of title.', 'Kept.'));
    expect(read()).toBe('Kept.');
  });

  test('reads a file that was edited since', () => {
    edit('title: Edited.');
    expect(read()).toBe('Edited.');
  });

  test('tells the line of what is wrong in a file that was edited since', () => {
    edit('title: [1]');
    expect(read).toThrow('locales/fi/small.yaml: title (line 1): must be a text');
  });

  test.each([
    ['is not JSON', () => changeKept(json => json.slice(1))],
    ['has another shape', () => changeKept(() => '{"title":[1]}')],
    ['is empty', () => changeKept(() => '')],
    ['is gone', () => rmSync(kept, { recursive: true })],
  ])('reads the file when what was kept %s', (_, spoil) => {
    spoil();
    expect(read()).toBe('Text of title.');
  });
});

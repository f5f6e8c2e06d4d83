import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { bundleServer } from '../../scripts/bundle-server.ts';
import { keepContent } from '../../scripts/keep-content.ts';
import { checkedByBuild, checkedBytes } from '../../src/content/checked-by-build.ts';
import { findRoot, loadContent } from '../../src/content/load-content.ts';
import { loadVocabularies } from '../../src/content/load-vocabularies.ts';
import { readContent } from '../../src/content/read-content.ts';
import { writeSmallProject } from './small-content.ts';

const ROOT = findRoot(import.meta.dirname);
const folder = mkdtempSync(join(tmpdir(), 'checked-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('the shipped content comes back as it was read and checked', async () => {
  const kept = join(folder, 'shipped');
  await keepContent(ROOT, kept);
  expect(checkedByBuild(ROOT, kept)).toStrictEqual({
    raw: readContent(ROOT).value,
    vocabularies: loadVocabularies(join(ROOT, 'locales')),
  });
});

describe('a built server', () => {
  const built = join(folder, 'built');
  const kept = join(built, 'content');
  let root = '';
  let load: typeof loadContent = loadContent;
  const title = () => load({ root }).translate('fi')('small:title');
  const text = () => join(root, 'locales/fi/small.yaml');
  const writeKept = (bytes: (kept: Uint8Array) => Uint8Array) => {
    const { name } = checkedBytes(root);
    writeFileSync(join(kept, name), bytes(readFileSync(join(kept, name))));
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

  test('takes what the build has checked', () => {
    writeKept(bytes => {
      const checked = deserialize(bytes);
      checked.raw.texts.fi.small.title = 'Kept.';
      return serialize(checked);
    });
    expect(title()).toBe('Kept.');
  });

  test.each([
    [
      'is edited',
      () => writeFileSync(text(), readFileSync(text(), 'utf8').replace('Text of title.', 'Anew.')),
    ],
    ['comes to it', () => writeFileSync(join(root, 'locales/fi/more.yaml'), 'a: [1]\n')],
    ['is taken away', () => rmSync(text())],
  ])('reads and checks anew when a file %s', (_, change) => {
    writeKept(() => serialize({ raw: {}, vocabularies: {} }));
    change();
    expect(() => {
      if (title() === 'Anew.') throw new Error('read anew');
    }).toThrow(/read anew|more.yaml|small/);
  });

  test.each([
    ['broken', () => writeKept(bytes => bytes.slice(0, 40))],
    ['another thing', () => writeKept(() => serialize('checked'))],
    ['gone', () => rmSync(kept, { recursive: true })],
  ])('reads and checks anew when what was kept is %s', (_, spoil) => {
    spoil();
    expect(title()).toBe('Text of title.');
  });

  test("checks a municipality's own instruments all the same", () => {
    const own = join(root, 'own');
    mkdirSync(join(own, 'dialogs'), { recursive: true });
    writeFileSync(join(own, 'dialogs/own.yaml'), 'id: own\n');
    const { leftOut } = load({ root, own });
    expect(leftOut.map(({ file }) => file)).toContain(join(own, 'dialogs/own.yaml'));
  });
});

test('nothing is kept of content that is not sound', async () => {
  const root = mkdtempSync(join(folder, 'odd-'));
  writeSmallProject(root);
  writeFileSync(join(root, 'locales/fi/odd.yaml'), 'a: [1]\n');
  await keepContent(root, join(root, 'kept'));
  expect(checkedByBuild(root, join(root, 'kept'))).toBeUndefined();
});

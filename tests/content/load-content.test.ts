import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findRoot, loadContent } from '../../src/content/load-content.ts';
import { readContent } from '../../src/content/read-content.ts';

const project = findRoot(import.meta.dirname);
let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'content-'));
  for (const folder of ['dialogs', 'locales'])
    cpSync(join(project, folder), join(root, folder), { recursive: true });
});

afterEach(() => rmSync(root, { recursive: true }));

function edit(file: string, from: string, to: string): void {
  const text = readFileSync(join(root, file), 'utf8');
  if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
  writeFileSync(join(root, file), text.replace(from, to));
}

function archive(version: string): void {
  mkdirSync(join(root, 'dialogs/archive'), { recursive: true });
  cpSync(join(root, 'dialogs/quick-check.yaml'), join(root, `dialogs/archive/quick-check@${version}.yaml`));
}

test('content that is right is handed out by id and version', () => {
  const content = loadContent({ root });
  const current = content.current('quick-check');
  expect(current?.steps).toHaveLength(13);
  expect(content.definition('quick-check', current?.version ?? '')).toBe(current);
  expect(content.current('no-such')).toBeUndefined();
  expect(content.definition('quick-check', '0.0.1')).toBeUndefined();
  expect(content.actions.length).toBeGreaterThan(0);
  expect(content.actionsVersion.version).toMatch(/^\d+\.\d+\.\d+$/);
});

test('an archived version stays available beside the one in force', () => {
  archive('1.0.0');
  edit('dialogs/quick-check.yaml', 'version: 1.0.0', 'version: 1.1.0');
  const content = loadContent({ root });
  expect(content.current('quick-check')?.version).toBe('1.1.0');
  expect(content.definition('quick-check', '1.0.0')?.version).toBe('1.0.0');
  expect(content.definitions.map(({ version }) => version)).toEqual(['1.1.0']);
});

test('a version in force that was not raised above the archived one is refused', () => {
  archive('1.0.0');
  expect(() => loadContent({ root })).toThrow(
    'dialogs/quick-check.yaml: version: must be raised above the archived 1.0.0',
  );
});

test('versions are compared as numbers', () => {
  edit('dialogs/quick-check.yaml', 'version: 1.0.0', 'version: 1.9.0');
  archive('1.9.0');
  edit('dialogs/quick-check.yaml', 'version: 1.9.0', 'version: 1.10.0');
  expect(loadContent({ root }).current('quick-check')?.version).toBe('1.10.0');
});

test('an archived file with another name than its version is refused', () => {
  archive('0.9.0');
  edit('dialogs/quick-check.yaml', 'version: 1.0.0', 'version: 1.1.0');
  expect(() => loadContent({ root })).toThrow('is kept in quick-check@1.0.0.yaml');
});

test('broken YAML and a key given twice are reported with the line', () => {
  edit('locales/fi/sources.yaml', 'own: Palvelun oma sääntö', 'own: "Palvelun');
  edit('locales/sv/sources.yaml', 'own: ', 'kuntadigi: Igen\nown: ');
  const { problems } = readContent(root);
  expect(problems).toContainEqual(
    expect.objectContaining({ file: 'locales/fi/sources.yaml', path: 'line 14' }),
  );
  expect(problems).toContainEqual({
    file: 'locales/sv/sources.yaml',
    path: 'line 13',
    problem: expect.stringContaining('keys must be unique'),
  });
});

test('a wrong shape is reported with path and line', () => {
  edit('dialogs/quick-check.yaml', 'above: 80', 'above: most');
  edit('dialogs/quick-check.yaml', 'speaker: official', 'speaker: mayor');
  const told = readContent(root).problems.map(({ path }) => path);
  expect(told).toEqual(['speaker (line 12)', 'scoring.stairs.1.conditions.2.above (line 65)']);
});

test('a text that is not a text is refused', () => {
  edit('locales/en/sources.yaml', "own: The service's own rule", 'own: 7');
  expect(readContent(root).problems).toHaveLength(1);
});

test('every problem is reported at once, one a line', () => {
  edit('dialogs/quick-check.yaml', 'scale: phase,', 'scale: phases,');
  edit('dialogs/actions.yaml', 'serves: [need]', 'serves: [ned]');
  edit('locales/sv/quick-check.yaml', 'title: Snabbtest om digitalisering\n', '');
  const lines = (() => {
    try {
      return [loadContent({ root })].map(String);
    } catch (error) {
      return error instanceof Error ? error.message.split('\n') : [];
    }
  })();
  expect(lines).toEqual([
    'The content has problems:',
    'dialogs/quick-check.yaml: steps.phase-application.scale: there is no scale phases',
    'dialogs/actions.yaml: actions.strategy-goals.serves: there is no condition ned',
    'dialogs/actions.yaml: actions.strategy-goals.serves: serves no condition of stair 1',
    'dialogs/actions.yaml: actions: fewer than 2 actions serve need',
    'locales/sv/quick-check.yaml: title: the text is missing, dialogs/quick-check.yaml needs it',
  ]);
});

test('an action without a text for its role or ground is refused', () => {
  edit('dialogs/actions.yaml', 'role: municipal-manager', 'role: mayor');
  edit('dialogs/actions.yaml', 'kuntalaki-37', 'kuntalaki-38');
  const told = readContent(root).problems.map(({ file, path }) => `${file} ${path}`);
  expect(told).toContain('locales/fi/actions.yaml roles.mayor');
  expect(told).toContain('locales/en/sources.yaml kuntalaki-38');
  expect(told).toContain('locales/sv/sources.yaml kuntalaki-37');
});

test('without dialogs/ and locales/ in any folder above, it says so', () => {
  expect(() => findRoot(tmpdir())).toThrow('were not found');
});

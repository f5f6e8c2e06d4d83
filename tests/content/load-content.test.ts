import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { reviewContent } from '../../scripts/content-check/review-content.ts';
import { findRoot, loadContent } from '../../src/content/load-content.ts';
import { describeProblem } from '../../src/content/problem.ts';
import { readContent } from '../../src/content/read-content.ts';
import { writeSmallProject } from './small-content.ts';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'content-'));
  writeSmallProject(root);
});

afterEach(() => rmSync(root, { recursive: true }));

function edit(file: string, from: string, to: string): void {
  const text = readFileSync(join(root, file), 'utf8');
  if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
  writeFileSync(join(root, file), text.replace(from, to));
}

const archiveAs = (name: string) =>
  cpSync(join(root, 'dialogs/small.yaml'), join(root, 'dialogs/archive', name));
const raise = (from: string, to: string) => edit('dialogs/small.yaml', `version: ${from}`, `version: ${to}`);
const told = () => readContent(root).problems.map(describeProblem);

test('content that is right is handed out by id and version', () => {
  const content = loadContent({ root });
  const current = content.current('small');
  expect(current?.steps).toHaveLength(3);
  expect(content.instrument('small', '2.0.0')).toBe(current);
  expect(content.current('no-such')).toBeUndefined();
  expect(content.instrument('small', '0.0.1')).toBeUndefined();
  expect(content.actions.map(({ id }) => id)).toEqual(['one', 'two', 'three']);
  expect(content.actionsVersion).toEqual({
    version: '1.0.0',
    approved: { role: 'owner', date: '2026-01-31' },
  });
  expect(content.translate('sv')('small:inputs.first.why')).toBe('Text of why.');
});

test('an archived version stays available beside the one in force', () => {
  archiveAs('small@2.0.0.yaml');
  raise('2.0.0', '2.1.0');
  const content = loadContent({ root });
  expect(content.current('small')?.version).toBe('2.1.0');
  expect(content.instrument('small', '2.0.0')?.version).toBe('2.0.0');
  expect(content.instruments.map(({ version }) => version)).toEqual(['2.1.0']);
});

test('a version in force that was not raised above the archived one is refused', () => {
  archiveAs('small@2.0.0.yaml');
  expect(() => loadContent({ root })).toThrow(
    'dialogs/small.yaml: version: must be raised above the archived 2.0.0',
  );
});

test('versions are compared as numbers', () => {
  raise('2.0.0', '2.9.0');
  archiveAs('small@2.9.0.yaml');
  raise('2.9.0', '2.10.0');
  expect(loadContent({ root }).current('small')?.version).toBe('2.10.0');
});

test('an archived file with another name than its version is refused', () => {
  archiveAs('small@1.9.0.yaml');
  raise('2.0.0', '2.1.0');
  expect(told()).toEqual([
    'dialogs/archive/small@1.9.0.yaml: id: an instrument of this id and version is kept in small@2.0.0.yaml',
  ]);
});

test('an archived instrument whose dialog is gone is refused', () => {
  archiveAs('other@1.0.0.yaml');
  edit('dialogs/archive/other@1.0.0.yaml', 'id: small\nversion: 2.0.0', 'id: other\nversion: 1.0.0');
  expect(told()).toContain('dialogs/archive/other@1.0.0.yaml: id: no instrument in force has the id other');
});

test('broken YAML and a key given twice are reported with the line', () => {
  writeFileSync(join(root, 'locales/fi/sources.yaml'), 'own: Oma\nbook: "Kirja\n');
  writeFileSync(join(root, 'locales/sv/sources.yaml'), 'own: Egen\nbook: Bok\nown: Igen\n');
  expect(told()).toEqual([
    expect.stringMatching(/^locales\/fi\/sources\.yaml: line \d: a quote or bracket is opened/),
    'locales/sv/sources.yaml: line 3: this key is given twice: take one out, or give it another name (YAML: Map keys must be unique)',
  ]);
});

test('a wrong shape is reported with path and line', () => {
  edit('dialogs/small.yaml', 'above: 50', 'above: most');
  edit('dialogs/small.yaml', 'speaker: official', 'speaker: mayor');
  const paths = () => readContent(root).problems.map(({ path }) => path);
  expect(paths()).toEqual(['speaker (line 3)']);
  // What the rules hold is known by the scoring, which looks once the shape is right.
  edit('dialogs/small.yaml', 'speaker: mayor', 'speaker: official');
  expect(paths()).toContain('scoring.stairs.0.conditions.1.above');
});

test('a text that is not a text is refused', () => {
  writeFileSync(join(root, 'locales/en/sources.yaml'), 'own: 7\nbook: Book\n');
  expect(told()).toEqual([expect.stringMatching(/^locales\/en\/sources\.yaml: own \(line 1\): /)]);
});

test('every problem is reported at once, one a line', () => {
  edit('dialogs/small.yaml', 'id: first, type: choice, scale: done', 'id: first, type: choice, scale: dnoe');
  edit('dialogs/actions.yaml', 'stair: 2, serves: [second]', 'stair: 2, serves: [secnod, second]');
  edit('locales/sv/small.yaml', 'title: Text of title.\n', '');
  expect(() => loadContent({ root })).toThrow(
    [
      'The content has problems:',
      'dialogs/small.yaml: steps.first.scale: there is no scale dnoe: did you mean done?',
      'dialogs/actions.yaml: actions.three.serves: there is no condition secnod: did you mean second?',
      'locales/sv/small.yaml: title: the text is missing, dialogs/small.yaml needs it',
    ].join('\n'),
  );
});

test('rules that cannot be read are told, and nothing is asked of them', () => {
  edit('dialogs/small.yaml', 'provisionalBelow', 'provisionalbelow');
  edit('locales/sv/small.yaml', 'title: Text of title.\n', '');
  const { value, problems } = readContent(root);
  expect([...problems, ...reviewContent(value, root)].map(describeProblem)).toEqual([
    'dialogs/small.yaml: scoring.provisionalbelow: there is no key provisionalbelow here: did you mean provisionalBelow?',
    'locales/sv/small.yaml: title: the text is missing, dialogs/small.yaml needs it',
  ]);
});

test('an action without texts for its role and ground is refused', () => {
  edit('dialogs/actions.yaml', 'role: owner, ground: [book]', 'role: mayor, ground: [law]');
  const places = readContent(root).problems.map(({ file, path }) => `${file} ${path}`);
  expect(places).toEqual(
    ['fi', 'sv', 'en'].flatMap(locale => [
      `locales/${locale}/actions.yaml roles.mayor`,
      `locales/${locale}/sources.yaml law`,
    ]),
  );
});

test('without dialogs/ and locales/ in any folder above, it says so', () => {
  expect(() => findRoot(tmpdir())).toThrow('were not found');
});

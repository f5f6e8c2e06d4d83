/** A question is added as docs/writing-dialogs.md tells, in a copy: by edits of content alone. */
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { noteVersions } from '../../scripts/content-check/noted-versions.ts';
import { reviewContent } from '../../scripts/content-check/review-content.ts';
import { describeProblem } from '../../src/content/problem.ts';
import { readContent } from '../../src/content/read-content.ts';
import { LOCALES } from '../../src/conversation/locale.ts';
import { block } from '../content/guide.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'question-'));
  for (const folder of ['dialogs', 'locales']) cpSync(folder, join(root, folder), { recursive: true });
  // What the code says is looked through as well.
  for (const folder of ['src', 'web', 'scripts']) symlinkSync(resolve(folder), join(root, folder));
});
afterEach(() => rmSync(root, { recursive: true }));

const QUICK_CHECK = 'dialogs/quick-check.yaml';
const ACTIONS = 'dialogs/actions.yaml';
const VERSION = /^version: (.*)$/m;
const ID = 'digital-skills';

const read = (file: string) => readFileSync(join(root, file), 'utf8');
const write = (file: string, text: string) => writeFileSync(join(root, file), text);

/** Replaces what stands there once; a place that is not there is a mistake in the test. */
function edit(file: string, place: RegExp, text: string): void {
  const before = read(file);
  if (!place.test(before)) throw new Error(`${file} has no ${place}`);
  write(file, before.replace(place, text));
}

const inEachLanguage = (namespace: string, place: RegExp, text: string) =>
  LOCALES.forEach(locale => {
    edit(`locales/${locale}/${namespace}.yaml`, place, text);
  });

const indented = (text: string) => text.replaceAll(/^(?=.)/gm, '  ');

/** The steps of the guide. */
const STEPS = {
  keep: () =>
    write(`dialogs/archive/quick-check@${VERSION.exec(read(QUICK_CHECK))?.[1]}.yaml`, read(QUICK_CHECK)),
  raise: () => edit(QUICK_CHECK, VERSION, 'version: 97.0.0'),
  ask: () => edit(QUICK_CHECK, /\nscoring:\n/, `\n${indented(block(`id: ${ID}, type`))}\nscoring:\n`),
  count: () => edit(QUICK_CHECK, /(?<=analysed-data, ecosystem)\]/, `, ${ID}]`),
  inform: () => edit(QUICK_CHECK, /^ {2}provisionalBelow/m, `  ${block('background: [')}$&`),
  say: () => inEachLanguage('quick-check', /^inputs:\n/m, block('question: Osaavatko')),
  advise: () => {
    const action = block('- id: digital-mentors');
    const both = action + action.replace('digital-mentors', 'skills-survey');
    edit(ACTIONS, /\n*$/, `\n${indented(both)}`);
    edit(ACTIONS, VERSION, 'version: 97.0.0');
    const texts = ['digital-mentors', 'skills-survey'].map(id => `\n${id}: { title: Opi, text: Opi. }`);
    inEachLanguage('actions', /\n*$/, texts.join(''));
  },
  'add a case': () =>
    edit('dialogs/cases/quick-check.yaml', /\n*$/, `\n${indented(block('nobody can use'))}`),
} as const;
type Step = keyof typeof STEPS;

function problemsAfter(...steps: readonly Step[]): string[] {
  for (const step of steps) STEPS[step]();
  const { value, problems } = readContent(root);
  const found = problems.length > 0 ? problems : reviewContent(value, root);
  return found.map(describeProblem);
}

test('one that counts, with its actions and a case of its own, has no problems', () => {
  expect(problemsAfter('keep', 'raise', 'ask', 'count', 'say', 'advise', 'add a case')).toEqual([]);
});

test('one that only informs has no problems, and a version that was noted is held to its content', () => {
  expect(problemsAfter('keep', 'raise', 'ask', 'inform', 'say')).toEqual([]);
  noteVersions(root, readContent(root).value.dialogs);
  edit(QUICK_CHECK, new RegExp(`(?<=id: ${ID}, type: choice, scale: achievement),`), ', outs: [unknown],');
  expect(problemsAfter()).toEqual([
    expect.stringMatching(/^dialogs\/quick-check\.yaml: version: is 97\.0\.0 as before, .*: raise it/),
  ]);
});

const ALL: readonly Step[] = ['keep', 'raise', 'ask', 'count', 'say', 'advise'];

test.each<[forgotten: Step, file: string, place: string, wayOut: string]>([
  ['keep', QUICK_CHECK, 'version', 'is not kept: git show HEAD:dialogs/quick-check.yaml > dialogs/archive/'],
  ['raise', QUICK_CHECK, 'version', 'must be raised above the archived'],
  [
    'count',
    QUICK_CHECK,
    `steps.${ID}`,
    'the answer is used nowhere: put its id among the conditions of a stair, or',
  ],
  ['say', 'locales/fi/quick-check.yaml', `inputs.${ID}.question`, 'missing'],
  ['advise', ACTIONS, 'actions', `fewer than 2 actions serve ${ID}`],
])('forgetting to %s is told with file, place and a way out', (forgotten, file, place, wayOut) => {
  const told = problemsAfter(...ALL.filter(step => step !== forgotten));
  expect(
    told.filter(one => one.startsWith(`${file}: ${place}: `) && one.includes(wayOut)),
    told.join('\n'),
  ).toHaveLength(1);
});

test('forgetting both to keep and to raise the version is told as well', () => {
  const told = problemsAfter('ask', 'inform', 'say');
  expect(told).toEqual([
    expect.stringMatching(
      /^dialogs\/quick-check\.yaml: version: is \S+ as before, .*: raise it, once the earlier one is kept/,
    ),
  ]);
});

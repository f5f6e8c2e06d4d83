import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Export, exportFile, importFile } from '../../../src/commands/convert-workbook.ts';
import { findRoot } from '../../../src/content/load-content.ts';
import { readSpreadsheet } from '../../../src/reports/workbook/xlsx/read-spreadsheet.ts';
import { content } from '../../support/content.ts';
import { example, exported, workbook } from './shipped.ts';

const root = findRoot(import.meta.dirname);
const folder = mkdtempSync(join(tmpdir(), 'workbook-command-'));
const path = (name: string) => join(folder, name);

/** The whole command, in a process of its own. */
function run(...args: readonly string[]) {
  return runWith({}, ...args);
}

/** The same with settings. */
function runWith(settings: Readonly<Record<string, string>>, ...args: readonly string[]) {
  const env = { ...process.env, ...settings };
  const command = ['scripts/workbook.mjs', ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    cwd: root,
    encoding: 'utf8',
    env,
  });
  return { status, stdout, lines: stderr.trim().split('\n') };
}

const parts = { content, workbook, locale: 'fi' } as const;
const tabsOf = (name: string) => readSpreadsheet(readFileSync(path(name))).sheets.map(sheet => sheet.name);

beforeAll(() => writeFileSync(path('answers.json'), JSON.stringify(example)));
afterAll(() => rmSync(folder, { recursive: true }));

describe('npm run workbook', { timeout: 120_000 }, () => {
  test('exports answers to a spreadsheet and reads them back', () => {
    const written = run('export', path('answers.json'), path('out.xlsx'), '--locale', 'sv');
    expect(written).toMatchObject({ status: 0, stdout: '' });
    expect(readFileSync(path('out.xlsx')).subarray(0, 2).toString()).toBe('PK');
    const { status, stdout } = run('import', path('out.xlsx'));
    expect([status, JSON.parse(stdout)]).toEqual([0, example]);
  });

  test('takes a workbook of one’s own in the place of ours, as the server does', () => {
    mkdirSync(path('own/dialogs'), { recursive: true });
    const ours = readFileSync(join(root, 'dialogs/workbook.yaml'), 'utf8');
    writeFileSync(path('own/dialogs/workbook.yaml'), ours.replace(/^version: .*$/m, 'version: 99.0.0'));
    const { version: _, ...answers } = example;
    writeFileSync(path('unnumbered.json'), JSON.stringify(answers));
    const own = { CONTENT_DIR: path('own') };
    expect(runWith(own, 'export', path('unnumbered.json'), path('own.xlsx'))).toMatchObject({ status: 0 });
    const { stdout } = runWith(own, 'import', path('own.xlsx'));
    expect(JSON.parse(stdout)).toMatchObject({ version: '99.0.0', areas: answers.areas });
  });

  test('tells each problem on a line of its own and ends with 2', () => {
    const areas = { work: { services: { recruitment: { status: 'x', cases: -1 } } } };
    writeFileSync(path('wrong.json'), JSON.stringify({ dialog: 'workbook', areas }));
    expect(run('export', path('wrong.json'), path('wrong.xlsx'))).toMatchObject({
      status: 2,
      stdout: '',
      lines: [
        'areas.work.services.recruitment.status: Arvo ei ole luettelossa.',
        'areas.work.services.recruitment.cases: Luvun pitää olla välillä 0–10000000.',
      ],
    });
  });

  test('tells how it is used', () => {
    const { status, lines } = run('--locale', 'en');
    expect([status, lines]).toEqual([
      2,
      [expect.stringMatching(/^Usage: /), expect.stringContaining('prefill')],
    ]);
  });

  test('ends quietly when nobody reads on', () => {
    writeFileSync(path('read.xlsx'), exported(example));
    const line = `"${process.execPath}" scripts/workbook.mjs import "${path('read.xlsx')}" | true; exit \${PIPESTATUS[0]}`;
    const { status, stderr } = spawnSync('bash', ['-c', line], { cwd: root, encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
  });
});

describe('a workbook on the command line', () => {
  test('has an earlier year beside this one, from answers or from a workbook', async () => {
    writeFileSync(path('before.xlsx'), exported(example));
    const [from, to] = [path('answers.json'), path('now.xlsx')];
    const tabs = [];
    for (const earlier of ['answers.json', 'before.xlsx']) {
      expect(exportFile(parts, { from, to, earlier: path(earlier) })).toEqual({
        told: `Työkirja on tallennettu: ${to}`,
      });
      tabs.push(tabsOf('now.xlsx'));
    }
    expect(tabs[0]).toContain('Vertailu');
    expect(tabs[1]).toEqual(tabs[0]);
  });

  test.each([
    [{ earlier: 'missing.xlsx' }, ['Tiedostoa missing.xlsx ei voi lukea.']],
    [{ from: 'README.md' }, ['Tiedosto README.md ei ole JSONia.']],
    [
      { from: 'missing.json', earlier: 'README.md' },
      ['Tiedostoa missing.json ei voi lukea.', 'Tiedosto README.md ei ole JSONia.'],
    ],
    [{ to: '/nowhere/now.xlsx' }, ['Tiedostoa /nowhere/now.xlsx ei voi kirjoittaa.']],
  ] satisfies [Partial<Export>, string[]][])('cannot be exported as %j', async (given, problems) => {
    const usual = { from: path('answers.json'), to: path('never.xlsx') };
    expect(exportFile(parts, { ...usual, ...given })).toEqual({ problems });
  });

  test.each([
    ['missing.xlsx', 'fi', 'Tiedostoa missing.xlsx ei voi lukea.'],
    ['package.json', 'en', 'The file is not an xlsx spreadsheet.'],
  ] as const)('cannot be imported from %s', async (file, locale, line) => {
    expect(importFile({ ...parts, locale }, file)).toEqual({ problems: [line] });
  });
});

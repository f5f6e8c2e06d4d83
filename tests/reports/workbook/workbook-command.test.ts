import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { findRoot } from '../../../src/content/load-content.ts';
import { readSpreadsheet } from '../../../src/reports/workbook/xlsx/read-spreadsheet.ts';
import { example } from './shipped.ts';

const root = findRoot(import.meta.dirname);
const folder = mkdtempSync(join(tmpdir(), 'workbook-command-'));
const path = (name: string) => join(folder, name);

function run(...args: readonly string[]) {
  const command = ['--import', 'tsx', 'src/commands/workbook.ts', ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8' });
  return { status, stdout, lines: stderr.trim().split('\n') };
}

afterAll(() => rmSync(folder, { recursive: true }));

describe('npm run workbook', { timeout: 120_000 }, () => {
  test('exports answers to a spreadsheet and reads them back', () => {
    writeFileSync(path('answers.json'), JSON.stringify(example));
    expect(run('export', path('answers.json'), path('out.xlsx'), '--locale', 'sv').status).toBe(0);
    expect(readFileSync(path('out.xlsx')).subarray(0, 2).toString()).toBe('PK');
    const { status, stdout } = run('import', path('out.xlsx'));
    expect([status, JSON.parse(stdout)]).toEqual([0, example]);
  });

  test('puts an earlier year beside this one, from answers or from a workbook', () => {
    writeFileSync(path('answers.json'), JSON.stringify(example));
    expect(run('export', path('answers.json'), path('before.xlsx')).status).toBe(0);
    const tabs = ['answers.json', 'before.xlsx'].map(earlier => {
      const { status } = run('export', path('answers.json'), path('now.xlsx'), '--earlier', path(earlier));
      expect(status).toBe(0);
      return readSpreadsheet(readFileSync(path('now.xlsx'))).sheets.map(({ name }) => name);
    });
    expect(tabs[0]).toContain('Vertailu');
    expect(tabs[1]).toEqual(tabs[0]);
    expect(run('export', path('answers.json'), path('now.xlsx'), '--earlier', 'missing.xlsx')).toMatchObject({
      status: 2,
      lines: ['Tiedostoa missing.xlsx ei voi lukea.'],
    });
  });

  test('tells each problem on a line of its own and ends with 2', () => {
    const areas = { work: { services: { recruitment: { status: 'x', cases: -1 } } } };
    writeFileSync(path('wrong.json'), JSON.stringify({ dialog: 'workbook', areas }));
    expect(run('export', path('wrong.json'), path('wrong.xlsx'))).toMatchObject({
      status: 2,
      lines: [
        'areas.work.services.recruitment.status: Arvo ei ole luettelossa.',
        'areas.work.services.recruitment.cases: Luvun pitää olla välillä 0–10000000.',
      ],
    });
  });

  test.each([
    [['import', 'missing.xlsx'], 'Tiedostoa missing.xlsx ei voi lukea.'],
    [['import', 'package.json', '--locale', 'en'], 'The file is not an xlsx spreadsheet.'],
    [['export', 'README.md', 'x.xlsx'], 'Tiedosto README.md ei ole JSONia.'],
  ])('says in one line what is wrong with %j', (args, line) => {
    expect(run(...args)).toMatchObject({ status: 2, stdout: '', lines: [line] });
  });

  test('tells how it is used', () => {
    const { status, lines } = run('--locale', 'en');
    expect([status, lines]).toEqual([
      2,
      [expect.stringMatching(/^Usage: /), expect.stringContaining('prefill')],
    ]);
  });
});

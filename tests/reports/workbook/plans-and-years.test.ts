/** What is planned for a service, the list of what is to be done, the council's page, and an earlier year beside this one. */
import { describe, expect, test } from 'vitest';
import { assessWorkbook } from '../../../src/assessment/scoring/workbook/assess-workbook.ts';
import { workbookOf } from '../../../src/assessment/scoring/workbook/workbook-instrument.ts';
import { LOCALES } from '../../../src/conversation/locale.ts';
import { workbookSpreadsheet } from '../../../src/reports/workbook/export-workbook.ts';
import { openZip } from '../../../src/reports/workbook/xlsx/unzip.ts';
import { writeSpreadsheet } from '../../../src/reports/workbook/xlsx/write-spreadsheet.ts';
import { answersInFile } from '../../assessment/scoring/workbook/workbook-answers.ts';
import { content } from '../../support/content.ts';
import { editCells, editFile, number, text } from './edit-file.ts';
import { openElsewhere } from './recalculate.ts';
import {
  besideEarlier,
  checked,
  empty,
  example,
  exported,
  imported,
  spreadsheetOf,
  translator,
  workbook,
} from './shipped.ts';

const AREA = '1 Asuminen ja ympäristö';
const environment = (services: object) =>
  checked({ dialog: 'workbook', areas: { environment: { services } } });
const cellsOf = (name: string, answers = example, locale: 'fi' | 'sv' | 'en' = 'fi') => {
  const sheet = spreadsheetOf(answers, locale).sheets.find(one => one.name === name);
  return (row: number, column: number) => sheet?.cells.get(row)?.get(column)?.value;
};

describe('the plan of a service', () => {
  /** The status and the deadline of the first service. */
  const deadline = (xml: string) =>
    imported(
      editCells(exported(empty), [
        { sheet: 3, cell: 'E6', xml: text('planned') },
        { sheet: 3, cell: 'AF6', xml },
      ]),
    );
  const planned = (day: string) =>
    environment({ 'building-permits': { status: 'planned', plan: { deadline: day } } });
  const REFUSED = [`${AREA}, solu AF6: Kirjoita päivämäärä, esimerkiksi 31.12.2027.`];

  test.each([
    ['a day of the calendar', number(46752), '2027-12-31'],
    ['a day with a time', number(46752.75), '2027-12-31'],
    ['a day as newer programs write it', 't="d"><v>2027-12-31T00:00:00</v>', '2027-12-31'],
    ['words', text('31.12.2027'), '2027-12-31'],
    ['words with spaces', text(' 31. 12. 2027 '), '2027-12-31'],
    ['a month in words', text('31. joulukuuta 2027'), '2027-12-31'],
    ['Swedish', text('31 december 2027'), '2027-12-31'],
    ['English', text('31/12/2027'), '2027-12-31'],
    ['ISO', text('2027-12-31'), '2027-12-31'],
    ['the day of a leap year', text('29.2.2028'), '2028-02-29'],
  ])('has a deadline from %s', (_, xml, day) => {
    expect(deadline(xml)).toEqual(planned(day));
  });

  test.each([
    ['a year alone', number(2027)],
    ['a year alone as text', text('2027')],
    ['a day without its year', text('31.12.')],
    ['a day that is none', text('31.2.2027')],
    ['words', text('syksyllä 2027')],
    ['a time', number(0.5)],
    ['a negative number', number(-3)],
  ])('is refused where the deadline is %s', (_, xml) => {
    expect(deadline(xml)).toEqual(REFUSED);
  });

  test('is read where a number stands for words, and cut of stray spaces', () => {
    const file = editCells(exported(empty), [
      { sheet: 3, cell: 'AE6', xml: number(112) },
      { sheet: 3, cell: 'AG6', xml: text('  odottaa \n päätöstä ') },
    ]);
    expect(imported(file)).toEqual(
      environment({ 'building-permits': { plan: { owner: '112', note: 'odottaa päätöstä' } } }),
    );
  });

  test('of a service of one’s own that has no status yet stays with its name', () => {
    const own = [
      { id: 'own-1', name: 'Venelaiturit', plan: { note: 'kysytään satamasta' } },
      { id: 'own-2', name: 'Kerhot' },
    ];
    const answers = checked({ dialog: 'workbook', areas: { environment: { own } } });
    expect(imported(exported(answers))).toEqual(answers);
    const counted = assessWorkbook(workbook, answersInFile(answers)).areas[0]?.counts;
    expect(counted).toMatchObject({ services: (workbook.areas[0]?.services.length ?? 0) + 2, answered: 0 });
  });

  test('longer than its field is told with its cell', () => {
    const file = editCells(exported(empty), [{ sheet: 3, cell: 'AG6', xml: text('x'.repeat(301)) }]);
    expect(imported(file)).toEqual([`${AREA}, solu AG6: Teksti on liian pitkä.`]);
  });

  test('may be missing from a file of an earlier version, and not from one of this', () => {
    const without = (version: string) =>
      imported(
        editFile(exported({ ...empty, version }), parts => {
          for (const name of Object.keys(parts))
            if (name.startsWith('xl/worksheets/sheet'))
              parts[name] = parts[name]?.replace(/<c r="(?:AD|AE|AF|AG)\d+"[^>]*?(?:\/>|>.*?<\/c>)/g, '');
        }),
      );
    expect(without('2.0.0')).toMatchObject({ dialog: 'workbook', areas: {} });
    expect(without('2.1.0')).toContain(`${AREA}: Sarake Vastuutaho (rooli) puuttuu.`);
  });

  test('has no columns where the instrument asks for none', () => {
    const earlier = content.instrument('workbook', '2.0.0');
    if (!earlier) throw new Error('the archive has no workbook 2.0.0');
    const t = translator('fi');
    const { sheets } = workbookSpreadsheet({ workbook: workbookOf(earlier), answers: {}, locale: 'fi', t });
    const names = sheets[2]?.table?.columns.map(({ name }) => name.replaceAll('\n', ''));
    expect(names).toContain('Seuraava askel');
    expect(names).not.toContain('Määräaika');
  });
});

describe('the list of what is to be done', () => {
  const row = (answers: typeof example, wanted: string, locale: 'fi' | 'sv' | 'en' = 'fi') => {
    const name = translator(locale)('workbook-sheet:sheet.actions-tab');
    const sheet = spreadsheetOf(answers, locale).sheets.find(one => one.name === name);
    const found = [...(sheet?.cells.values() ?? [])].find(cells => cells.get(2)?.value === wanted);
    return [4, 5, 6, 7, 8].map(column => found?.get(column)?.value);
  };

  test('tells of each service where it is, where it goes, who, by when, and its state', () => {
    expect(row(example, 'Kaavoitus ja kaavoihin vaikuttaminen')).toEqual([
      'suunnitteilla',
      'Ota käyttöön',
      'kaavoituspäällikkö',
      46752,
      'suunnitteilla',
    ]);
    expect(row(example, 'Rakentamisluvat')).toEqual([
      'käytössä, 75 %',
      'Digitalisoi: Laskutus',
      '',
      '',
      'kesken',
    ]);
    expect(row(example, 'Tontit ja maanvuokraus')[4]).toBe('ei päätetty');
    expect(row(example, 'Mittaukset ja kiinteistönmuodostus')).toEqual([
      '',
      '',
      'maanmittausinsinööri',
      46934,
      'ei vastattu',
    ]);
    expect(row(example, 'Viljelypalstat')[4]).toBe('valmis');
  });

  test('sends on what is digital and too little used', () => {
    const used = (usageRate: number) =>
      environment({ parking: { status: 'inuse', phases: { handling: 'full' }, usageRate } });
    const parking = 'Pysäköintitunnukset ja pysäköinninvalvonta';
    expect(row(used(80), parking)[1]).toBe('Nosta käyttöaste yli 80 %'.replace(' %', '\u00a0%'));
    expect(row(used(80.01), parking).slice(1)).toEqual(['', '', '', 'valmis']);
    const outside = environment({ parking: { status: 'outside' } });
    expect(row(outside, parking)[4]).toBe('ei kuulu kunnalle');
  });

  test('follows the rows of the areas: sorted there, it names what stands there now', () => {
    const file = openElsewhere(exported(example));
    file.SetCellStr(AREA, 'B6', 'Toinen palvelu');
    file.SetCellStr(AREA, 'AE6', 'sihteeri');
    const value = (cell: string) => file.CalcCellValue('Toimet', cell, { RawCellValue: true }).value;
    expect([value('B5'), value('F5')]).toEqual(['Toinen palvelu', 'sihteeri']);
  });
});

describe('the council’s page', () => {
  const PAGES = { fi: 'Tiivistelmä', sv: 'Sammandrag på en sida', en: 'One-page summary' } as const;

  test.each(LOCALES)('comes first, is one page of A4, and is all that is printed of its tab: %s', locale => {
    const [first] = spreadsheetOf(example, locale).sheets;
    expect(first?.name).toBe(PAGES[locale]);
    const xml = openZip(exported(example, locale)).read('xl/worksheets/sheet1.xml') ?? '';
    expect(xml).toContain('fitToWidth="1" fitToHeight="1" orientation="portrait"');
    const names = openElsewhere(exported(example, locale)).GetDefinedName().definedNames;
    expect(names).toContainEqual(
      expect.objectContaining({ Name: '_xlnm.Print_Area', RefersTo: `'${PAGES[locale]}'!$B$1:$H$37` }),
    );
  });

  test('says exactly what was and was not answered', () => {
    const one = checked({
      dialog: 'workbook',
      areas: { work: { services: { recruitment: { status: 'none' } } } },
    });
    const value = cellsOf(PAGES.fi, one);
    const all = workbook.areas.reduce((sum, { services }) => sum + services.length, 0);
    const work = workbook.areas.findIndex(({ id }) => id === 'work');
    const ofWork = workbook.areas[work]?.services.length;
    expect(value(4, 2)).toBe(`Alustava tulos: vastattu 1/${all} palvelusta`);
    expect(value(5, 2)).toBe(
      `Vastaamatta: ${all - 1} palvelua. Alueita, joilla ei ole yhtään vastausta: 5/6.`,
    );
    expect(value(11 + work, 3)).toBe(`1/${ofWork}, alustava`);
    expect(value(11, 3)).toBe(`0/${workbook.areas[0]?.services.length}, ei vastattu`);
  });

  test('says no more of an area that has been answered whole', () => {
    const area = workbook.areas[0];
    const services = Object.fromEntries((area?.services ?? []).map(({ id }) => [id, { status: 'inuse' }]));
    const whole = cellsOf(PAGES.fi, environment(services));
    const count = area?.services.length;
    expect(whole(11, 3)).toBe(`${count}/${count}`);
    const [last] = Object.keys(services).slice(-1);
    const { [String(last)]: _, ...fewer } = services;
    expect(cellsOf(PAGES.fi, environment(fewer))(11, 3)).toBe(`${Number(count) - 1}/${count}, kesken`);
  });

  test('puts today beside the target, the municipality’s own where it has one', () => {
    const goals = (answers: typeof example) =>
      [22, 23, 24, 25].map(row => cellsOf(PAGES.fi, answers)(row, 4));
    const plain = (texts: unknown[]) => texts.map(one => String(one).replaceAll('\u00a0', ' '));
    expect(plain(goals(example))).toEqual(['40 palvelua', 'yli 80 %', 'vähintään 95 %', 'vähintään 80 %']);
    expect(plain(goals(empty))[0]).toBe('vähintään 80 %');
  });

  test('counts services against a target that is a number of them', () => {
    expect(cellsOf(PAGES.fi)(22, 3)).toBe('6 palvelua');
    expect(cellsOf(PAGES.fi, environment({ parking: { status: 'inuse' } }))(22, 3)).toBe(1);
  });

  test('counts what is done and what is not', () => {
    expect([29, 30, 31, 32].map(row => cellsOf(PAGES.fi)(row, 3))).toEqual([3, 3, 3, 1]);
  });

  test('goes on computing', () => {
    const file = openElsewhere(exported(empty));
    for (const cell of ['E6', 'E7']) file.SetCellStr('5 Työ ja yrittäminen', cell, 'käytössä');
    const told = file.CalcCellValue(PAGES.fi, 'B4', { RawCellValue: true }).value;
    expect(told).toMatch(/^Alustava tulos: vastattu 2\/\d+ palvelusta$/);
  });
});

describe('an earlier year', () => {
  test.each(LOCALES)('stands beside this one, area by area: %s', locale => {
    const sheet = besideEarlier(locale).sheets.find(
      ({ name }) => name === translator(locale)('workbook-sheet:sheet.earlier-tab'),
    );
    const values = [...(sheet?.cells.get(5) ?? [])].flatMap(([column, cell]) =>
      column > 2 ? [cell.value] : [],
    );
    const [area] = workbook.areas;
    const count = area?.services.length ?? 0;
    expect(values.slice(0, 5)).toEqual([`2/${count}`, `7/${count + 2}`, 0.5, 4 / 7, 4 / 7 - 0.5]);
    // The stair, before and now.
    expect(values).toHaveLength(16);
  });

  test('is on the council’s page, too, and is told to be counted by today’s rules', () => {
    const [page] = besideEarlier('fi').sheets;
    const told = [33, 34, 35, 36].flatMap(row =>
      [...(page?.cells.get(row)?.values() ?? [])].map(({ value }) => value),
    );
    expect(told).toContain('Edellinen tulos');
    expect(told).toContain(0.5);
    expect(told.join(' ')).toContain('nykyisillä säännöillä');
  });

  test('has no tab where none is given', () => {
    expect(spreadsheetOf(example).sheets.map(({ name }) => name)).not.toContain('Vertailu');
  });

  test('is passed over when the file is read back', () => {
    expect(imported(writeSpreadsheet(besideEarlier('fi')))).toEqual(example);
  });
});

import { deflateRawSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { type CellEdit, editCells, editFile, number, type Parts, text } from './edit-file.ts';
import { empty, example, exported, imported } from './shipped.ts';

const AREA = '1 Asuminen ja ympäristö';
const bytes = exported(empty);
const full = exported(example);

/** Changes on the first area's tab, where row 6 is the building permits. */
const cells = (...edits: readonly [string, string][]): CellEdit[] =>
  edits.map(([cell, xml]) => ({ sheet: 3, cell, xml }));
const edited = (...edits: readonly [string, string][]) => imported(editCells(bytes, cells(...edits)));
const parts = (edit: (parts: Parts) => void) => imported(editFile(full, edit));
const change = (name: string, from: string | RegExp, to: string) =>
  parts(all => {
    const before = all[name] ?? '';
    all[name] = before.replace(from, to);
    if (all[name] === before) throw new Error(`nothing to change in ${name}`);
  });

const SHEET = 'xl/worksheets/sheet3.xml';
const IN_USE: [string, string] = ['E6', text('käytössä')];

describe('a cell that does not fit', () => {
  test.each([
    ['a status off the list', [['E6', text('ehkä')]], 'E6: Arvo ei ole luettelossa.'],
    ['a number for a status', [['E6', number(1)]], 'E6: Arvo ei ole luettelossa.'],
    ['a phase off the list', [IN_USE, ['H6', text('melkein')]], 'H6: Arvo ei ole luettelossa.'],
    ['a rate over 100 %', [IN_USE, ['M6', number(85)]], 'M6: Luvun pitää olla välillä 0–100.'],
    ['a rate under 0 %', [IN_USE, ['M6', number(-0.01)]], 'M6: Luvun pitää olla välillä 0–100.'],
    [
      'a rate of three decimals',
      [IN_USE, ['M6', number(0.80123)]],
      'M6: Luvussa saa olla enintään kaksi desimaalia.',
    ],
    [
      'a rate in other words',
      [IN_USE, ['M6', text('suurin osa')]],
      'M6: Kirjoita käyttöasteeksi luku 0–100, ”ei tiedossa” tai ”ei koske”.',
    ],
    ['half a case', [IN_USE, ['N6', number(10.5)]], 'N6: Luvun pitää olla kokonaisluku.'],
    ['cases in words', [IN_USE, ['N6', text('paljon')]], 'N6: Tähän tarvitaan luku.'],
    ['cases beyond reason', [IN_USE, ['N6', number('1E+300')]], 'N6: Luvun pitää olla välillä 0–10000000.'],
    ['a price under zero', [IN_USE, ['R6', number(-1)]], 'R6: Luvun pitää olla välillä 0–1000.'],
    ['minutes as a word', [IN_USE, ['U6', text('viisi')]], 'U6: Tähän tarvitaan luku.'],
    [
      'minutes both in phases and in all',
      [IN_USE, ['T6', number(5)], ['X6', number(5)]],
      'X6: Täytä joko vaiheiden minuutit tai niiden summa, älä molempia.',
    ],
    ['a calculation error', [IN_USE, ['N6', 't="e"><v>#DIV/0!</v>']], 'N6: Solussa on laskentavirhe.'],
    [
      'a formula nobody has computed',
      [IN_USE, ['N6', '><f>100+20</f>']],
      'N6: Solun kaavalla ei ole laskettua arvoa. Avaa ja tallenna tiedosto taulukkolaskentaohjelmassa.',
    ],
    [
      'answers without a status',
      [['N6', number(12)]],
      'E6: Valitse tilanne, sillä rivillä on muita tietoja.',
    ],
    ['a service of the municipality without a name', [['E24', text('käytössä')]], 'B24: Tieto puuttuu.'],
    [
      'a name too long',
      [
        ['B24', text('x'.repeat(121))],
        ['E24', text('käytössä')],
      ],
      'B24: Teksti on liian pitkä.',
    ],
    [
      'a name with an invisible character',
      [
        ['B24', text('a\u202eb')],
        ['E24', text('käytössä')],
      ],
      'B24: Tekstissä on merkkejä, joita ei voi näyttää.',
    ],
    [
      'an unknown service',
      [['A6', text('service:moon-permits')]],
      'A6: Rivin tunnistetta ei ole tässä työkirjassa.',
    ],
    ['the same service twice', [['B7', text('Rakentamisluvat')]], 'B7: Sama palvelu on kahdella rivillä.'],
  ] satisfies [string, [string, string][], string][])('is named by tab and cell: %s', (_, edits, problem) => {
    expect(edited(...edits)).toContain(`${AREA}, solu ${problem}`);
  });

  test('keeps everything else out, too, and every problem is told', () => {
    const problems = edited(
      ['E6', text('ehkä')],
      ['E7', text('käytössä')],
      ['N7', text('paljon')],
      ['M7', number(2)],
    );
    expect(problems).toHaveLength(3);
  });

  test('is fine when a person wrote the number as text or in another way', () => {
    const answers = edited(
      ['E6', text(' KÄYTÖSSÄ ')],
      ['F6', text('fully')],
      ['G6', text('osin digitaalinen')],
      ['M6', text('85,5 %')],
      ['N6', text('1 200')],
      ['R6', text('42,50 €')],
    );
    expect(answers).toMatchObject({
      areas: {
        environment: {
          services: {
            'building-permits': {
              status: 'inuse',
              phases: { application: 'full', initiation: 'partial' },
              usageRate: 85.5,
              cases: 1200,
              benefit: { hourlyPrice: 42.5 },
            },
          },
        },
      },
    });
  });

  test('is fine on a spare row: a service the municipality added there gets an id that is free', () => {
    const rows = cells(['B26', text('Kierrätyskeskus')], ['E26', text('käytössä')]);
    expect(imported(editCells(full, rows))).toMatchObject({
      areas: {
        environment: {
          own: [{ id: 'own-1' }, { id: 'garden-tools' }, { id: 'own-2', name: 'Kierrätyskeskus' }],
        },
      },
    });
  });

  const computed = (formula: string, value: number) => `><f>${formula}</f><v>${value}</v>`;

  test.each([
    ['M6', computed('6/7', 6 / 7), { usageRate: 85.71 }],
    ['M6', number(6 / 7), { usageRate: 85.71 }],
    ['M6', computed('0.8', 0.8), { usageRate: 80 }],
    ['N6', computed('100+20', 120), { cases: 120 }],
    ['N6', computed('1000/3', 1000 / 3), { cases: 333 }],
    ['R6', computed('6800/161', 6800 / 161), { benefit: { hourlyPrice: 42.24 } }],
    ['R6', number(6800 / 161), { benefit: { hourlyPrice: 42.24 } }],
    ['S6', computed('100000/7', 100_000 / 7), { benefit: { yearlyCost: 14_285.71 } }],
    ['T6', computed('-10/3', -10 / 3), { benefit: { minutesSaved: { handling: -3.33 } } }],
    ['X6', computed('-1/999', -1 / 999), { benefit: { minutesSaved: 0 } }],
    ['Y6', computed('2/3', 2 / 3), { benefit: { oneOffCost: 0.67 } }],
  ])('is rounded when it was computed: %s %s', (cell, xml, answer) => {
    expect(edited(IN_USE, [cell, xml])).toEqual({
      ...empty,
      areas: { environment: { services: { 'building-permits': { status: 'inuse', ...answer } } } },
    });
  });

  test.each([
    ['C10', computed('100/3', 100 / 3), { services: 33 }],
    ['C11', computed('100000/3', 100_000 / 3), { savings: 33_333.33 }],
  ])('is rounded when it was computed, among the targets: %s %s', (cell, xml, target) => {
    expect(imported(editCells(bytes, [{ sheet: 10, cell, xml }]))).toEqual({ ...empty, target });
  });
});

describe('a workbook that has been taken apart', () => {
  const rename = (all: Parts, from: string, to: string) => {
    for (const [name, xml] of Object.entries(all)) all[name] = xml?.replaceAll(from, to);
  };

  test('misses a service whose row was deleted', () => {
    expect(change(SHEET, /<row r="9".*?<\/row>/, '')).toEqual([
      `${AREA}: Palvelun Rakennuspiirustukset ja lupa-asiakirjat rivi puuttuu.`,
    ]);
  });

  test('misses a column that was deleted', () => {
    const problems = change(SHEET, /<c r="N4"[^>]*>.*?<\/c>/, '');
    expect(problems).toEqual([`${AREA}: Sarake Asioita vuodessa puuttuu.`]);
  });

  test('misses the tab of an area', () => {
    expect(change('xl/workbook.xml', /<sheet name="3 [^>]*\/>/, '')).toEqual([
      'Palvelualueen Kulttuuri ja liikunta välilehti puuttuu.',
    ]);
  });

  test('has the tab of an area twice', () => {
    const problems = parts(all => {
      all['xl/worksheets/sheet4.xml'] = all[SHEET];
    });
    expect(problems).toContain('2 Kasvatus ja koulutus: Sama palvelualue on kahdella välilehdellä.');
  });

  test('has lost the names of its targets', () => {
    const problems = parts(all => rename(all, 'target_services', 'something_else'));
    expect(problems).toEqual(['Kunnan omien tavoitteiden solua ei löydy.']);
  });

  test('was made by a later version of the program', () => {
    const problems = parts(all => rename(all, 'porrasbotti-workbook-1', 'porrasbotti-workbook-2'));
    expect(problems).toEqual([
      'Työkirja on tehty ohjelman toisella versiolla. Vie tiedot uuteen työkirjaan.',
    ]);
  });

  test('still imports with its tabs renamed, in another order and with columns hidden', () => {
    const answers = parts(all => {
      rename(all, AREA, 'Tekninen toimi');
      const [sheets = ''] = /<sheet .*\/>/.exec(all['xl/workbook.xml'] ?? '') ?? [];
      const turned = sheets
        .split(/(?<=\/>)/)
        .reverse()
        .join('');
      all['xl/workbook.xml'] = all['xl/workbook.xml']?.replace(sheets, turned);
      all[SHEET] = all[SHEET]?.replace('<col min="3"', '<col hidden="1" min="3"');
    });
    expect(answers).toEqual(example);
  });

  test('still imports, as that version, when services have come since it was made', () => {
    const answers = parts(all => {
      rename(all, `version:${example.version}`, 'version:0.9.0');
      all[SHEET] = all[SHEET]?.replace(/<row r="9".*?<\/row>/, '');
    });
    expect(answers).toEqual({ ...example, version: '0.9.0' });
  });
});

describe('a file that is no workbook of ours', () => {
  test.each([
    ['nothing', new Uint8Array(), 'Tiedosto ei ole xlsx-taulukko.'],
    ['a text', strToU8('{"dialog":"workbook"}'), 'Tiedosto ei ole xlsx-taulukko.'],
    ['a zip of something else', zipSync({ 'a.txt': strToU8('a') }), 'Tiedosto ei ole xlsx-taulukko.'],
    ['half a file', full.subarray(0, full.length / 2), 'Tiedosto ei ole xlsx-taulukko.'],
    [
      'an old or locked file',
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 0, 0]),
      'Tiedosto on suojattu salasanalla tai vanhaa xls-muotoa. Tallenna se xlsx-muodossa ilman salasanaa.',
    ],
    ['a file too large', new Uint8Array(5_000_001), 'Tiedosto on liian suuri. Suurin sallittu koko on 5 Mt.'],
    ['a zip bomb', bomb(), 'Tiedosto on liian suuri.'],
    ['a zip bomb that lies about its size', lyingBomb(), 'Tiedosto on liian suuri.'],
  ])('is refused with one line: %s', (_, file, problem) => {
    expect(imported(file)).toEqual([problem]);
  });

  test.each([
    [
      'a part is missing',
      (all: Parts) => (all[SHEET] = undefined),
      'Tiedosto on viallinen, eikä sitä voi lukea.',
    ],
    [
      'the XML breaks off',
      (all: Parts) => (all[SHEET] = '<worksheet><row r="1"'),
      'Tiedosto on viallinen, eikä sitä voi lukea.',
    ],
    [
      'a document type could grow without end',
      (all: Parts) => (all['xl/sharedStrings.xml'] = '<!DOCTYPE x [<!ENTITY a "aaaa">]><sst/>'),
      'Tiedosto on viallinen, eikä sitä voi lukea.',
    ],
    [
      'a text is missing from the shared texts',
      (all: Parts) => (all['xl/sharedStrings.xml'] = '<sst/>'),
      'Tiedosto on viallinen, eikä sitä voi lukea.',
    ],
    [
      'a cell has an address that is none',
      (all: Parts) =>
        (all[SHEET] = '<worksheet><sheetData><row><c r="0"><v>1</v></c></row></sheetData></worksheet>'),
      'Tiedosto on viallinen, eikä sitä voi lukea.',
    ],
    [
      'it is an ordinary spreadsheet',
      (all: Parts) => {
        for (const name of Object.keys(all).filter(one => one.startsWith('xl/worksheets/sheet')))
          all[name] = '<worksheet><sheetData/></worksheet>';
      },
      'Tiedosto ei ole Porrasbotin työkirja.',
    ],
  ])('is refused with one line: %s', (_, edit, problem) => {
    expect(parts(edit)).toEqual([problem]);
  });

  test('is read in one pass, however its tags are bent', () => {
    const started = performance.now();
    parts(all => {
      all[SHEET] = `<worksheet><c ${'a'.repeat(2_000_000)} ${'b="'.repeat(200_000)}`;
    });
    // Reading it backwards and forwards would take hours, not seconds.
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});

/** 30 MB of nothing in some kilobytes. */
function bomb(): Uint8Array {
  return editFile(full, parts => {
    parts[SHEET] = `<worksheet>${' '.repeat(30_000_000)}</worksheet>`;
  });
}

/** The same, saying in its directory that it unpacks to ten bytes. */
function lyingBomb(): Uint8Array {
  const packed = deflateRawSync(Buffer.alloc(30_000_000, ' '));
  const file = Buffer.from(zipSync({ '_rels/.rels': new Uint8Array(packed) }, { level: 0 }));
  const directory = file.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  for (const [at, method, size] of [
    [0, 8, 22],
    [directory, 10, 24],
  ] as const) {
    file.writeUInt16LE(8, at + method);
    file.writeUInt32LE(10, at + size);
  }
  return file;
}

/** Files as other programs leave them, and files of other kinds. */
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { editFile, type Parts } from './edit-file.ts';
import { example, exported, imported } from './shipped.ts';

const full = exported(example);
const SHEET = 'xl/worksheets/sheet3.xml';
const AREA = '1 Asuminen ja ympäristö';
const edited = (edit: (parts: Parts) => void) => imported(editFile(full, edit));

/** The same parts under other names. */
function renamed(rename: (name: string) => string): Uint8Array {
  const parts = Object.entries(unzipSync(full)).map(([name, data]) => [rename(name), data] as const);
  return zipSync(Object.fromEntries(parts));
}

/** The rows of a sheet moved down by so many, with those from `from` on. */
function movedDown(xml: string, from: number, by: number): string {
  return xml
    .replace(/<row r="(\d+)"/g, (all, row) => (Number(row) < from ? all : `<row r="${Number(row) + by}"`))
    .replace(/<c r="([A-Z]+)(\d+)"/g, (all, column, row) =>
      Number(row) < from ? all : `<c r="${column}${Number(row) + by}"`,
    );
}

describe('a file of ours is read', () => {
  test.each([
    ['with its parts named in capitals', renamed(name => name.toUpperCase())],
    ['with backslashes between folders', renamed(name => name.replaceAll('/', '\\'))],
    ['with a slash before its parts', renamed(name => `/${name}`)],
  ])('%s', (_, file) => {
    expect(imported(file)).toEqual(example);
  });

  test.each([
    ['from the root', (target: string) => `/xl/${target}`],
    ['with backslashes', (target: string) => target.replaceAll('/', '\\')],
    ['with steps up', (target: string) => `../xl/./${target}`],
    ['in capitals', (target: string) => target.toUpperCase()],
  ])('with its relationships written %s', (_, write) => {
    const answers = edited(parts => {
      const name = 'xl/_rels/workbook.xml.rels';
      parts[name] = parts[name]?.replace(/Target="([^"]*)"/g, (_all, target) => `Target="${write(target)}"`);
    });
    expect(answers).toEqual(example);
  });

  test('with cells and rows that do not say where they are', () => {
    const answers = edited(parts => {
      for (const name of Object.keys(parts).filter(one => one.startsWith('xl/worksheets/sheet')))
        parts[name] = everyCell(parts[name] ?? '');
    });
    expect(answers).toEqual(example);
  });

  test('with thousands of formatted empty cells and rows', () => {
    const answers = edited(parts => {
      const row = (number: number) =>
        `<row r="${number}">${Array.from({ length: 200 }, () => '<c s="1"/>').join('')}</row>`;
      const rows = Array.from({ length: 1500 }, (_, index) => row(index + 100)).join('');
      parts[SHEET] = parts[SHEET]?.replace('</sheetData>', `${rows}</sheetData>`);
    });
    expect(answers).toEqual(example);
  });

  test.each([
    ['a row above the title', 1],
    ['a row below the title', 2],
    ['a row below the figures', 4],
    ['a row above the services', 6],
  ])('with %s', (_, from) => {
    const answers = edited(parts => {
      for (const sheet of [3, 4]) {
        const name = `xl/worksheets/sheet${sheet}.xml`;
        parts[name] = movedDown(parts[name] ?? '', from, 1);
      }
    });
    expect(answers).toEqual(example);
  });

  test('with a column before the first', () => {
    const answers = edited(parts => {
      const columns = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'AA', 'AB', 'AC', 'AD', 'AE', 'AF', 'AG', 'AH'];
      parts[SHEET] = parts[SHEET]?.replace(
        /<c r="([A-Z]+)(\d+)"/g,
        (_all, column, row) => `<c r="${columns[columns.indexOf(column) + 1]}${row}"`,
      );
    });
    expect(answers).toEqual(example);
  });
});

describe('a missing column', () => {
  test.each([
    ['M', 'Käyttöaste'],
    ['F', 'Hakemus'],
    ['S', 'Palvelun vuosikustannus, €'],
  ])('%s is called by its heading, %s', (column, heading) => {
    const problems = edited(parts => {
      parts[SHEET] = parts[SHEET]?.replace(new RegExp(`<c r="${column}4"[^>]*>.*?</c>`), '');
    });
    expect(problems).toEqual([`${AREA}: Sarake ${heading} puuttuu.`]);
  });

  test('the row of keys is asked for by what it is', () => {
    const problems = edited(parts => {
      parts[SHEET] = parts[SHEET]?.replace(/<row r="4".*?<\/row>/, '');
    });
    expect(problems).toEqual([
      `${AREA}: Piilotettu rivi otsikoiden yläpuolelta puuttuu. Vie tiedot uuteen työkirjaan.`,
    ]);
  });
});

describe('a file of another kind', () => {
  const compound = (...names: string[]) =>
    new Uint8Array(
      Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.alloc(504),
        ...names.map(name => Buffer.from(name, 'utf16le')),
      ]),
    );
  const openDocument = (type: string) =>
    zipSync({
      mimetype: [strToU8(`application/vnd.oasis.opendocument.${type}`), { level: 0 }],
      'content.xml': strToU8('<x/>'),
    });
  const again = 'Tallenna se .xlsx-muodossa ja tuo se uudelleen.';

  test.each([
    ['an .ods', openDocument('spreadsheet'), `Tiedosto on ods-muodossa. ${again}`],
    ['an .ots', openDocument('spreadsheet-template'), `Tiedosto on ods-muodossa. ${again}`],
    ['an .odt', openDocument('text'), 'Tiedosto ei ole xlsx-taulukko.'],
    ['an .xlsb', binary(), `Tiedosto on xlsb-muodossa. ${again}`],
    ['an .xls', compound('Root Entry', 'Workbook'), `Tiedosto on vanhassa xls-muodossa. ${again}`],
    ['an older .xls', compound('Root Entry', 'Book'), `Tiedosto on vanhassa xls-muodossa. ${again}`],
    [
      'an .xls of the eighties',
      new Uint8Array([9, 4, 6, 0, 0, 0, 16, 0]),
      `Tiedosto on vanhassa xls-muodossa. ${again}`,
    ],
    [
      'an .xlsx with a password',
      compound('Root Entry', 'EncryptionInfo', 'EncryptedPackage'),
      'Tiedosto on suojattu salasanalla. Poista salasana, tallenna tiedosto .xlsx-muodossa ja tuo se uudelleen.',
    ],
    [
      'a flat .fods',
      strToU8(
        '<?xml version="1.0"?>\n<office:document office:mimetype="application/vnd.oasis.opendocument.spreadsheet">',
      ),
      `Tiedosto on ods-muodossa. ${again}`,
    ],
    [
      'an .xls of XML',
      strToU8('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>'),
      `Tiedosto on vanhassa xls-muodossa. ${again}`,
    ],
    ['a csv', strToU8('Palvelu;Tilanne\n'), 'Tiedosto ei ole xlsx-taulukko.'],
  ])('%s is named as what it is', (_, file, problem) => {
    expect(imported(file)).toEqual([problem]);
  });

  function binary(): Uint8Array {
    const xml =
      '<Relationships><Relationship Id="r1" Type="http://x/officeDocument" Target="xl/workbook.bin"/></Relationships>';
    return zipSync({ '_rels/.rels': strToU8(xml), 'xl/workbook.bin': new Uint8Array([131, 1, 0]) });
  }
});

describe('a checksum that does not fit', () => {
  test.each(['_rels/.rels', 'xl/workbook.xml', 'xl/sharedStrings.xml', SHEET])(
    'refuses the file: %s',
    part => {
      const file = Buffer.from(full);
      const names = [...positions(file, Buffer.from(part))];
      const last = names.at(-1) ?? 0;
      // In the directory the checksum stands 30 bytes before the name.
      file.writeUInt32LE((file.readUInt32LE(last - 30) ^ 1) >>> 0, last - 30);
      expect(imported(file)).toEqual(['Tiedosto on viallinen, eikä sitä voi lukea.']);
    },
  );

  test('refuses a file with one bit turned in what it holds', () => {
    const stored = Buffer.from(zipSync(unzipSync(full), { level: 0 }));
    const at = stored.indexOf('Viljelypalstat');
    stored.writeUInt8(stored.readUInt8(at) ^ 2, at);
    expect(at).toBeGreaterThan(0);
    expect(imported(stored)).toEqual(['Tiedosto on viallinen, eikä sitä voi lukea.']);
  });
});

function* positions(file: Buffer, text: Buffer): Generator<number> {
  for (let at = file.indexOf(text); at >= 0; at = file.indexOf(text, at + 1)) yield at;
}

/** Every row and cell up to the last, written out without addresses. */
function everyCell(xml: string): string {
  const [before = '', inside = '', after = ''] = xml.split(/<sheetData>|<\/sheetData>/);
  const rows = new Map<number, Map<number, string>>();
  for (const [, row, cells = ''] of inside.matchAll(/<row r="(\d+)"[^>]*?(?:\/>|>(.*?)<\/row>)/gs)) {
    const kept = new Map<number, string>();
    for (const [, letters = '', rest = ''] of cells.matchAll(/<c r="([A-Z]+)\d+"(.*?(?:\/>|<\/c>))/gs))
      kept.set(
        [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0),
        `<c${rest}`,
      );
    rows.set(Number(row), kept);
  }
  const written = Array.from({ length: Math.max(0, ...rows.keys()) }, (_, index) => {
    const cells = rows.get(index + 1) ?? new Map<number, string>();
    const all = Array.from(
      { length: Math.max(0, ...cells.keys()) },
      (_none, at) => cells.get(at + 1) ?? '<c/>',
    );
    return `<row>${all.join('')}</row>`;
  });
  return `${before}<sheetData>${written.join('')}</sheetData>${after}`;
}

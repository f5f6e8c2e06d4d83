import { describe, expect, test } from 'vitest';
import { LOCALES } from '../../../src/conversation/locale.ts';
import { type CellEdit, editCells, editFile, text } from './edit-file.ts';
import { checked, example, exported, imported, translator, vocabulary, workbook } from './shipped.ts';

const SHEET = 'xl/worksheets/sheet3.xml';
const AREA = '1 Asuminen ja ympäristö';
const FIRST = 6;
const full = exported(example);

type Cells = Map<string, string>;

/** Sorts the rows of the first area's tab as a program does: all columns but the hidden first one move. */
function sorted(bytes: Uint8Array, order: (rows: Cells[]) => Cells[]): Uint8Array {
  return editFile(bytes, parts => {
    const xml = parts[SHEET] ?? '';
    const found = [...xml.matchAll(/<row r="(\d+)"[^>]*>(.*?)<\/row>/g)].filter(
      ([, number]) => Number(number) >= FIRST,
    );
    const rows = found.map(([, , cells = '']) => new Map(split(cells)));
    const moved = order(rows.map(row => new Map([...row].filter(([column]) => column !== 'A'))));
    parts[SHEET] = found.reduce((text, [whole, number = '', cells = ''], index) => {
      const kept = [...(rows[index] ?? [])].filter(([column]) => column === 'A');
      const next = [...kept, ...(moved[index] ?? [])].map(([column, cell]) =>
        cell.replace(/ r="[A-Z]+\d+"/, ` r="${column}${number}"`),
      );
      return text.replace(whole, () => whole.replace(cells, () => next.join('')));
    }, xml);
  });
}

function split(cells: string): [string, string][] {
  return [...cells.matchAll(/<c r="([A-Z]+)\d+"[^>]*?(?:\/>|>.*?<\/c>)/g)].map(([cell, column = '']) => [
    column,
    cell,
  ]);
}

/** The same answers, whatever the order of the municipality's own services. */
function inOrder(answers: unknown): unknown {
  return JSON.parse(JSON.stringify(answers), (key, value) =>
    key === 'own' && Array.isArray(value)
      ? value.toSorted((a: { id: string }, b: { id: string }) => a.id.localeCompare(b.id))
      : value,
  );
}

const edited = (...edits: readonly [string, string][]) =>
  imported(
    editCells(
      full,
      edits.map(([cell, xml]): CellEdit => ({ sheet: 3, cell, xml })),
    ),
  );

describe('rows sorted without their hidden ids', () => {
  test.each<[string, (rows: Cells[]) => Cells[]]>([
    ['turned round', rows => rows.toReversed()],
    ['moved by one', ([first = new Map(), ...rest]) => [...rest, first]],
    [
      'own services among the others',
      rows => [...rows.slice(17, 20), ...rows.slice(0, 17), ...rows.slice(20)],
    ],
  ])('keep every answer with its service: %s', (_, order) => {
    expect(inOrder(imported(sorted(full, order)))).toEqual(inOrder(example));
  });

  test.each(LOCALES)('are known by their names in %s', locale => {
    const bytes = sorted(exported(example, locale), rows => rows.toReversed());
    expect(inOrder(imported(bytes))).toEqual(inOrder(example));
  });

  test('keep their answers in a file whose own services carry no name beside the id', () => {
    const old = editFile(full, parts => {
      const texts = parts['xl/sharedStrings.xml'] ?? '';
      parts['xl/sharedStrings.xml'] = texts.replace(/>own:([\w-]+) [^<]*</g, '>own:$1<');
    });
    expect(imported(old)).toEqual(example);
    expect(imported(sorted(old, rows => rows.toReversed()))).toMatchObject({
      areas: {
        environment: {
          services: example.areas.environment?.services,
          own: [
            { name: 'Työkalulainaamo', status: 'planned', benefit: { yearlyCost: 400 } },
            { name: 'Viljelypalstat', status: 'inuse', usageRate: 'na' },
          ],
        },
      },
    });
  });

  test('keep two own services of one name apart', () => {
    const own = [
      { id: 'own-1', name: 'Satama', status: 'inuse', cases: 1 },
      { id: 'own-2', name: 'Satama', status: 'planned', cases: 2 },
    ];
    const answers = checked({ dialog: 'workbook', areas: { environment: { own } } });
    expect(imported(exported(answers))).toEqual(answers);
  });

  test('keep an own service that bears the name of a listed one', () => {
    const own = [{ id: 'own-1', name: 'Rakentamisluvat', status: 'inuse' }];
    const services = { 'building-permits': { status: 'planned' } };
    const answers = checked({ dialog: 'workbook', areas: { environment: { services, own } } });
    expect(imported(exported(answers))).toEqual(answers);
  });
});

describe('a name on a row', () => {
  test('may be written in another way', () => {
    const name = 'rakennuspiirustukset ja\u00a0 lupa-ASIAKIRJAT ';
    expect(edited(['B9', text(name)])).toEqual(example);
    expect(edited(['B7', text('Poikkeamis- ja maisematyöluvat'.normalize('NFD'))])).toEqual(example);
    expect(edited(['B6', text('Bygglov')])).toEqual(example);
  });

  test.each([
    ['another', 'Venelaiturit'],
    ['no', ' '],
  ])('with %s name in its place is told, with the service that should be there', (_, name) => {
    expect(edited(['B6', text(name)])).toEqual([
      `${AREA}, solu B6: Rivillä pitäisi olla palvelu Rakentamisluvat. Palauta sen nimi. Lisää oma palvelu tyhjälle riville.`,
    ]);
  });

  test('is the new name of a service of one’s own', () => {
    expect(edited(['B24', text('Palstat')])).toMatchObject({
      areas: { environment: { own: [{ id: 'own-1', name: 'Palstat' }, { id: 'garden-tools' }] } },
    });
  });

  test.each([
    ['a listed service', ['B26', 'rakentamisluvat'], 'B26'],
    ['a listed service over another one', ['B7', 'Rakentamisluvat'], 'B7'],
  ] satisfies [string, [string, string], string][])(
    'told twice is a problem: %s',
    (_, [cell, name], place) => {
      expect(edited([cell, text(name)])).toContain(
        `${AREA}, solu ${place}: Sama palvelu on kahdella rivillä.`,
      );
    },
  );

  test('told twice is a problem: a copied row of one’s own', () => {
    const bytes = editCells(full, [
      { sheet: 3, cell: 'A26', xml: text('own:own-1 Viljelypalstat') },
      { sheet: 3, cell: 'B26', xml: text('Viljelypalstat') },
    ]);
    expect(imported(bytes)).toEqual([`${AREA}, solu B26: Sama palvelu on kahdella rivillä.`]);
  });

  test('copied with its row and then changed is a new service', () => {
    const bytes = editCells(full, [
      { sheet: 3, cell: 'A26', xml: text('service:building-permits') },
      { sheet: 3, cell: 'B26', xml: text('Venelaiturit') },
      { sheet: 3, cell: 'E26', xml: text('käytössä') },
    ]);
    expect(imported(bytes)).toMatchObject({
      areas: { environment: { own: [{}, {}, { id: 'own-2', name: 'Venelaiturit', status: 'inuse' }] } },
    });
  });

  test('means one service in an area, in every language', () => {
    for (const { services } of workbook.areas) {
      const names = services.flatMap(({ id }) => [...new Set(vocabulary.services[id])]);
      expect(new Set(names).size).toBe(names.length);
    }
    expect(vocabulary.services['building-permits']).toContain(
      translator('sv')('workbook:services.building-permits.name').toLowerCase(),
    );
  });
});

describe('a tab that was copied', () => {
  const withNames = (names: string) =>
    imported(
      editFile(full, parts => {
        const xml = parts['xl/workbook.xml'] ?? '';
        parts['xl/workbook.xml'] = xml.replace('</definedNames>', `${names}</definedNames>`);
      }),
    );

  /** What LibreOffice leaves behind when a tab is copied to the front and another target is typed on the copy. */
  const copyOf = (sheet: number) =>
    editFile(full, parts => {
      const copy = (parts[`xl/worksheets/sheet${sheet}.xml`] ?? '').replace(
        /<(drawing|tableParts)\b.*$/s,
        '</worksheet>',
      );
      parts['xl/worksheets/sheet99.xml'] = copy.replace('<v>40</v>', '<v>77</v>');
      const names = '<definedName name="target_services" localSheetId="0">Kopio!$C$10</definedName>';
      parts['xl/workbook.xml'] = parts['xl/workbook.xml']
        ?.replace('<sheets>', '<sheets><sheet name="Kopio" sheetId="99" r:id="rId99"/>')
        .replace('</definedNames>', `${names}</definedNames>`);
      const rels = 'xl/_rels/workbook.xml.rels';
      const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet';
      const link = `<Relationship Id="rId99" Type="${type}" Target="worksheets/sheet99.xml"/>`;
      parts[rels] = parts[rels]?.replace('</Relationships>', `${link}</Relationships>`);
    });

  test.each([
    ['page', 1],
    ['guide', 2],
    ['actions', 9],
    ['summary', 10],
    ['figures', 11],
  ])('is left aside, with what was typed on it: %s', (_, sheet) => {
    expect(imported(copyOf(sheet))).toEqual(example);
  });

  test('is told when it is the tab of an area', () => {
    expect(imported(copyOf(3))).toContain(`${AREA}: Sama palvelualue on kahdella välilehdellä.`);
  });

  test('does not bring targets of its own', () => {
    const name = (key: string) => `<definedName name="${key}" localSheetId="1">'${AREA}'!$N$6</definedName>`;
    expect(withNames(name('target_services') + name('target_savings'))).toEqual(example);
  });
});

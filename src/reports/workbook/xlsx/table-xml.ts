import { area } from './reference.ts';
import type { Sheet } from './sheet.ts';
import { element, textElement, xmlFile } from './xml.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** The part that marks a range as a table. */
export function tableXml(table: NonNullable<Sheet['table']>, id: number): string {
  const ref = area(table.from, table.to);
  const columns = table.columns.map(({ name, formula }, index) =>
    element(
      'tableColumn',
      { id: index + 1, name: name.replaceAll('\n', '_x000a_') },
      formula === undefined ? [] : [textElement('calculatedColumnFormula', formula)],
    ),
  );
  const withoutButton = table.columns.flatMap((_, colId) =>
    table.filters.includes(colId) ? [] : [element('filterColumn', { colId, hiddenButton: 1 })],
  );
  return xmlFile(
    element('table', { xmlns: MAIN, id, name: table.name, displayName: table.name, ref, totalsRowShown: 0 }, [
      element('autoFilter', { ref }, withoutButton),
      element('tableColumns', { count: columns.length }, columns),
      element('tableStyleInfo', {
        showFirstColumn: 0,
        showLastColumn: 0,
        showRowStripes: 0,
        showColumnStripes: 0,
      }),
    ]),
  );
}

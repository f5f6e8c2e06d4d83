/** The file's theme: charts and pickers of colours fall back to it. */
import { element, xmlFile } from './xml.ts';

const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const FONT = 'Calibri';
const COLORS: readonly (readonly [string, string])[] = [
  ['dk1', '1A1A1A'],
  ['lt1', 'FFFFFF'],
  ['dk2', '1F3864'],
  ['lt2', 'F2F2F2'],
  ['accent1', '1F4E79'],
  ['accent2', '0B7A75'],
  ['accent3', 'B45F06'],
  ['accent4', '6B4C9A'],
  ['accent5', '5F6B7A'],
  ['accent6', '8A1C1C'],
  ['hlink', '0B5394'],
  ['folHlink', '5B2C83'],
];

export function themeXml(): string {
  return xmlFile(
    element('a:theme', { 'xmlns:a': DRAWING, name: 'Workbook' }, [
      element('a:themeElements', {}, [
        element(
          'a:clrScheme',
          { name: 'Workbook' },
          COLORS.map(([name, val]) => element(`a:${name}`, {}, [color(val)])),
        ),
        element('a:fontScheme', { name: 'Workbook' }, [fonts('a:majorFont'), fonts('a:minorFont')]),
        formatScheme(),
      ]),
    ]),
  );
}

/** The format wants three of each: all plain. */
function formatScheme(): string {
  const three = (name: string, item: string) => element(name, {}, [item, item, item]);
  const fill = element('a:solidFill', {}, [element('a:schemeClr', { val: 'phClr' })]);
  return element('a:fmtScheme', { name: 'Workbook' }, [
    three('a:fillStyleLst', fill),
    three('a:lnStyleLst', element('a:ln', { w: 9525 }, [fill])),
    three('a:effectStyleLst', element('a:effectStyle', {}, [element('a:effectLst')])),
    three('a:bgFillStyleLst', fill),
  ]);
}

function fonts(name: string): string {
  const faces = [
    element('a:latin', { typeface: FONT }),
    element('a:ea', { typeface: '' }),
    element('a:cs', { typeface: '' }),
  ];
  return element(name, {}, faces);
}

function color(val: string): string {
  return element('a:srgbClr', { val });
}

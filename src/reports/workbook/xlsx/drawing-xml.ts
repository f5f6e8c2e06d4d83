import type { Chart } from './chart.ts';
import { element, textElement, xmlFile } from './xml.ts';

const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SHEET_DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing';
const EMU_PER_PIXEL = 9525;

/** The drawing part of a sheet: where each chart is, and its alternative text. */
export function drawingXml(charts: readonly Chart[]): string {
  const space = { 'xmlns:xdr': SHEET_DRAWING, 'xmlns:a': DRAWING };
  return xmlFile(
    element(
      'xdr:wsDr',
      space,
      charts.map((chart, index) => anchorXml(chart, index + 1)),
    ),
  );
}

function anchorXml(chart: Chart, id: number): string {
  const properties = { id: id + 1, name: chart.title, descr: chart.description };
  const reference = { 'xmlns:c': CHART, 'xmlns:r': RELATIONSHIPS, 'r:id': `rId${id}` };
  return element('xdr:oneCellAnchor', {}, [
    element('xdr:from', {}, [
      textElement('xdr:col', chart.at.column - 1),
      textElement('xdr:colOff', 0),
      textElement('xdr:row', chart.at.row - 1),
      textElement('xdr:rowOff', 0),
    ]),
    element('xdr:ext', { cx: chart.width * EMU_PER_PIXEL, cy: chart.height * EMU_PER_PIXEL }),
    element('xdr:graphicFrame', { macro: '' }, [
      element('xdr:nvGraphicFramePr', {}, [
        element('xdr:cNvPr', properties),
        element('xdr:cNvGraphicFramePr'),
      ]),
      element('xdr:xfrm', {}, [element('a:off', { x: 0, y: 0 }), element('a:ext', { cx: 0, cy: 0 })]),
      element('a:graphic', {}, [element('a:graphicData', { uri: CHART }, [element('c:chart', reference)])]),
    ]),
    element('xdr:clientData'),
  ]);
}

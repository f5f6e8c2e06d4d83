import type { Chart, Series, TextRange } from './chart.ts';
import { element, textElement, xmlFile } from './xml.ts';

const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const CATEGORY_AXIS = 111111111;
const VALUE_AXIS = 222222222;
const TEXT_COLOR = '404040';
const GRID_COLOR = 'D9D9D9';

/** One chart part. The order of elements is the format's own. */
export function chartXml(chart: Chart, language: string): string {
  const space = { 'xmlns:c': CHART, 'xmlns:a': DRAWING, 'xmlns:r': RELATIONSHIPS };
  return xmlFile(
    element('c:chartSpace', space, [
      flag('c:roundedCorners', 0),
      element('c:chart', {}, [
        titleXml(chart.title, language),
        flag('c:autoTitleDeleted', 0),
        plotXml(chart),
        element('c:legend', {}, [element('c:legendPos', { val: 'b' }), flag('c:overlay', 0), textLook(900)]),
        // Hidden helper rows may feed a chart.
        flag('c:plotVisOnly', 0),
        element('c:dispBlanksAs', { val: 'gap' }),
      ]),
      element('c:spPr', {}, [solid('FFFFFF'), line(GRID_COLOR, 9525)]),
    ]),
  );
}

function titleXml(title: string, language: string): string {
  const run = element('a:r', {}, [
    element('a:rPr', { lang: language, sz: 1200, b: 1 }, [solid(TEXT_COLOR)]),
    textElement('a:t', title),
  ]);
  return element('c:title', {}, [
    element('c:tx', {}, [element('c:rich', {}, [element('a:bodyPr'), element('a:p', {}, [run])])]),
    flag('c:overlay', 0),
  ]);
}

function plotXml(chart: Chart): string {
  const axes = [element('c:axId', { val: CATEGORY_AXIS }), element('c:axId', { val: VALUE_AXIS })];
  const stacked = chart.kind === 'stacked-bars';
  const bars = element('c:barChart', {}, [
    element('c:barDir', { val: stacked ? 'bar' : 'col' }),
    element('c:grouping', { val: stacked ? 'stacked' : 'clustered' }),
    flag('c:varyColors', 0),
    ...chart.series.map((series, index) => barSeries(series, index, chart.categories)),
    element('c:gapWidth', { val: stacked ? 40 : 60 }),
    element('c:overlap', { val: stacked ? 100 : 0 }),
    ...axes,
  ]);
  const lines = chart.line ? [lineXml(chart.line, chart, axes)] : [];
  return element('c:plotArea', {}, [
    element('c:layout'),
    bars,
    ...lines,
    categoryAxis(chart),
    valueAxis(chart),
  ]);
}

function lineXml(series: Series, { series: bars, categories }: Chart, axes: readonly string[]): string {
  return element('c:lineChart', {}, [
    element('c:grouping', { val: 'standard' }),
    flag('c:varyColors', 0),
    element('c:ser', {}, [
      ...seriesStart(series, bars.length),
      element('c:spPr', {}, [line(series.color, 28575)]),
      element('c:marker', {}, [element('c:symbol', { val: 'none' })]),
      ...seriesData(series, categories),
      flag('c:smooth', 0),
    ]),
    flag('c:marker', 1),
    ...axes,
  ]);
}

function barSeries(series: Series, index: number, categories: TextRange): string {
  return element('c:ser', {}, [
    ...seriesStart(series, index),
    element('c:spPr', {}, [solid(series.color)]),
    flag('c:invertIfNegative', 0),
    ...(series.labels ? [labelsXml(series.labels)] : []),
    ...seriesData(series, categories),
  ]);
}

function seriesStart({ name }: Series, index: number): string[] {
  return [
    element('c:idx', { val: index }),
    element('c:order', { val: index }),
    element('c:tx', {}, [
      name.cell
        ? element('c:strRef', {}, [textElement('c:f', name.cell), cacheXml('c:strCache', [name.value])])
        : textElement('c:v', name.value),
    ]),
  ];
}

function seriesData({ range, values }: Series, categories: TextRange): string[] {
  const names = [textElement('c:f', categories.range), cacheXml('c:strCache', categories.values)];
  return [
    element('c:cat', {}, [element('c:strRef', {}, names)]),
    element('c:val', {}, [
      element('c:numRef', {}, [textElement('c:f', range), cacheXml('c:numCache', values)]),
    ]),
  ];
}

function cacheXml(name: 'c:strCache' | 'c:numCache', values: readonly (string | number | null)[]): string {
  const points = values.flatMap((value, idx) =>
    value === null ? [] : [element('c:pt', { idx }, [textElement('c:v', value)])],
  );
  const format = name === 'c:numCache' ? [textElement('c:formatCode', 'General')] : [];
  return element(name, {}, [...format, element('c:ptCount', { val: values.length }), ...points]);
}

function labelsXml(format: string): string {
  return element('c:dLbls', {}, [
    element('c:numFmt', { formatCode: format, sourceLinked: 0 }),
    // At the foot of the bar, where no line crosses it, and on white, so that it is read on a short bar, too.
    element('c:spPr', {}, [solid('FFFFFF')]),
    textLook(900),
    element('c:dLblPos', { val: 'inBase' }),
    flag('c:showLegendKey', 0),
    flag('c:showVal', 1),
    flag('c:showCatName', 0),
    flag('c:showSerName', 0),
    flag('c:showPercent', 0),
    flag('c:showBubbleSize', 0),
  ]);
}

function categoryAxis({ kind }: Chart): string {
  const stacked = kind === 'stacked-bars';
  return element('c:catAx', {}, [
    element('c:axId', { val: CATEGORY_AXIS }),
    // A bar chart draws upwards; turned round, the first phase is on top as in the table.
    element('c:scaling', {}, [element('c:orientation', { val: stacked ? 'maxMin' : 'minMax' })]),
    flag('c:delete', 0),
    element('c:axPos', { val: stacked ? 'l' : 'b' }),
    element('c:majorTickMark', { val: 'none' }),
    element('c:minorTickMark', { val: 'none' }),
    element('c:tickLblPos', { val: 'low' }),
    element('c:spPr', {}, [line('A6A6A6', 9525)]),
    textLook(900),
    element('c:crossAx', { val: VALUE_AXIS }),
    element('c:crosses', { val: 'autoZero' }),
  ]);
}

function valueAxis({ kind, axis }: Chart): string {
  const stacked = kind === 'stacked-bars';
  return element('c:valAx', {}, [
    element('c:axId', { val: VALUE_AXIS }),
    element('c:scaling', {}, [
      element('c:orientation', { val: 'minMax' }),
      ...(axis.max === undefined ? [] : [element('c:max', { val: axis.max })]),
      ...(axis.min === undefined ? [] : [element('c:min', { val: axis.min })]),
    ]),
    flag('c:delete', 0),
    element('c:axPos', { val: stacked ? 'b' : 'l' }),
    element('c:majorGridlines', {}, [element('c:spPr', {}, [line(GRID_COLOR, 9525)])]),
    element('c:numFmt', { formatCode: axis.format, sourceLinked: 0 }),
    element('c:majorTickMark', { val: 'none' }),
    element('c:minorTickMark', { val: 'none' }),
    element('c:tickLblPos', { val: 'nextTo' }),
    element('c:spPr', {}, [element('a:ln', {}, [element('a:noFill')])]),
    textLook(900),
    element('c:crossAx', { val: CATEGORY_AXIS }),
    element('c:crosses', { val: stacked ? 'max' : 'autoZero' }),
  ]);
}

function textLook(size: number, color = TEXT_COLOR): string {
  const properties = element('a:pPr', {}, [element('a:defRPr', { sz: size }, [solid(color)])]);
  return element('c:txPr', {}, [
    element('a:bodyPr'),
    element('a:p', {}, [properties, element('a:endParaRPr')]),
  ]);
}

function solid(color: string): string {
  return element('a:solidFill', {}, [element('a:srgbClr', { val: color })]);
}

function line(color: string, width: number): string {
  return element('a:ln', { w: width }, [solid(color)]);
}

function flag(name: string, val: 0 | 1): string {
  return element(name, { val });
}

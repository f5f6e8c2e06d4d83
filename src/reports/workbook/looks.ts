/** The looks of the workbook. Every pair of text and background reaches a contrast of 4.5:1. */
import type { Style } from './xlsx/sheet.ts';

export const COLORS = {
  navy: '1F3864',
  blue: '1F4E79',
  teal: '0B7A75',
  orange: 'B45F06',
  grey: '5F6B7A',
  line: 'BFC7D1',
  input: 'FFF8DC',
  computed: 'EEF1F5',
  white: 'FFFFFF',
  good: 'CFE8D5',
  middle: 'FCE9B8',
  bad: 'F6CFC9',
  muted: 'E3E6EA',
  goodText: '14532D',
  middleText: '5C4300',
  badText: '7A1710',
  mutedText: '4A5360',
} as const;

export const FORMATS = {
  percent: '0.0 %',
  wholePercent: '0 %',
  /** Nothing is shown for zero: an area nobody has filled is not at 0 %. */
  label: '0 %;-0 %;',
  number: '#,##0',
  euros: '#,##0 "€";[Red]-#,##0 "€"',
  years: '0.0',
  decimals: '#,##0.00',
  day: 'd.m.yyyy',
  /** A difference of two shares. */
  change: '+0.0 %;-0.0 %;0 %',
  eurosChange: '+#,##0 "€";[Red]-#,##0 "€";0 "€"',
} as const;

/** Points. Printed, an area's tab is reduced a little, and no text on it may come out below nine. */
export const HEADER_SIZE = 10.5;

const left = { horizontal: 'left', indent: 1 } as const;
const centred = { horizontal: 'center', wrap: true } as const;
const bordered = { border: COLORS.line, vertical: 'center', wrap: true } as const;
const computed = { ...bordered, fill: COLORS.computed } as const;
const onNavy = { bold: true, color: COLORS.white, fill: COLORS.navy, vertical: 'center' } as const;
const figure = { bold: true, color: COLORS.navy, fill: COLORS.computed, vertical: 'center' } as const;
const guide = { ...left, vertical: 'top', wrap: true, border: COLORS.line } as const;

export const LOOKS = {
  title: { bold: true, size: 18, color: COLORS.navy },
  /** In a narrow column, whose pages repeat it. */
  areaTitle: { bold: true, size: 14, color: COLORS.navy, vertical: 'center', wrap: true },
  areaLead: { italic: true, color: COLORS.mutedText, vertical: 'top', wrap: true },
  heading: { bold: true, size: 14, color: COLORS.navy },
  lead: { italic: true, color: COLORS.mutedText },
  /** Words across the columns beside it. */
  plain: {},
  technical: { size: 8, color: COLORS.grey },
  header: { ...onNavy, ...centred, size: HEADER_SIZE, border: COLORS.line },
  headerLeft: { ...onNavy, ...left, size: HEADER_SIZE, border: COLORS.line, wrap: true },
  text: { ...bordered, ...left },
  bold: { ...bordered, ...left, bold: true },
  hint: { ...bordered, ...left, italic: true, color: COLORS.mutedText },
  center: { ...bordered, ...centred },
  input: { ...bordered, ...centred, fill: COLORS.input, unlocked: true },
  inputText: { ...bordered, ...left, fill: COLORS.input, quoted: true, unlocked: true },
  computed: { ...computed, ...centred },
  total: { ...computed, ...centred, bold: true },
  totalText: { ...computed, ...left, bold: true },
  kpiName: { ...onNavy, ...centred, size: HEADER_SIZE },
  kpiLabel: { ...onNavy, ...centred, size: 16 },
  kpi: { ...figure, horizontal: 'center', size: 20 },
  kpiText: { ...figure, ...centred, size: 13 },
  kpiNote: { ...centred, size: 9, color: COLORS.mutedText, fill: COLORS.computed, vertical: 'top' },
  guideTerm: { ...guide, bold: true, color: COLORS.navy },
  guideText: guide,
} as const satisfies Record<string, Style>;

/** A look with a number format. */
export function withFormat(look: Style, format: keyof typeof FORMATS): Style {
  return { ...look, format: FORMATS[format] };
}

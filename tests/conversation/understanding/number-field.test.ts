/** What a figure means where it is asked: a share or per cents, thousands or a fraction. */
import { expect, it } from 'vitest';
import type { Locale } from '../../../src/conversation/locale.ts';
import {
  fits,
  type Measure,
  NUMBER_FIELDS,
  type NumberField,
  settle,
  takes,
} from '../../../src/conversation/understanding/number-field.ts';

const shown = (settled: ReturnType<typeof settle>) =>
  settled.kind === 'value' ? String(settled.value) : `${settled.doubt} ${settled.candidates.join('|')}`;

it.each<[value: number, field: NumberField, settled: string, measure?: Measure]>([
  [0.85, 'percent', 'share 85|0.85'],
  [0.85, 'share', 'share 85|0.85'],
  [0.85, 'percent', '0.85', 'percent'],
  [0.85, 'count', '0.85'],
  [1, 'percent', '1'],
  [1, 'share', 'share 100|1'],
  [0, 'percent', '0'],
  [1.5, 'share', '1.5'],
  [85, 'percent', '85'],
])('%d as %s is %s', (value, field, settled, measure) => {
  expect(shown(settle({ value }, { locale: 'fi', field }, measure))).toBe(settled);
});

/** "1,200" or "1.200": one and a fifth, or twelve hundred. */
it.each<[mark: ',' | '.', locale: Locale, field: NumberField, settled: string]>([
  [',', 'fi', 'percent', '1.2'],
  [',', 'en', 'percent', 'mark 1.2|1200'],
  ['.', 'en', 'percent', '1.2'],
  [',', 'en', 'share', 'mark 1.2|1200'],
  [',', 'fi', 'number', 'mark 1200|1.2'],
  ['.', 'en', 'number', 'mark 1200|1.2'],
  [',', 'fi', 'euros', '1.2'],
  [',', 'sv', 'count', 'mark 1200|1.2'],
  [',', 'en', 'count', '1200'],
  [',', 'en', 'euros', '1200'],
  [',', 'fi', 'minutes', '1.2'],
  ['.', 'fi', 'euros', '1200'],
  ['.', 'en', 'count', '1200'],
  ['.', 'en', 'minutes', '1.2'],
  ['.', 'fi', 'minutes', 'mark 1200|1.2'],
])('"1%s200" in %s as %s is %s', (mark, locale, field, settled) => {
  expect(shown(settle({ value: 1.2, grouped: { value: 1200, mark } }, { locale, field }))).toBe(settled);
});

it.each<[measure: Measure | undefined, fields: readonly NumberField[]]>([
  [undefined, NUMBER_FIELDS],
  ['percent', ['percent', 'share']],
  ['money', ['euros', 'number']],
  ['minutes', ['minutes', 'number']],
  ['time', ['number']],
  ['things', ['count', 'number']],
])('a number of %s is taken as %j', (measure, fields) => {
  expect(NUMBER_FIELDS.filter(field => takes(field, measure))).toEqual(fields);
});

it('asked in per cents there are none below 0 and above 100', () => {
  const fitting = (field: NumberField) =>
    [-1, 0, 100, 101].filter(value => fits(value, { locale: 'fi', field }));
  expect(fitting('percent')).toEqual([0, 100]);
  expect(fitting('share')).toEqual([0, 100]);
  expect(fitting('count')).toEqual([-1, 0, 100, 101]);
});

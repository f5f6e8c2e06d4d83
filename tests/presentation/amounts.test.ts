/** Amounts as each language writes them, also below nothing. */
import { expect, it } from 'vitest';
import { formatEuros, formatPercent, formatShare } from '../../src/presentation/format-number.ts';

it.each([
  ['fi', -4750, '\u22124\u00a0750\u00a0€'],
  ['sv', -4750, '\u22124\u00a0750\u00a0€'],
  ['en', -4750, '-€4,750'],
  ['fi', 42.5, '42,5\u00a0€'],
  ['en', 42.5, '€42.5'],
  ['en', 1_000_000, '€1,000,000'],
  ['en', Math.round(-0.4), '€0'],
  ['fi', Math.round(-0.4), '0\u00a0€'],
] as const)('euros in %s: %d', (locale, euros, text) => {
  expect(formatEuros(locale, euros)).toBe(text);
});

it('bears the same minus before euros and before per cents', () => {
  for (const locale of ['fi', 'sv', 'en'] as const) {
    const minus = formatEuros(locale, -5)[0];
    expect([formatPercent(locale, -5)[0], formatShare(locale, -0.05)[0]]).toEqual([minus, minus]);
  }
});

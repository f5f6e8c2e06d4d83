import type { Unit } from '../assessment/field.ts';
import { recordOf } from '../assessment/record-of.ts';
import { LANGUAGE_TAGS, LOCALES, type Locale } from '../conversation/locale.ts';

/** A number as the language writes it: "81,5". */
export function formatNumber(locale: Locale, value: number): string {
  return NUMBERS[locale].format(value);
}

/** A number without the sign of its unit: "1 200", but of years "2028". */
export function formatBare(locale: Locale, unit: Unit, value: number): string {
  return unit === 'year' ? String(value) : formatNumber(locale, value);
}

/** A share (0–1) as whole per cents: "81 %". Rounded down, so that "100 %" always means all. */
export function formatShare(locale: Locale, share: number): string {
  return SHARES[locale].format(Math.floor(share * 100 + 1e-9) / 100);
}

/** Per cents (0–100) as given: "81,5 %". */
export function formatPercent(locale: Locale, percent: number): string {
  return SHARES[locale].format(percent / 100);
}

/** "−4 750 €", cents only where there are some: where the sign stands is the language's own. */
export function formatEuros(locale: Locale, euros: number): string {
  // Adding nothing makes 0 of the −0 that rounding gives.
  return EUROS[locale].format(euros + 0);
}

/** Per cents (0–100) in an input that comes back: below one they bear their sign, for "0,5" may be meant as a half. */
export function formatTypedPercent(locale: Locale, percent: number): string {
  return percent > 0 && percent < 1 ? formatPercent(locale, percent) : formatNumber(locale, percent);
}

const number = { maximumFractionDigits: 2 } as const;
const euros = {
  style: 'currency',
  currency: 'EUR',
  minimumFractionDigits: 0,
  maximumFractionDigits: 2,
} as const;
const share = { style: 'percent', maximumFractionDigits: 2 } as const;

function inEach(options: Intl.NumberFormatOptions): Readonly<Record<Locale, Intl.NumberFormat>> {
  return recordOf(LOCALES, locale => new Intl.NumberFormat(LANGUAGE_TAGS[locale], options));
}

const [NUMBERS, EUROS, SHARES] = [inEach(number), inEach(euros), inEach(share)];

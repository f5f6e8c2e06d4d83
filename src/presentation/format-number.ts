import type { Locale } from '../conversation/locale.ts';

/** A number as the language writes it: "81,5". */
export function formatNumber(locale: Locale, value: number): string {
  return NUMBERS[locale].format(value);
}

/** A share (0–1) as whole per cents: "81 %". Rounded down, so that "100 %" always means all. */
export function formatShare(locale: Locale, share: number): string {
  return SHARES[locale].format(Math.floor(share * 100 + 1e-9) / 100);
}

/** Per cents (0–100) as given: "81,5 %". */
export function formatPercent(locale: Locale, percent: number): string {
  return SHARES[locale].format(percent / 100);
}

/** Per cents (0–100) in an input that comes back: below one they bear their sign, for "0,5" may be meant as a half. */
export function formatTypedPercent(locale: Locale, percent: number): string {
  return percent > 0 && percent < 1 ? formatPercent(locale, percent) : formatNumber(locale, percent);
}

const number = { maximumFractionDigits: 2 } as const;
const share = { style: 'percent', maximumFractionDigits: 2 } as const;

const NUMBERS: Readonly<Record<Locale, Intl.NumberFormat>> = {
  fi: new Intl.NumberFormat('fi-FI', number),
  sv: new Intl.NumberFormat('sv-FI', number),
  en: new Intl.NumberFormat('en-GB', number),
};

const SHARES: Readonly<Record<Locale, Intl.NumberFormat>> = {
  fi: new Intl.NumberFormat('fi-FI', share),
  sv: new Intl.NumberFormat('sv-FI', share),
  en: new Intl.NumberFormat('en-GB', share),
};

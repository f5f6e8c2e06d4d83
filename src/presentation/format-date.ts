import type { Locale } from '../conversation/locale.ts';

/** A calendar day (`2026-10-01`) as the language writes it: "1.10.2026". */
export function formatDate(locale: Locale, day: string): string {
  return FORMATS[locale].format(new Date(`${day}T12:00:00Z`));
}

/** The calendar day of a moment (epoch milliseconds) in Finland, as `2026-10-01`. */
export function dayOf(at: number): string {
  return FINNISH_DAY.format(at);
}

const FINNISH_DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Helsinki' });
const numeric = { day: 'numeric', month: 'numeric', year: 'numeric', timeZone: 'UTC' } as const;

const FORMATS: Readonly<Record<Locale, Intl.DateTimeFormat>> = {
  fi: new Intl.DateTimeFormat('fi-FI', numeric),
  sv: new Intl.DateTimeFormat('sv-FI', numeric),
  en: new Intl.DateTimeFormat('en-GB', { ...numeric, month: 'long' }),
};

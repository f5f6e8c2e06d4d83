import { recordOf } from '../assessment/record-of.ts';
import { LANGUAGE_TAGS, LOCALES, type Locale } from '../conversation/locale.ts';

/** A calendar day (`2026-10-01`) as the language writes it: "1.10.2026". */
export function formatDate(locale: Locale, day: string): string {
  return FORMATS[locale].format(noonOf(day));
}

/** The same as short as the language writes it, for tables: "01/10/2026" in English. */
export function formatShortDate(locale: Locale, day: string): string {
  return SHORT_DATES[locale].format(noonOf(day));
}

/** A moment (epoch milliseconds) in Finland's time, to the minute: "1.10.2026 klo 9.05". */
export function formatMoment(locale: Locale, at: number): string {
  return MOMENTS[locale].format(at);
}

/** The calendar day of a moment (epoch milliseconds) in Finland, as `2026-10-01`. */
export function dayOf(at: number): string {
  return FINNISH_DAY.format(at);
}

function noonOf(day: string): Date {
  return new Date(`${day}T12:00:00Z`);
}

const FINNISH_DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Helsinki' });
const numeric = { day: 'numeric', month: 'numeric', year: 'numeric', timeZone: 'UTC' } as const;

const FORMATS: Readonly<Record<Locale, Intl.DateTimeFormat>> = {
  fi: new Intl.DateTimeFormat('fi-FI', numeric),
  sv: new Intl.DateTimeFormat('sv-FI', numeric),
  en: new Intl.DateTimeFormat('en-GB', { ...numeric, month: 'long' }),
};

/** One a language: each holds some hundred kilobytes outside V8's heap, which does not know that they are so large. */
function inEach(options: Intl.DateTimeFormatOptions): Readonly<Record<Locale, Intl.DateTimeFormat>> {
  return recordOf(LOCALES, locale => new Intl.DateTimeFormat(LANGUAGE_TAGS[locale], options));
}

const SHORT_DATES = inEach({ dateStyle: 'short', timeZone: 'UTC' });
const MOMENTS = inEach({ dateStyle: 'short', timeStyle: 'short', timeZone: 'Europe/Helsinki' });

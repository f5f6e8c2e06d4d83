import { recordOf } from '../assessment/record-of.ts';
import { LANGUAGE_TAGS, LOCALES, type Locale } from '../conversation/locale.ts';

/** A calendar day (`2026-10-01`) as the language writes it: "1.10.2026". */
export function formatDate(locale: Locale, day: string): string {
  return FORMATS[locale].format(new Date(`${day}T12:00:00Z`));
}

/** A moment (epoch milliseconds) in Finland's time, to the minute: "1.10.2026 klo 9.05". */
export function formatMoment(locale: Locale, at: number): string {
  return MOMENTS[locale].format(at);
}

const numeric = { day: 'numeric', month: 'numeric', year: 'numeric', timeZone: 'UTC' } as const;

const FORMATS: Readonly<Record<Locale, Intl.DateTimeFormat>> = {
  fi: new Intl.DateTimeFormat('fi-FI', numeric),
  sv: new Intl.DateTimeFormat('sv-FI', numeric),
  en: new Intl.DateTimeFormat('en-GB', { ...numeric, month: 'long' }),
};

const moments = { dateStyle: 'short', timeStyle: 'short', timeZone: 'Europe/Helsinki' } as const;

/** One a language, not one a line of a transcript: each holds memory outside V8's heap, which does not know how much. */
const MOMENTS = recordOf(LOCALES, locale => new Intl.DateTimeFormat(LANGUAGE_TAGS[locale], moments));

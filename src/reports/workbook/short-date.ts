import { recordOf } from '../../assessment/record-of.ts';
import { LANGUAGE_TAGS, LOCALES, type Locale } from '../../conversation/locale.ts';

/** A calendar day (`2026-10-01`) as short as the language writes it: "01/10/2026" in English. */
export function shortDate(locale: Locale, day: string): string {
  return DAYS[locale].format(new Date(`${day}T00:00:00Z`));
}

/** The same of a moment (epoch milliseconds): the day that it is then in Finland. */
export function shortDateAt(locale: Locale, at: number): string {
  return DAYS_IN_FINLAND[locale].format(at);
}

function inEach(timeZone: string): Readonly<Record<Locale, Intl.DateTimeFormat>> {
  return recordOf(
    LOCALES,
    locale => new Intl.DateTimeFormat(LANGUAGE_TAGS[locale], { dateStyle: 'short', timeZone }),
  );
}

const DAYS = inEach('UTC');
const DAYS_IN_FINLAND = inEach('Europe/Helsinki');

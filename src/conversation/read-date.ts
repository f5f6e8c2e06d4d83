import { dayOf } from './day-of.ts';

/** How each month begins in Finnish, Swedish and English: "marraskuuta" is no March, though it begins with "mar". */
const MONTHS: readonly RegExp[] = [
  /^(?:tammi|jan)/,
  /^(?:helmi|feb)/,
  /^(?:maalis|mar(?!r))/,
  /^(?:huhti|apr)/,
  /^(?:touko|ma[jy])/,
  /^(?:kes[äa]|jun)/,
  /^(?:hein[äa]|jul)/,
  /^(?:elo|aug)/,
  /^(?:syys|sep)/,
  /^(?:loka|o[kc]t)/,
  /^(?:marras|nov)/,
  /^(?:joulu|dec)/,
];

/**
 * A day as people write it: "1.5.2027", "1.5." (the next one from `now`), "1. toukokuuta 2027", "1 May 2027",
 * "2027-05-01". The result reads `2027-05-01`; undefined when it is no day of the calendar.
 */
export function readDate(text: string, now: number): string | undefined {
  const plain = text.trim().toLowerCase().replace(/\s+/g, ' ');
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(plain);
  if (iso) return day(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const figures =
    /^(\d{1,2})\.\s?(\d{1,2})\.?\s?(\d{4})?$/.exec(plain) ?? /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(plain);
  if (figures) return dated({ date: Number(figures[1]), month: Number(figures[2]), year: figures[3] }, now);
  const worded = /^(\d{1,2})\.? (\p{L}+)\.?(?: (\d{4}))?$/u.exec(plain);
  const month = MONTHS.findIndex(beginning => beginning.test(worded?.[2] ?? '')) + 1;
  return worded && month > 0 ? dated({ date: Number(worded[1]), month, year: worded[3] }, now) : undefined;
}

/** Without a year, the next such day: in Finland, where it begins two or three hours before the one of UTC. */
function dated(
  { date, month, year }: { date: number; month: number; year: string | undefined },
  now: number,
) {
  if (year !== undefined) return day(Number(year), month, date);
  const today = dayOf(now);
  const thisYear = Number(today.slice(0, 4));
  const next = day(thisYear, month, date);
  return next !== undefined && next >= today ? next : day(thisYear + 1, month, date);
}

function day(year: number, month: number, date: number): string | undefined {
  const found = new Date(Date.UTC(year, month - 1, date));
  return found.getUTCMonth() === month - 1 && found.getUTCDate() === date
    ? found.toISOString().slice(0, 10)
    : undefined;
}

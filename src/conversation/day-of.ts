/** The calendar day of a moment (epoch milliseconds) in Finland, as `2026-10-01`. */
export function dayOf(at: number): string {
  return FINNISH_DAY.format(at);
}

const FINNISH_DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Helsinki' });

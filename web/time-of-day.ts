const CLOCK = { hour: 'numeric', minute: '2-digit', hourCycle: 'h23' } as const;
const CALENDAR = { ...CLOCK, day: 'numeric', month: 'numeric' } as const;

/** `14.05` today, `3.11. klo 14.05` on another day, as the locale writes them; always on a 24-hour clock. */
export function formatTime(time: Date, locale: string, today: Date): string {
  const sameDay = time.toDateString() === today.toDateString();
  return new Intl.DateTimeFormat(locale, sameDay ? CLOCK : CALENDAR).format(time);
}

import type { StatusMiddleware } from './status-middleware.ts';

const CLOCK = { hour: 'numeric', minute: '2-digit', hourCycle: 'h23' } as const;
const CALENDAR = { ...CLOCK, day: 'numeric', month: 'numeric' } as const;

/**
 * Shows when a message was sent on a 24-hour clock, with the date when it was not today. Web Chat itself gives
 * Finnish and Swedish readers a 12-hour one. What is still being sent, or failed, is shown as Web Chat does.
 */
export function timeOfDay(locale: string, now: () => Date = () => new Date()): StatusMiddleware {
  return () => next => request => {
    const status = next(request);
    const { activity, hideTimestamp, sendState } = request;
    if (!activity.timestamp || (sendState && sendState !== 'sent')) return status;
    const shown = formatTime(new Date(activity.timestamp), locale, now());
    // React offers no way in from outside, so the element is made from the one that Web Chat would have shown.
    return {
      ...status,
      type: 'time',
      props: {
        className: hideTimestamp ? 'visually-hidden' : 'time-of-day',
        dateTime: activity.timestamp,
        children: shown,
      },
    };
  };
}

/** `14.05` today, `3.11. klo 14.05` on another day, as the locale writes them. */
export function formatTime(time: Date, locale: string, today: Date): string {
  const sameDay = time.toDateString() === today.toDateString();
  return new Intl.DateTimeFormat(locale, sameDay ? CLOCK : CALENDAR).format(time);
}

import { expect, test } from 'vitest';
import { formatTime, timeOfDay } from '../../web/time-of-day.ts';

const NOW = new Date(2026, 10, 22, 21, 30);
const AFTERNOON = new Date(2026, 10, 22, 14, 5);
const YESTERDAY = new Date(2026, 10, 21, 9, 7);

test.each([
  ['fi-FI', '14.05'],
  ['sv-FI', '14.05'],
  ['en-GB', '14:05'],
])('%s tells the time of today on a 24-hour clock', (locale, expected) => {
  expect(formatTime(AFTERNOON, locale, NOW)).toBe(expected);
});

test('another day is told with its date', () => {
  expect(formatTime(YESTERDAY, 'fi-FI', NOW)).toBe('21.11. klo 9.07');
});

const shown = { type: 'span', props: { children: 'x' } };
const statusOf = timeOfDay('fi-FI', () => NOW)()(() => shown);

test('a sent message shows the time in place of Web Chat’s own words', () => {
  const status = statusOf({ activity: { timestamp: AFTERNOON.toISOString() }, sendState: 'sent' });
  expect(status).toMatchObject({ type: 'time', props: { children: '14.05', className: 'time-of-day' } });
});

test('of a group of messages, the times of all but the last are there for screen readers only', () => {
  const status = statusOf({ activity: { timestamp: AFTERNOON.toISOString() }, hideTimestamp: true });
  expect(status).toMatchObject({ props: { className: 'visually-hidden' } });
});

test.each(['sending', 'send failed'])('a message in the state "%s" keeps Web Chat’s own words', sendState => {
  expect(statusOf({ activity: { timestamp: AFTERNOON.toISOString() }, sendState })).toBe(shown);
});

import { expect, test } from 'vitest';
import { formatTime } from '../../web/time-of-day.ts';

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

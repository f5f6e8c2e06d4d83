import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Locale } from '../../src/conversation/locale.ts';
import { createLanguageInForce } from '../../web/language-in-force.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** `heard` and `chosen` in this order, with pauses in milliseconds; what the page became on the way. */
function pageAfter(steps: readonly (['heard' | 'chosen', Locale] | number)[], wanted?: Locale) {
  const became: Locale[] = [];
  const language = createLanguageInForce({ current: 'fi', wanted }, locale => became.push(locale));
  for (const step of steps) {
    if (typeof step === 'number') vi.advanceTimersByTime(step);
    else language[step[0]](step[1]);
  }
  vi.advanceTimersByTime(1000);
  return { became, current: language.current(), wanted: language.wanted() };
}

test.each([
  [
    'the bot’s last word counts',
    [
      ['heard', 'sv'],
      ['heard', 'en'],
    ],
    ['en'],
  ],
  ['a choice counts at once', [['chosen', 'sv']], ['sv']],
  [
    'a word just before a choice does not undo it',
    [
      ['heard', 'fi'],
      ['chosen', 'sv'],
    ],
    ['sv'],
  ],
  ['nor does one that comes before the answer to it', [['chosen', 'sv'], ['heard', 'fi'], 100], ['sv']],
  [
    'the answer to a choice changes nothing',
    [['heard', 'fi'], 20, ['chosen', 'sv'], ['heard', 'sv']],
    ['sv'],
  ],
  [
    'after the answer the bot’s word counts again',
    [['chosen', 'sv'], ['heard', 'sv'], 100, ['heard', 'en']],
    ['sv', 'en'],
  ],
  [
    'a second choice counts',
    [['chosen', 'sv'], 10, ['chosen', 'en'], ['heard', 'sv'], ['heard', 'en']],
    ['sv', 'en'],
  ],
] as const)('%s', (_what, steps, became) => {
  expect(pageAfter(steps.map(step => (typeof step === 'number' ? step : [step[0], step[1]])))).toMatchObject({
    became,
    current: became.at(-1),
  });
});

test('a language that the address asks for is wanted until the bot speaks it', () => {
  expect(pageAfter([['heard', 'sv']], 'fi')).toEqual({ became: [], current: 'fi', wanted: 'fi' });
  expect(pageAfter([['heard', 'fi']], 'fi')).toEqual({ became: [], current: 'fi', wanted: undefined });
});

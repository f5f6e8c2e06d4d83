/** What the rules alone make of a message: how far they trust it, what they leave open, and what is said along with it. */
import { describe, expect, it } from 'vitest';
import type { Locale } from '../../../src/conversation/locale.ts';
import { createRules } from '../../../src/conversation/understanding/rules.ts';
import { type Asked, createUnderstanding } from '../../../src/conversation/understanding/understanding.ts';
import { vocabularies } from './vocabularies.ts';

const CALLED = [
  { dialog: 'quick', phrases: ['quick check'] },
  { dialog: 'book', phrases: ['workbook'] },
];
const rules = createRules(vocabularies, locale => (locale === 'en' ? CALLED : []));

interface Told {
  readonly locale?: Locale;
  readonly options?: readonly string[];
}

/** `whole yes`; behind it what is doubted (`open`, `weak`) and in brackets the remark. */
function told(text: string, asked: Asked, { locale = 'en', options }: Told = {}): string {
  const { reading, how } = rules(text, { locale, asked, ...(options && { options }) });
  if (!reading) return how;
  if (reading.kind === 'command') {
    const to = reading.locale ?? reading.dialog;
    return `${how} /${reading.name}${to === undefined ? '' : `:${to}`}`;
  }
  const { value, open, weak, note } = reading;
  return [how, value, open && 'open', weak && 'weak', note && `(${note})`].filter(Boolean).join(' ');
}

describe('an answer', () => {
  it.each<[string, string]>([
    ['no', 'whole no'],
    // The reason behind it is kept, without the marks around it.
    ['no, because of money.', 'whole no (money)'],
    ['yes, because', 'whole yes'],
    ['yes – decided in 2024.', 'whole yes (decided in 2024)'],
    ['partly (in the library)', 'sure partly (in the library)'],
    ['yes, but only in schools', 'guess yes (only in schools)'],
    // A doubt, a question and a sentence that breaks off leave it open.
    ['yes but…', 'guess yes open'],
    ['yes?', 'guess yes open'],
    ['maybe yes', 'guess yes open'],
    ['yes or no', 'guess'],
    ['yes and no', 'guess partly weak'],
    // Who asks does not answer.
    ['is it yes', 'guess'],
    ['why not', 'guess'],
    // What is taken back does not count, and a correction that leads nowhere leaves a doubt.
    ['no, I mean yes', 'whole yes'],
    ['yes, no, actually no', 'guess yes'],
    ['we have a dog, a cat and a horse, so yes', 'sure yes (a cat and a horse, so yes)'],
    ['yes in all of the many old little houses there', 'guess yes weak'],
    ['qwer asdf', 'guess'],
  ])('%s: %s', (text, reading) => {
    expect(told(text, 'yesno')).toBe(reading);
  });

  it.each<[string, Asked, string]>([
    ['not automatic', 'phase', 'guess partial'],
    ['not by hand', 'phase', 'guess full'],
    ['by hand and digitally', 'phase', 'whole partial'],
    ['by hand or digital', 'phase', 'guess'],
    ["don't know, by hand maybe", 'phase', 'guess manual open'],
    ['in use and planned', 'status', 'guess inuse'],
    ['not in use but planned', 'status', 'whole planned'],
    ['in use or planned', 'status', 'guess'],
    ['someone else does it', 'status', 'whole outside'],
  ])('%s, asked for a %s: %s', (text, asked, reading) => {
    expect(told(text, asked)).toBe(reading);
  });
});

describe('an option by its place', () => {
  const five = { options: ['1st', '2nd', '3rd', '4th', '5th'] };
  it.each([
    ['b', 'whole 2nd'],
    ['(c)', 'whole 3rd'],
    ['d', 'whole 4th'],
    // "E" alone is a word, or a unit.
    ['e', 'guess'],
    ['e)', 'whole 5th'],
    ['f)', 'guess'],
    ['#2', 'whole 2nd'],
    ['2!', 'whole 2nd'],
    ['2?', 'guess'],
    ['the second one', 'whole 2nd'],
    ['twenty', 'guess'],
    ['the last', 'whole 5th'],
    ['1 and 2', 'guess'],
    ['1 horse', 'guess'],
    ['9', 'guess'],
    ["don't know", 'whole unknown'],
  ])('%s: %s', (text, reading) => {
    expect(told(text, 'ordinal', five)).toBe(reading);
  });
});

describe('a command', () => {
  it.each([
    ['help', 'whole /help'],
    ['please help', 'whole /help'],
    ['help yes', 'guess yes'],
    ['thanks', 'whole /thanks'],
    ['thanks, yes', 'whole yes'],
    ['back or stop', 'guess /back'],
    ['why', 'whole /why'],
    ['in swedish', 'whole /language:sv'],
    ['in swedish or in finnish', 'guess /language:sv'],
    ['quick check', 'whole /start:quick'],
    ['quick check or workbook', 'guess /start:quick'],
    ['please do not delete my data', 'guess /erase'],
  ])('%s: %s', (text, reading) => {
    expect(told(text, 'yesno')).toBe(reading);
  });
});

it.each([
  ['yes', 'whole yes'],
  ['80 %', 'whole 80'],
  ['80', 'whole 80'],
  ['in use', 'whole inuse'],
  ['by hand', 'whole manual'],
  ['fully digital', 'sure full'],
  ['quick check', 'whole /start:quick'],
  ['asdf qwer', 'guess'],
])('with no question open %s is %s', (text, reading) => {
  expect(told(text, 'any')).toBe(reading);
});

describe('a message in another language than the session’s', () => {
  it.each<[string, Locale, string]>([
    ['kyllä', 'en', 'sure yes'],
    ['nej, pengarna saknas', 'fi', 'sure no (pengarna saknas)'],
    ['no', 'fi', 'guess no'],
    ['ja', 'sv', 'whole yes'],
  ])('%s in %s: %s', (text, locale, reading) => {
    expect(told(text, 'yesno', { locale })).toBe(reading);
  });
});

it('what is understood has no more than what was said: no doubts of the rules, and empty remarks are none', () => {
  const understand = createUnderstanding(vocabularies, { called: () => CALLED });
  expect(understand('no', { locale: 'en', asked: 'yesno' })).toEqual({ kind: 'answer', value: 'no' });
  expect(understand('quick check', { locale: 'en', asked: 'yesno' })).toEqual({
    kind: 'command',
    name: 'start',
    dialog: 'quick',
  });
  expect(understand('maybe yes', { locale: 'en', asked: 'yesno' })).toEqual({
    kind: 'reprompt',
    suggestion: { kind: 'answer', value: 'yes' },
  });
  expect(understand('qwer asdf', { locale: 'en', asked: 'yesno' })).toEqual({ kind: 'reprompt' });
});

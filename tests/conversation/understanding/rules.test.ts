/** What the rules alone make of a message: how far they trust it, what they leave open, and what is said along with it. */
import { describe, expect, it } from 'vitest';
import type { Locale } from '../../../src/conversation/locale.ts';
import { alonePhrases } from '../../../src/conversation/understanding/alone.ts';
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
  return [how, String(value), open && 'open', weak && 'weak', note && `(${note})`].filter(Boolean).join(' ');
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
    // Said twice on end it is the same.
    ['well no no', 'whole no'],
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

describe('a number', () => {
  it.each<[Asked, string, string]>([
    // What is told of another way, or of what is left, is turned round, and only offered.
    ['percent', 'half of them on paper', 'guess 50 open'],
    ['percent', 'all on paper', 'guess 0 open'],
    ['percent', 'none on paper', 'guess 100 open'],
    ['percent', 'all online', 'whole 100'],
    ['percent', 'everything by phone', 'guess 0 open'],
    ['percent', '800 online and 1200 at the desk', 'guess 40 open'],
    ['percent', '1200 at the desk, 800 online', 'guess 40 open'],
    ['percent', '40 online and 60 at the desk', 'guess 40 open'],
    ['percent', '45 by phone, 30 by post', 'guess 25 open'],
    // What does not add up to a whole tells nothing.
    ['percent', '40 % online and 50 % at the desk', 'guess'],
    ['percent', '20 online and 30 at the desk', 'guess'],
    ['percent', '45 by phone, 60 by post', 'guess'],
    ['percent', 'all but twenty', 'guess'],
    ['percent', 'all but 20 customers', 'guess'],
    ['percent', 'all but ten percent and five percent', 'guess'],
    ['percent', 'none or all', 'guess'],
    ['percent', 'all except none', 'guess'],
    ['percent', 'not a single one?', 'guess 0 open'],
    // Before and now.
    ['minutes', 'two hours before, now nothing', 'guess 120 open'],
    ['minutes', 'before nothing, now 10 minutes', 'guess'],
    ['minutes', 'now 10 minutes, before 30', 'guess 20 open'],
    ['minutes', 'now 30 minutes, before 10', 'guess'],
    ['minutes', 'two hours before, now nothing, so two hours', 'whole 120'],
    ['minutes', 'before 30, now 10 and 5', 'guess'],
    // A year of it.
    ['count', 'none', 'whole 0'],
    ['count', 'none a month', 'guess 0 open'],
    ['count', 'a dozen a month', 'guess 144 open'],
    ['count', '5 a day all year round', 'guess 1825 open'],
    ['euros', '500 a month all year round', 'guess 6000 open'],
    ['minutes', '10 a month', 'guess'],
    // Decimals in words.
    ['percent', 'eighty point five', 'whole 80.5'],
    ['percent', 'eighty point two five', 'whole 80.25'],
    ['percent', '80.5 point five', 'guess'],
    ['percent', 'three point one two three four five', 'guess'],
    // Times.
    ['minutes', 'an eight-hour working day', 'sure 480'],
    ['minutes', '1 h 59', 'whole 119'],
    ['minutes', '1 h 60', 'guess'],
    ['minutes', '1 h 0', 'guess'],
    ['minutes', '2 minutes 30', 'guess'],
    ['minutes', 'one and a half', 'whole 1.5'],
    ['minutes', 'three quarters of an hour', 'whole 45'],
    // Ranges, and what only looks like one.
    ['count', '100-200', 'guess 150 open'],
    ['count', '200-100', 'guess'],
    ['count', '1999-2003', 'guess'],
    ['percent', '80…90', 'guess'],
    ['percent', '80...90', 'guess'],
    ['percent', '80 or 90', 'guess'],
    ['percent', '82 90', 'guess'],
    // Years are no amounts beside one.
    // Parts are not added up over a mark, nor where either may be meant.
    ['euros', 'licences 4000 and training 3000', 'guess 7000 open'],
    ['euros', 'licences 4000, and training 3000', 'guess'],
    ['euros', '4000 or plus 3000', 'guess'],
    ['count', '80 in 2024', 'whole 80'],
    // Words nobody knows make a number doubtful, but not where they stand behind it as a remark.
    ['count', '80 zxcv qwer', 'guess 80'],
    ['count', '80, zxcv qwer', 'sure 80 (zxcv qwer)'],
    ['count', '2024', 'whole 2024'],
    ['count', '100 in 2023 and 2024', 'guess'],
    ['percent', '2024 80 %', 'whole 80'],
    ['percent', '80 of 2024', 'whole 80'],
    // Sums.
    ['euros', '10k licence and twenty for work', 'guess'],
    ['euros', 'a hundred minus two', 'guess 98 open'],
    ['euros', '100 minus 200', 'guess'],
    ['euros', '4000 plus 2024', 'guess'],
    ['euros', 'five, six thousand, say six', 'guess 6000 open'],
    ['euros', 'five thousand, say 1000', 'whole 1000'],
    ['minutes', 'five, six thousand, say six', 'whole 6'],
    // Bounds of per cents, and shares.
    ['percent', '-5', 'guess'],
    ['percent', 'minus five', 'guess'],
    ['percent', '120', 'guess'],
    ['percent', '0.8', 'guess 80 open'],
    ['percent', '0.8 %', 'whole 0.8'],
    ['percent', '4/5', 'whole 80'],
    ['percent', '5/4', 'guess'],
    ['percent', '1500 of 2000', 'whole 75'],
    ['percent', 'three out of two', 'guess'],
    ['percent', 'zero out of ten', 'whole 0'],
    ['percent', 'not quite half, 45', 'guess 45 open'],
    // Doubts, strange words, and what is said along with it.
    ['percent', 'about 80', 'whole 80'],
    ['percent', 'at least 80', 'guess 80 open'],
    ['percent', '80, I think', 'guess 80 open'],
    ['percent', 'is it 80?', 'guess 80 open'],
    ['percent', 'Does it save any? 5', 'guess 5 open'],
    ['percent', '80 of something', 'guess 80'],
    ['percent', '80 % of a b c d e f', 'sure 80'],
    ['percent', '80 horses', 'guess'],
    ['percent', '80, because of money', 'whole 80 (money)'],
    ['percent', '80 (in the schools)', 'sure 80 (in the schools)'],
    ['percent', '8O', 'guess'],
    ['percent', '80x', 'guess'],
  ])('of %s, %s: %s', (asked, text, reading) => {
    expect(told(text, asked)).toBe(reading);
  });
});

it('ten is said beside a figure as a number of its own, and in words it multiplies', () => {
  expect(told('5 kymmenen', 'count', { locale: 'fi' })).toBe('guess');
  expect(told('viisi kymmenen', 'count', { locale: 'fi' })).toBe('whole 50');
  expect(told('5 tuhatta', 'count', { locale: 'fi' })).toBe('whole 5000');
  expect(told('puoli tuhatta', 'count', { locale: 'fi' })).toBe('whole 500');
  // Half past nine, and no five minutes.
  expect(told('puoli kymmenen', 'minutes', { locale: 'fi' })).toBe('guess');
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
    ['second third', 'guess'],
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
    // Of two, one that is sure is offered, wherever it stands.
    ['delete or help', 'guess /help'],
    ['help or delete', 'guess /help'],
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

describe('a slip of the pen', () => {
  it.each<[string, Asked, string]>([
    ['yess', 'yesno', 'whole yes'],
    ['strat over', 'yesno', 'sure /restart'],
    ['fully digtal', 'phase', 'sure full'],
    // What a word of four letters was meant for, and a statement with a slip in it, is only offered.
    ['start oevr', 'yesno', 'guess /restart'],
    ['go bakc', 'yesno', 'guess /back'],
    ['delete my dtaa', 'yesno', 'guess /erase'],
    ['what does it maen', 'yesno', 'guess /why'],
    ['by hnad', 'phase', 'guess manual weak'],
    ['automatde', 'phase', 'guess full weak'],
    ['not yte', 'yesno', 'guess no weak'],
    ['plannde', 'yesno', 'guess partly weak'],
    // In a shorter one, or alone, there is no telling.
    ['nto yet', 'yesno', 'guess'],
    ['hlep', 'yesno', 'guess'],
    ['in ues', 'status', 'guess'],
  ])('%s, asked for a %s: %s', (text, asked, reading) => {
    expect(told(text, asked)).toBe(reading);
  });
});

it('what counts alone is a command, an out or a value of the question, and nothing else', () => {
  const yesno = alonePhrases(vocabularies.en, 'yesno');
  expect(yesno.get('<')).toEqual({ kind: 'command', name: 'back', sure: true });
  expect(yesno.get('🤔')).toEqual({ kind: 'answer', value: 'unknown', sure: true });
  expect(yesno.get('y')).toEqual({ kind: 'answer', value: 'yes', sure: true });
  expect(yesno.get('yes')).toBeUndefined();
  for (const kind of ['percent', 'number', 'ordinal'] as const)
    expect(alonePhrases(vocabularies.en, kind).get('y')).toBeUndefined();
  expect(told('<', 'percent')).toBe('whole /back');
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

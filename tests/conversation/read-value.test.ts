/** What is put into a field of a card, or typed for it, as a value. */
import { describe, expect, it } from 'vitest';
import { fieldAt } from '../../src/assessment/places.ts';
import { LANGUAGE_TAGS, LOCALES } from '../../src/conversation/locale.ts';
import { readWritten } from '../../src/conversation/naming/read-written.ts';
import { readDate } from '../../src/conversation/read-date.ts';
import { readValue } from '../../src/conversation/read-value.ts';
import { sceneOf } from './small-scene.ts';

const scene = sceneOf();
function fieldOf(key: string) {
  const field = fieldAt(scene.instrument, key, {});
  if (!field) throw new Error(`nothing asks ${key}`);
  return field;
}

it.each<[key: string, text: string, read: unknown]>([
  ['colour', ' red ', 'red'],
  ['colour', '  ', 'empty'],
  // A word for "don't know" is one where that is an answer, and nothing where it is none.
  ['colour', 'unknown', 'empty'],
  ['kitchen.pan.sharp', 'unknown', 'unknown'],
  ['kitchen.care', 'unknown', 'unknown'],
  ['share', '12,5', 12.5],
  ['share', 'na', 'empty'],
  ['share', 'noin 12', 12],
  ['share', 'ehkä 12', 'not-a-number'],
  ['share', 'paljon', 'not-a-number'],
  ['share', '0,5', 'ambiguous-share'],
  ['share', 'ei tiedossa', 'unknown'],
  ['kitchen.care', ' two\n  words ', 'two words'],
  ['kitchen.pan.story', 'one\ttwo\n three', 'one two\n three'],
  ['kitchen.pan.mended', '1.5.2027', '2027-05-01'],
  ['kitchen.pan.mended', 'soon', 'not-a-date'],
  ['place', 'Helsinki', '091'],
  ['place', 'Helsinkki', '?091'],
  ['place', 'Nowhere', 'not-listed'],
  ['kitchen.pan.colours', 'red, Teal  blue,,', ['red', 'Teal blue']],
  ['rooms-chosen', 'yard,kitchen', ['yard', 'kitchen']],
])('%s: "%s" is %j', (key, text, expected) => {
  const read = readValue(scene, fieldOf(key), text);
  const told = () => {
    if (read.kind === 'value') return read.value;
    if (read.kind === 'guess') return `?${read.value}`;
    return read.kind === 'empty' ? 'empty' : read.rejection.problem;
  };
  expect(told()).toEqual(expected);
});

describe('words for what no vocabulary knows', () => {
  it.each<[key: string, text: string, value: unknown]>([
    ['kitchen.care', '  wash   it ', 'wash it'],
    ['kitchen.pan.story', ' one\n  two ', 'one\n  two'],
    ['kitchen.pan.mended', '1.5.', '2027-05-01'],
    ['kitchen.pan.mended', 'next week', 'next week'],
    ['colour', 'punainen', 'red'],
    ['colour', 'punainen tai sininen', undefined],
    ['colour', 'vihreä', undefined],
    ['share', '12', undefined],
    ['rooms-chosen', 'keittiö', undefined],
    // Several: by label, by number as they are offered, and in one's own words.
    ['kitchen.pan.colours', 'punainen ja sininen', ['red', 'blue']],
    ['kitchen.pan.colours', '1, 2', ['red', 'blue']],
    ['kitchen.pan.colours', '2; punainen', ['blue', 'red']],
    ['kitchen.pan.colours', '3', ['other']],
    ['kitchen.pan.colours', '4', ['4']],
    ['kitchen.pan.colours', 'punainen sekä punainen', ['red']],
    ['kitchen.pan.colours', 'punainen, turkoosi', ['red', 'turkoosi']],
    ['kitchen.pan.colours', 'turkoosi', ['turkoosi']],
  ])('%s: "%s" is %j', (key, text, value) => {
    expect(readWritten(scene, fieldOf(key), text)).toEqual(value);
  });

  it('are none of an option where there is no room for one’s own', () => {
    const field = fieldOf('kitchen.pan.colours');
    if (field.input.type !== 'multi') throw new Error('several colours are asked');
    const full = { ...field, input: { ...field.input, own: 0 } };
    expect(readWritten(scene, full, 'turkoosi')).toBeUndefined();
    expect(readWritten(scene, full, 'turkoosi ja sininen')).toEqual(['turkoosi', 'blue']);
  });
});

describe('a day', () => {
  const now = Date.UTC(2026, 10, 28, 12);

  const MONTHS = Array.from({ length: 12 }, (_, month) => month);
  it.each(LOCALES.flatMap(locale => MONTHS.map(month => ({ locale, month }))))(
    'is read as $locale writes month $month, at length and short',
    ({ locale, month }) => {
      const at = Date.UTC(2027, month, 5);
      for (const style of ['long', 'short'] as const) {
        const format = { day: 'numeric', month: style, year: 'numeric', timeZone: 'UTC' } as const;
        const written = new Intl.DateTimeFormat(LANGUAGE_TAGS[locale], format).format(at);
        expect([written, readDate(written, now)]).toEqual([written, new Date(at).toISOString().slice(0, 10)]);
      }
    },
  );
  it.each([
    ['2027-05-01', '2027-05-01'],
    ['2027-5-1', '2027-05-01'],
    ['2027-02-29', undefined],
    ['2028-02-29', '2028-02-29'],
    ['2027-13-01', undefined],
    ['1.5.2027', '2027-05-01'],
    ['1. 5. 2027', '2027-05-01'],
    ['31.4.2027', undefined],
    // Without a year, the next such day: today is one.
    ['1.5.', '2027-05-01'],
    ['1.5', '2027-05-01'],
    ['28.11.', '2026-11-28'],
    ['27.11.', '2027-11-27'],
    ['24.12.', '2026-12-24'],
    ['29.2.', undefined],
    ['1/5/2027', '2027-05-01'],
    ['1/5', undefined],
    ['1. toukokuuta 2027', '2027-05-01'],
    ['1 May 2027', '2027-05-01'],
    ['den 1 maj', undefined],
    ['1 maj', '2027-05-01'],
    ['24 dec.', '2026-12-24'],
    ['1. kesäkuuta', '2027-06-01'],
    ['1. kesakuuta', '2027-06-01'],
    ['15. marraskuuta 2027', '2027-11-15'],
    ['15. maaliskuuta 2027', '2027-03-15'],
    ['15 mars', '2027-03-15'],
    ['15 Mar 2027', '2027-03-15'],
    ['1 sometime 2027', undefined],
    [' 1.5.2027 ', '2027-05-01'],
    ['soon', undefined],
    ['', undefined],
  ])('"%s" is %s', (text, day) => {
    expect(readDate(text, now)).toBe(day);
  });

  it('without its year is the next one in Finland, where the new day begins earlier', () => {
    const justBegun = Date.UTC(2026, 10, 28, 22, 30);
    expect(readDate('28.11.', justBegun)).toBe('2027-11-28');
    expect(readDate('29.11.', justBegun)).toBe('2026-11-29');
    const newYear = Date.UTC(2026, 11, 31, 22, 30);
    expect(readDate('31.12.', newYear)).toBe('2027-12-31');
    expect(readDate('1.1.', newYear)).toBe('2027-01-01');
  });
});

import { describe, expect, it } from 'vitest';
import type { Asked, Understanding } from '../../../src/conversation/understanding/understanding.ts';
import { understand } from './vocabularies.ts';

function read(text: string, asked: Asked = 'yesno', options: readonly string[] = []): Understanding {
  return understand(text, { locale: 'fi', asked, options });
}

describe('a reason given with an answer', () => {
  it.each([
    ['ei, koska rahat puuttuu', 'no', 'rahat puuttuu'],
    ['Ei, koska Virtanen jäi eläkkeelle.', 'no', 'Virtanen jäi eläkkeelle'],
    ['ei siksi että puuttuu tekijät', 'no', 'puuttuu tekijät'],
    ['kyllä, hyväksytty valtuustossa 2024', 'yes', 'hyväksytty valtuustossa 2024'],
    ['osittain – vain kirjastossa ja kouluissa', 'partly', 'vain kirjastossa ja kouluissa'],
    ['nej, eftersom pengarna saknas', 'no', 'pengarna saknas'],
    ['no, because there is no money', 'no', 'there is no money'],
  ])('%s: is kept in the person’s own words', (text, value, note) => {
    expect(read(text)).toEqual({ kind: 'answer', value, note });
  });

  it('is kept with a number too', () => {
    expect(read('65 %, koska moni soittaa vielä', 'percent')).toEqual({
      kind: 'answer',
      value: 65,
      note: 'moni soittaa vielä',
    });
  });

  it('is offered with the reading that is to be confirmed', () => {
    expect(read('varmaan ei, koska rahat puuttuu')).toEqual({
      kind: 'reprompt',
      suggestion: { kind: 'answer', value: 'no', note: 'rahat puuttuu' },
    });
  });

  it('is not made up of the answer itself', () => {
    expect(read('kyllä, kyllä')).toEqual({ kind: 'answer', value: 'yes' });
    expect(read('joo.')).toEqual({ kind: 'answer', value: 'yes' });
  });
});

describe('an option picked by its place', () => {
  const options = ['full', 'partial', 'manual', 'unknown', 'na'];

  it.each([
    ['1', 'full'],
    ['2.', 'partial'],
    ['toinen', 'partial'],
    ['otan kolmannen', 'manual'],
    ['a)', 'full'],
    ['b', 'partial'],
    ['viimeinen', 'na'],
    ['numero 3', 'manual'],
    ['kolme', 'manual'],
    ['den andra', 'partial'],
    ['last', 'na'],
  ])('%s: follows the order shown', (text, value) => {
    expect(read(text, 'phase', options)).toEqual({ kind: 'answer', value });
  });

  it('is asked about when there is no such place, or no options are shown', () => {
    expect(read('6', 'phase', options)).toEqual({ kind: 'reprompt' });
    expect(read('0', 'phase', options)).toEqual({ kind: 'reprompt' });
    expect(read('2', 'phase')).toEqual({ kind: 'reprompt' });
    expect(read('1 tai 2', 'phase', options)).toEqual({ kind: 'reprompt' });
  });

  it('never stands for a number: a bare number is the value', () => {
    expect(read('2', 'percent', ['a', 'b'])).toEqual({ kind: 'answer', value: 2 });
  });
});

describe('a command', () => {
  it('names the language asked for', () => {
    expect(read('på svenska')).toEqual({ kind: 'command', name: 'language', locale: 'sv' });
    expect(read('vaihda kieltä')).toEqual({ kind: 'command', name: 'language' });
  });

  it('does not steal an answer', () => {
    expect(read('ei kiitos')).toEqual({ kind: 'answer', value: 'no' });
    expect(read('kyllä, seuraava kysymys')).toMatchObject({ kind: 'answer', value: 'yes' });
    expect(read('moi, kyllä')).toEqual({ kind: 'answer', value: 'yes' });
  });

  it('is not taken from a sentence that denies it', () => {
    for (const text of [
      'älä poista tietojani',
      'en halua että tietoni poistetaan',
      'en halua aloittaa alusta',
    ])
      expect(read(text).kind).toBe('reprompt');
  });
});

describe('the session’s language', () => {
  it('settles what two languages share', () => {
    expect(understand('no', { locale: 'en', asked: 'yesno' })).toEqual({ kind: 'answer', value: 'no' });
    expect(understand('no', { locale: 'fi', asked: 'yesno' })).toEqual({
      kind: 'reprompt',
      suggestion: { kind: 'answer', value: 'no' },
    });
  });
});

describe('a message that comes round to its answer', () => {
  it.each([
    ['fi', 'kokouksia oli neljä ja kahvit juotiin, eli ei', 'no'],
    ['fi', 'ensin sanottiin kaikenlaista muuta, mutta katsoin strategiasta, joten kyllä', 'yes'],
    ['sv', 'vi hade fyra möten om saken, så nej', 'no'],
    ['en', 'we had four meetings about coffee, so no', 'no'],
  ] as const)('%s: %s', (locale, text, value) => {
    expect(understand(text, { locale, asked: 'yesno' })).toMatchObject({ kind: 'answer', value });
  });

  it.each(['ei voi sanoa ettei olisi', 'ei todellakaan olla etsimättä', 'joo mutta..'])(
    '%s: is asked about',
    text => {
      expect(understand(text, { locale: 'fi', asked: 'yesno' }).kind).toBe('reprompt');
    },
  );
});

it('is read as the worked example of docs/understanding.md tells', () => {
  const asked = { locale: 'fi', asked: 'yesno', whole: true } as const;
  expect(understand('kirjastossa kyllä, kouluissa ei', asked)).toEqual({ kind: 'answer', value: 'partly' });
  const offered = { kind: 'reprompt', suggestion: { kind: 'answer', value: 'partly' } };
  expect(understand('kouluilla kyllä, muut ovat jäljessä', asked)).toEqual(offered);
});

describe('a number on its way', () => {
  it.each([
    ['fi', 'minutes', 'tunnin ja vartin', 75],
    ['fi', 'minutes', '1 h 30 min', 90],
    ['fi', 'minutes', 'noin 2 tuntia', 120],
    ['sv', 'minutes', 'en halv timme', 30],
    ['en', 'minutes', '2 hours per case', 120],
    ['fi', 'percent', 'kahdeksankymmentäviisi pilkku viisi', 85.5],
    ['en', 'percent', 'eighty-eight point five', 88.5],
    ['fi', 'count', 'kaksi ja puoli tuhatta', 2500],
    ['fi', 'count', '5k', 5000],
    ['en', 'count', '12,500', 12500],
    ['fi', 'euros', 'kaks tonnii', 2000],
    ['fi', 'percent', 'vakassa 100, muualla 10, yhteensä 40', 40],
    ['sv', 'percent', 'kanske tjugo, snarare 25', 25],
    ['en', 'percent', 'around 45-50, let me say 47', 47],
    ['fi', 'percent', 'kymmenestä kolme', 30],
  ] as const)('%s %s: %s', (locale, asked, text, value) => {
    expect(understand(text, { locale, asked })).toMatchObject({ kind: 'answer', value });
  });

  it.each([
    ['fi', 'percent', '45 % puhelimitse, loput netissä', 55],
    ['fi', 'percent', 'paperilla tulee 70 %', 30],
    ['en', 'percent', '60 per cent come on paper still', 40],
    ['sv', 'percent', '65 % inkommer fortfarande på papper', 35],
    ['fi', 'count', 'noin sata kuussa', 1200],
    ['en', 'count', '120 per month', 1440],
  ] as const)('%s %s: %s is offered', (locale, asked, text, value) => {
    expect(understand(text, { locale, asked })).toMatchObject({ kind: 'reprompt', suggestion: { value } });
  });
});

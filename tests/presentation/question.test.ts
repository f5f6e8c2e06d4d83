/** The question, which is what people see most, and the line that takes its place. */
import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../src/conversation/locale.ts';
import { asked, BEST, instrument, progressAt, ref } from './every-reply.ts';
import { cardsOf, nodesOfType, say, textOf } from './rendering.ts';

describe('a question in plain text', () => {
  it('shows how far we are, what is asked and the numbered answers', () => {
    expect(textOf(asked('plan')).split('\n')).toEqual([
      'Kysymys 3/13',
      '',
      'Onko kunnallasi suunnitelma digitalisaation edistämiseksi?',
      '',
      '1. Kyllä',
      '2. Osittain',
      '3. Ei',
      '4. En tiedä',
      '',
      'Vastaa numerolla tai sanalla.',
      '',
      'Voit myös kirjoittaa: miksi, takaisin, ohita tai näytä tulos.',
    ]);
  });

  it('numbers the answers in the order that the conversation counts them, in every language', () => {
    for (const locale of LOCALES) {
      const numbers = textOf(asked('ecosystem'), { locale }).match(/^\d\. /gm);
      expect(numbers).toEqual(['1. ', '2. ', '3. ', '4. ', '5. ']);
    }
  });

  it('asks for a number with an example as the language writes it', () => {
    expect(textOf(asked('usage-rate'))).toContain('Kirjoita luku väliltä 0–100, esimerkiksi 81,5.');
    expect(textOf(asked('usage-rate'), { locale: 'sv' })).toContain('till exempel 81,5.');
    expect(textOf(asked('usage-rate'), { locale: 'en' })).toContain('for example 81.5.');
  });

  it('lists the parts of a form with what was answered before, and says which comes first', () => {
    const text = textOf(asked('phases', { 'phase-handling': 'partial' }));
    expect(text).toContain('• Hakemus\n• Vireillepano\n• Asiankäsittely: Osin digitaalinen\n');
    expect(text).toContain('Ensimmäinen on Hakemus.');
    expect(text).toContain('täysin digitaalinen, osin digitaalinen, manuaalinen, en tiedä, ei koske meitä.');
  });

  it('shows the earlier answer when there is one', () => {
    expect(textOf(asked('plan', { plan: 'partly' }))).toContain('Aiempi vastauksesi: Osittain');
    expect(textOf(asked('usage-rate', { 'usage-rate': 81.5 }))).toContain('Aiempi vastauksesi: 81,5 %');
    expect(textOf(asked('plan'))).not.toContain('Aiempi');
  });
});

describe('a question as a card', () => {
  it('has one button an answer, each bound to this one question', () => {
    const [card] = cardsOf(say(asked('plan')));
    const [answers] = nodesOfType(card?.body, 'ActionSet');
    const pressed = nodesOfType(answers, 'Action.Submit').map(({ title, data }) => [title, data]);
    const data = (value: string) => ({ do: 'answer', step: 'plan', nonce: '5f', value });
    expect(pressed).toEqual([
      ['Kyllä', data('yes')],
      ['Osittain', data('partly')],
      ['Ei', data('no')],
      ['En tiedä', data('unknown')],
    ]);
  });

  it('lets what need not concern everyone not apply, and numbers be given', () => {
    const [card] = cardsOf(say(asked('market-services')));
    const [answers] = nodesOfType(card?.body, 'ActionSet');
    expect(nodesOfType(answers, 'Action.Submit').map(({ title }) => title)).toEqual([
      'Kyllä',
      'Osittain',
      'Ei',
      'Kerron luvut',
      'En tiedä',
      'Ei koske meitä',
    ]);
  });

  it('keeps the ways around it apart, bound to the question where a double press would do harm', () => {
    const [card] = cardsOf(say(asked('plan')));
    expect(nodesOfType(card?.actions, 'Action.Submit').map(({ data }) => data)).toEqual([
      { do: 'command', name: 'why' },
      { do: 'command', name: 'back', nonce: '5f' },
      { do: 'command', name: 'skip', nonce: '5f' },
      { do: 'command', name: 'finish', nonce: '5f' },
    ]);
  });

  it('draws the bar in proportion, from nothing to all', () => {
    const widths = (answered: number) => {
      const question = { ...asked('plan'), progress: { answered, total: 13, position: 3 } };
      const [bar] = nodesOfType(cardsOf(say(question)), 'ColumnSet');
      return nodesOfType(bar, 'Column').map(({ style, width }) => `${style} ${width}`);
    };
    expect(widths(0)).toEqual(['emphasis 13']);
    expect(widths(3)).toEqual(['accent 3', 'emphasis 10']);
    expect(widths(13)).toEqual(['accent 13']);
  });

  it('takes a decimal comma, a decimal point and a per cent sign', () => {
    const [input] = nodesOfType(cardsOf(say(asked('usage-rate'))), 'Input.Text');
    const pattern = new RegExp(String(input?.regex));
    expect(['81,5', '81.5', '80', ' 80 % ', '100'].filter(text => !pattern.test(text))).toEqual([]);
    expect(['', 'noin 80', '8 0', '81,', '-5'].filter(text => pattern.test(text))).toEqual([]);
    expect(input).toMatchObject({ id: 'value', isRequired: true });
  });

  it('fills what was answered before into the inputs', () => {
    const [rate] = nodesOfType(cardsOf(say(asked('usage-rate', { 'usage-rate': 81.5 }))), 'Input.Text');
    expect(rate?.value).toBe('81,5');
    const phases = nodesOfType(cardsOf(say(asked('phases', { 'phase-handling': 'na' }))), 'Input.ChoiceSet');
    expect(phases.map(({ id, value }) => `${id} ${value ?? '–'}`)).toEqual([
      'phase-application –',
      'phase-initiation –',
      'phase-handling na',
      'phase-decision –',
      'phase-invoicing –',
      'phase-archiving –',
      'phase-supervision –',
    ]);
  });
});

describe('an answered question', () => {
  const answered = {
    kind: 'answered',
    ...ref,
    step: 'plan',
    replaces: '5f',
    progress: progressAt(3),
  } as const;

  it('takes the place of the question by having its id', () => {
    for (const screen of ['cards', 'teams', 'text'] as const) {
      const [question] = say(asked('plan'), { screen });
      const [line] = say({ ...answered, values: { plan: 'partly' }, skipped: false }, { screen });
      expect(line?.id).toBe('q5f');
      expect(line?.id).toBe(question?.id);
    }
  });

  it('is one line of text', () => {
    expect(say({ ...answered, values: { plan: 'partly' }, skipped: false })).toMatchObject([
      { type: 'message', text: '3/13 Suunnitelma: Osittain', textFormat: 'plain' },
    ]);
    expect(textOf({ ...answered, values: {}, skipped: true })).toBe('3/13 Suunnitelma: ohitettu');
  });

  it('gathers the answers of a form, and says but once what holds for all', () => {
    const values = { 'phase-application': 'full', 'phase-decision': 'full', 'phase-handling': 'unknown' };
    const form = { ...answered, step: 'phases', progress: progressAt(10), values, skipped: false };
    expect(textOf(form)).toBe(
      '10/13 Prosessin vaiheet: Täysin digitaalinen: Hakemus, Päätöksenteko; En tiedä: Asiankäsittely',
    );
    const all = Object.fromEntries(Object.keys(BEST).map(id => [id, 'unknown']));
    expect(textOf({ ...form, values: all })).toBe('10/13 Prosessin vaiheet: En tiedä');
  });
});

it('has a question for every step of the instrument', () => {
  expect(instrument.steps.map(({ id }) => textOf(asked(id)).length > 50)).not.toContain(false);
});

/** Greeting, help, contact, side questions, refusals: what each has to say. */
import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../src/conversation/locale.ts';
import { instrument, ref } from './every-reply.ts';
import { CONTEXT, cardsOf, nodesOfType, SCREENS, say, textOf } from './rendering.ts';

const greeting = { kind: 'greeting', returning: false } as const;
const SAYS_AUTOMATION = { fi: 'automaattinen palvelu', sv: 'automatiserad tjänst', en: 'automated service' };

describe('the greeting', () => {
  it.each(SCREENS)(
    'says on %s that it is automation, how long it takes, what is kept, and how to reach a person',
    screen => {
      for (const locale of LOCALES) {
        const activities = say(greeting, { locale, screen });
        const [message] = activities;
        const text = message?.text ?? message?.summary ?? '';
        expect(activities).toHaveLength(1);
        expect(text).toContain(SAYS_AUTOMATION[locale]);
        expect(text).toContain(`${instrument.minutes?.min}–${instrument.minutes?.max} minu`);
        expect(text).toMatch(/\b30 (päivää|dagar|days) /);
        expect(text).toMatch(/yhteystiedot|kontakt|contact/);
      }
    },
  );

  it('counts one day as one day', () => {
    const context = { ...CONTEXT, retentionDays: 1 };
    expect(textOf(greeting, { context })).toContain('yhden päivän');
    expect(textOf(greeting, { context, locale: 'en' })).toContain('one day');
  });

  it('offers every language in that language', () => {
    for (const locale of LOCALES) {
      const buttons = nodesOfType(cardsOf(say(greeting, { locale })), 'Action.Submit');
      const languages = buttons.map(({ title, data }) => [title, data]).slice(-3);
      expect(languages).toEqual([
        ['Suomeksi', { do: 'locale', value: 'fi' }],
        ['På svenska', { do: 'locale', value: 'sv' }],
        ['In English', { do: 'locale', value: 'en' }],
      ]);
    }
  });

  it.each(LOCALES)('offers the quick check and the workbook by a button each (%s)', locale => {
    const buttons = nodesOfType(cardsOf(say(greeting, { locale })), 'Action.Submit').map(({ data }) => data);
    expect(buttons).toContainEqual({ do: 'command', name: 'start' });
    expect(buttons).toContainEqual({ do: 'command', name: 'start', dialog: 'workbook' });
  });

  it('is short for someone who comes back', () => {
    expect(textOf({ kind: 'greeting', returning: true }).length).toBeLessThan(textOf(greeting).length / 2);
  });
});

describe('the way to a person', () => {
  it('gives all that is configured, and nothing for what is not', () => {
    const text = textOf({ kind: 'contact' });
    expect(text).toContain(
      'Digipalvelut\nPuhelin: +358 8 123 4567\nSähköposti: digi@example.fi\nLomake: https://',
    );
    expect(text).toContain('Palveluaika: ma–pe 9–15');
    const bare = textOf({ kind: 'contact' }, { context: { ...CONTEXT, contact: { unit: 'Neuvonta' } } });
    expect(bare).toMatch(/Neuvonta$/);
  });

  it('is a link where the screen has links', () => {
    const links = nodesOfType(cardsOf(say({ kind: 'contact' })), 'TextBlock').map(({ text }) => text);
    expect(links).toContain('Puhelin: [+358 8 123 4567](tel:+35881234567)');
    expect(links).toContain('Sähköposti: [digi@example.fi](mailto:digi@example.fi)');
    expect(links).toContain('Lomake: [https://example.fi/lomake?(a)=1](https://example.fi/lomake?%28a%29=1)');
  });

  it('comes with the truth about not being a person', () => {
    expect(textOf({ kind: 'human' })).toMatch(/^En ole ihminen\./);
    expect(textOf({ kind: 'human' })).toContain('Digipalvelut');
  });
});

describe('a refused answer', () => {
  const missed = (misses: number) =>
    ({ kind: 'rejected', rejection: { problem: 'not-understood', misses } }) as const;

  it('says what would do', () => {
    const rejection = { problem: 'out-of-range', min: 0, max: 100 } as const;
    expect(textOf({ kind: 'rejected', rejection })).toBe('Luvun pitää olla välillä 0–100.');
  });

  it('gives no example of a number that the field would refuse', () => {
    // "81,5" was proposed where only whole numbers are taken, and where a year is asked.
    const rejection = { problem: 'not-understood', min: 0, max: 1_000_000, misses: 1 } as const;
    expect(textOf({ kind: 'rejected', rejection })).toBe('Kirjoita luku väliltä 0–1 000 000.');
  });

  it('names a person at the third miss and ever after, not before', () => {
    expect([1, 2, 3, 4].map(misses => textOf(missed(misses)).includes('Digipalvelut'))).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });
});

describe('side questions', () => {
  it('ask whether a reading was right, with yes and no', () => {
    const reply = {
      kind: 'did-you-mean',
      ...ref,
      nonce: '6',
      entries: [{ key: 'need', value: 'partly' }],
      names: {},
    } as const;
    expect(textOf(reply)).toBe('Tarkoititko: Osittain?\n\nVastaa kyllä tai ei.');
    expect(nodesOfType(cardsOf(say(reply)), 'Action.Submit').map(({ data }) => data)).toEqual([
      { do: 'confirm', nonce: '6', value: 'yes' },
      { do: 'confirm', nonce: '6', value: 'no' },
    ]);
  });

  it('offer typical reasons, own words and none', () => {
    const reply = { kind: 'reason', ...ref, step: 'need', nonce: '6', names: {} } as const;
    const press = { do: 'reason', step: 'need', nonce: '6' };
    expect(nodesOfType(cardsOf(say(reply)), 'Action.Submit').map(({ data }) => data)).toEqual([
      { ...press, value: 'Tehtävä ei kuulu kunnallemme' },
      { ...press, value: 'Joku muu hoitaa tämän puolestamme' },
      { ...press, value: 'Meillä ei ole tällaista palvelua' },
      press,
      press,
    ]);
  });

  it('explain why we ask, with an example and the source', () => {
    const text = textOf({ kind: 'explanation', ...ref, step: 'money', names: {} });
    expect(text).toMatch(/^Miksi kysyn tätä: Rahoitus\n\n/);
    expect(text).toContain('Esimerkki: ');
    expect(text).toMatch(/Kysymyksen lähde: .+\.$/);
  });

  it('tell questions of our own making from those of a source', () => {
    const steps = instrument.steps.map(step =>
      step.type === 'form' ? step : { ...step, basis: 'own' as const },
    );
    const context = { ...CONTEXT, instrument: () => ({ ...instrument, steps }) };
    const text = textOf({ kind: 'explanation', ...ref, step: 'money', names: {} }, { context });
    expect(text).toContain('Kysymys on tämän palvelun oma.');
  });
});

describe('where somebody is', () => {
  const at = (answered: number) =>
    textOf({ kind: 'status', ...ref, progress: { answered, total: 13, position: answered } });

  it('is told with how many questions are left, as it is asked', () => {
    expect(at(3)).toContain('3/13 kysymystä käyty läpi\n\nJäljellä on 10 kysymystä.');
    expect(at(12)).toContain('12/13 kysymystä käyty läpi\n\nJäljellä on yksi kysymys.');
  });

  it('says nothing of what is left when nothing is', () => {
    expect(at(13)).not.toContain('Jäljellä');
  });
});

describe('saved files', () => {
  it('are linked where the channel can, and explained where it cannot', () => {
    const fileLink = (what: string) => `https://portaat.example/files/${what}`;
    const linked = textOf({ kind: 'files', what: 'transcript' }, { context: { ...CONTEXT, fileLink } });
    expect(linked).toContain('https://portaat.example/files/transcript');
    expect(textOf({ kind: 'files', what: 'result' })).toContain('kopioit tekstin');
  });

  it.each(LOCALES)(
    'of a result are a page, a PDF of one page and a whole one, rows and data (%s)',
    locale => {
      const fileLink = (what: string, format: string) => `https://portaat.example/files/${what}.${format}`;
      const context = { ...CONTEXT, fileLink };
      const names = (what: 'result' | 'workbook', screen: (typeof SCREENS)[number]) => {
        const said = JSON.stringify(say({ kind: 'files', what }, { context, locale, screen }));
        return [...new Set([...said.matchAll(/files\/([a-z.]+)/g)].map(([, name]) => name))];
      };
      const report = ['result.html', 'result.pdf', 'report.pdf', 'result.docx'];
      for (const screen of SCREENS) {
        expect(names('result', screen)).toEqual([...report, 'result.txt', 'result.csv', 'result.json']);
        expect(names('workbook', screen)).toEqual(['workbook.xlsx', 'workbook.json', ...report]);
      }
    },
  );
});

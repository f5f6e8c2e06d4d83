/** Laki digitaalisten palvelujen tarjoamisesta 306/2019, 6 a § (palveluautomaatio): the conditions towards the user. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ConfigProblem, readConfig } from '../../src/config.ts';
import { LOCALES } from '../../src/conversation/locale.ts';
import { SCREENS, say } from '../presentation/rendering.ts';
import { type AppInProcess, AUTHORITY, appInProcess } from '../support/app-in-process.ts';
import { content } from '../support/content.ts';
import { fileLinks, personAt, wordsIn } from './person.ts';
import { teamsPersonAt } from './teams-person.ts';

let app: AppInProcess;

beforeAll(async () => {
  app = await appInProcess();
});

afterAll(() => app.close());

const page = async (path: string) => (await fetch(app.address + path)).text();

/** What a person may be in the middle of, and how they got there. */
const ANYWHERE: readonly (readonly [string, readonly string[]])[] = [
  ['at the greeting', []],
  ['at a question', ['aloita']],
  ['when asked why something does not apply', ['aloita', 'ei koske meitä']],
  ['when asked for a note', ['aloita', 'muistiinpano']],
  ['when asked to confirm', ['aloita', 'poista tietoni']],
  ['at a pause', ['aloita', 'tauko']],
  ['at the summary', ['aloita', 'yhteenveto']],
  ['at the result', ['aloita', 'näytä tulos']],
];

describe('6 a §, condition 4: it tells that it is automation', () => {
  const AUTOMATION = { fi: /automaat/, sv: /automat/, en: /automated/ } as const;

  it.each(LOCALES)('the first message does, before anything is asked (%s)', async locale => {
    const { greeted } = await personAt(app.address, locale);
    expect(greeted.words.split('\n')[0]).toBe(content.translate(locale)('bot:greeting.title'));
    expect(greeted.words.split('\n')[0]).toMatch(AUTOMATION[locale]);
  });

  it.each(SCREENS)('so does the first message on the screen %s', screen => {
    for (const locale of LOCALES) {
      const [first = ''] = wordsIn(say({ kind: 'greeting', returning: false }, { locale, screen })).split(
        '\n',
      );
      expect(first).toMatch(AUTOMATION[locale]);
    }
  });

  it.each(LOCALES)('the info page and the saved conversation do (%s)', async locale => {
    expect(await page(`/info?lang=${locale}`)).toContain(content.translate(locale)('bot:about.service'));
    const person = await personAt(app.address, locale);
    const [link = ''] = fileLinks(await person.say({ do: 'command', name: 'transcript' }));
    expect(await (await fetch(link)).text()).toContain(content.translate(locale)('files:automation'));
  });
});

describe('6 a §, condition 5: the way to a natural person is open', () => {
  const CONTACT = [
    AUTHORITY.CONTACT_UNIT,
    AUTHORITY.CONTACT_PHONE,
    AUTHORITY.CONTACT_EMAIL,
    AUTHORITY.CONTACT_FORM_URL,
    AUTHORITY.CONTACT_HOURS,
  ];
  const missingIn = (words: string) => CONTACT.filter(part => !words.includes(part));

  it.each(ANYWHERE)('by word and by button %s', async (_where, steps) => {
    const person = await personWhoSaid(steps);
    expect(missingIn((await person.say('yhteystiedot')).words)).toEqual([]);
    expect(missingIn((await person.say({ do: 'command', name: 'contact' })).words)).toEqual([]);
  });

  it.each([
    ['fi', 'yhteystiedot'],
    ['sv', 'kontakt'],
    ['en', 'contact'],
  ] as const)('the greeting offers it as a button and tells the word (%s)', async (locale, word) => {
    const person = await personAt(app.address, locale);
    expect(person.greeted.buttons).toContainEqual({ do: 'command', name: 'contact' });
    expect(person.greeted.words).toContain(word);
    expect(missingIn((await person.say(word)).words)).toEqual([]);
  });

  it('the result offers it as a button', async () => {
    const person = await personAt(app.address);
    await person.say('aloita');
    expect((await person.say('näytä tulos')).buttons).toContainEqual({ do: 'command', name: 'contact' });
  });

  it('the third misunderstanding in a row shows it unasked', async () => {
    const person = await personWhoSaid(['aloita', 'blaablaa', 'hölynpöly']);
    const third = await person.say('lorem ipsum');
    expect(missingIn(third.words)).toEqual([]);
    expect(third.buttons).toContainEqual({ do: 'command', name: 'contact' });
  });

  it('the page gives it to those without scripts, and so do the info pages', async () => {
    for (const path of ['/', '/info', '/privacy', '/accessibility', '/terms']) {
      expect(missingIn(await page(path))).toEqual([]);
    }
  });

  it('a public service does not start without it', () => {
    const production = {
      NODE_ENV: 'production',
      TEAMS_CHANNEL: 'off',
      PUBLIC_URL: 'https://bot.example.fi',
      ...AUTHORITY,
    };
    const without = (...names: (keyof typeof AUTHORITY)[]) => {
      const unset = Object.fromEntries(names.map(name => [name, '']));
      return () => readConfig({ ...production, ...unset });
    };
    expect(without()).not.toThrow();
    expect(without('CONTACT_UNIT')).toThrow(ConfigProblem);
    expect(without('CONTACT_PHONE', 'CONTACT_EMAIL', 'CONTACT_FORM_URL')).toThrow(/at least one way/);
  });
});

describe('6 a §, condition 6: the exchange can be saved', () => {
  it.each(ANYWHERE)('by word and by button %s', async (_where, steps) => {
    const person = await personWhoSaid(steps);
    for (const asked of ['tallenna keskustelu', { do: 'command', name: 'transcript' }]) {
      const links = fileLinks(await person.say(asked));
      expect(links.map(link => new URL(link).pathname)).toEqual([
        '/files/conversation.html',
        '/files/conversation.txt',
      ]);
    }
  });

  it('what both said is in the file, in order, with times and the moment of saving', async () => {
    const person = await personAt(app.address);
    for (const words of ['aloita', 'ohita', 'osittain']) await person.say(words);
    const [, text = ''] = fileLinks(await person.say('tallenna keskustelu'));
    const response = await fetch(text);
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="porrasbotti-/);
    const file = await response.text();
    const inOrder = [
      'Tallennettu 22.11.2026 klo 12.00.',
      '[22.11.2026 klo 12.00] Porrasbotti:\n  Hei!',
      '[22.11.2026 klo 12.00] Sinä:\n  aloita',
      'Onko kunnassasi sovittu, mihin digitalisaatiota tarvitaan?',
      'Sinä:\n  osittain',
      'Onko kuntasi alkanut digitalisoida palvelujaan?',
    ].map(part => file.indexOf(part));
    expect(inOrder).not.toContain(-1);
    expect(inOrder).toEqual(inOrder.toSorted((a, b) => a - b));
  });

  it('in Teams, which keeps the conversation itself, it says how and offers no dead link', async () => {
    const say = teamsPersonAt(app.address);
    await say('aloita');
    expect(await say('tallenna keskustelu')).toBe(content.translate('fi')('bot:files.transcript.by-hand'));
    const [result = ''] = fileLinks({ words: await say('tallenna tulos') });
    expect((await fetch(result)).status).toBe(200);
  });
});

async function personWhoSaid(steps: readonly string[]) {
  const person = await personAt(app.address);
  for (const step of steps) await person.say(step);
  return person;
}

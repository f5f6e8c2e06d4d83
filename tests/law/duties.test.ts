/** What else the law asks of a public body's bot: languages, data protection, accessibility, following of quality. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cardSteps, type Input, type Instrument, inputsOf } from '../../src/assessment/instrument.ts';
import { ConfigProblem, readConfig } from '../../src/config.ts';
import { LOCALES } from '../../src/conversation/locale.ts';
import { createTurns } from '../../src/turns/create-turns.ts';
import { SCREENS, say } from '../presentation/rendering.ts';
import { type AppInProcess, AUTHORITY, appInProcess } from '../support/app-in-process.ts';
import { content } from '../support/content.ts';
import { embeddedStore } from '../support/embedded-store.ts';
import { realContext } from '../support/real-context.ts';
import { fileLinks, personAt, wordsIn } from './person.ts';
import { teamsPersonAt } from './teams-person.ts';

let app: AppInProcess;

beforeAll(async () => {
  app = await appInProcess();
});

afterAll(() => app.close());

const MARK = 'Merkki-4711';

describe('kielilaki 423/2003: Finnish and Swedish on its own initiative', () => {
  it.each(LOCALES)('the first message offers every language as a button (%s)', async locale => {
    const { greeted } = await personAt(app.address, locale);
    for (const value of LOCALES) expect(greeted.buttons).toContainEqual({ do: 'locale', value });
  });

  it('where there are no buttons the first message tells the words', () => {
    for (const locale of LOCALES) {
      const words = wordsIn(say({ kind: 'greeting', returning: false }, { locale, screen: 'text' }));
      const others = { fi: 'suomeksi', sv: 'svenska', en: 'English' };
      for (const other of LOCALES.filter(one => one !== locale)) expect(words).toContain(others[other]);
    }
  });

  it('a change in mid-question keeps the place and the answers', async () => {
    const person = await personAt(app.address);
    for (const words of ['aloita', 'ohita', 'kyllä']) await person.say(words);
    const swedish = await person.say({ do: 'locale', value: 'sv' });
    expect(swedish.words).toContain(content.translate('sv')('quick-check:inputs.started.question'));
    const summary = await person.say('sammanfattning');
    expect(summary.words).toContain(content.translate('sv')('quick-check:scales.achievement.yes'));
  });
});

describe('honesty: "are you human?" is answered truthfully', () => {
  it.each([
    ['fi', 'oletko ihminen?', /En ole ihminen/],
    ['sv', 'är du en människa?', /ingen människa/],
    ['en', 'are you human?', /not a human/],
  ] as const)('%s: %s', async (locale, question, answer) => {
    const person = await personAt(app.address, locale);
    for (const step of [undefined, { do: 'command', name: 'start' }, { do: 'command', name: 'note' }]) {
      if (step) await person.say(step);
      const { words } = await person.say(question);
      expect(words).toMatch(answer);
      expect(words).toContain(AUTHORITY.CONTACT_PHONE);
    }
  });

  it('in Teams as well', async () => {
    expect(await teamsPersonAt(app.address)('oletko robotti vai ihminen?')).toMatch(/En ole ihminen/);
  });
});

function takesWords(input: Input): boolean {
  return input.type === 'text' || (input.type === 'multi' && input.own > 0);
}

/** A place that the step is asked at: the first item of each list around it, or one of a person's own where none is given. */
function itemsOf({ lists }: Instrument, around: readonly string[]): string[] {
  return around.reduce<string[]>((items, name) => {
    const list = lists[name];
    const parent = items.at(-1) ?? '';
    const given = !list ? [] : 'of' in list ? (list.items[parent] ?? []) : list.items;
    return items.concat(given[0]?.id ?? 'own-1');
  }, []);
}

describe('GDPR article 5, minimisation: no personal data is asked for', () => {
  const FREE = content.instruments.flatMap(instrument =>
    cardSteps(instrument).flatMap(({ step, lists }) =>
      inputsOf(step).some(takesWords) ? [{ instrument, step, lists }] : [],
    ),
  );

  it('no question but those on plans of one’s own takes free text', () => {
    const planning = ['experiment', 'targets', 'workbook'];
    expect(new Set(FREE.map(({ instrument }) => instrument.id))).toEqual(new Set(planning));
    // A register keeps the code of a listed name, and nothing of what was typed.
    const others = content.instruments.filter(({ id }) => !planning.includes(id)).flatMap(cardSteps);
    const types = new Set(others.flatMap(({ step }) => inputsOf(step)).map(({ type }) => type));
    expect([...types].filter(type => type === 'text' || type === 'date')).toEqual([]);
  });

  it.each(LOCALES)('every question that does says not to write personal data (%s)', locale => {
    for (const { instrument, step, lists } of FREE) {
      const items = itemsOf(instrument, lists);
      const key = [...items, step.id, ...(step.type === 'table' ? ['1'] : [])].join('.');
      const { id: dialog, version } = instrument;
      const progress = { answered: 0, total: 1, position: 1 };
      const values = { 'own-1.name': 'Uusi' };
      const asked = { kind: 'question', step: key, nonce: '1', dialog, version, progress, values } as const;
      for (const screen of SCREENS)
        expect(JSON.stringify(say(asked, { locale, screen })), `${key} ${screen}`).toMatch(CARE[locale]);
    }
  });

  const CARE = { fi: /henkilötieto/, sv: /personuppgift/, en: /personal data/ } as const;

  it.each(LOCALES)('the first message and every place for free words say not to write any (%s)', locale => {
    const [instrument] = content.instruments;
    const about = {
      dialog: instrument?.id ?? '',
      version: instrument?.version ?? '',
      step: 'need',
      nonce: '1',
      names: {},
    };
    for (const screen of SCREENS) {
      for (const reply of [
        { kind: 'greeting', returning: false },
        { kind: 'note-asked', ...about },
        { kind: 'reason', ...about },
      ] as const) {
        expect(wordsIn(say(reply, { locale, screen })), `${reply.kind} ${screen}`).toMatch(CARE[locale]);
      }
    }
  });

  it('neither cookies nor a log-in are used', async () => {
    for (const path of ['/', '/embed', '/info', '/privacy', '/accessibility', '/terms']) {
      const response = await fetch(app.address + path);
      expect([path, response.status, response.headers.get('set-cookie')]).toEqual([path, 200, null]);
    }
    const token = await fetch(`${app.address}/api/chat/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    expect([token.status, token.headers.get('set-cookie')]).toEqual([200, null]);
  });
});

describe('GDPR article 5, storage limitation: nothing outlives its time', () => {
  it('a conversation is gone once its days are over, and not before', async () => {
    const clock = { now: 0 };
    const store = await embeddedStore({ now: () => clock.now });
    const key = { channel: 'directline', conversation: 'one' };
    const turns = createTurns({ store, context: realContext, now: () => clock.now, count: () => undefined });
    await turns.process({
      key,
      deliveryId: 'a',
      input: { kind: 'text', text: 'aloita' },
      locale: 'fi',
      out: { to: 'log', heard: { text: MARK } },
    });
    clock.now = 86_400_000 - 1;
    expect(await turns.recall(key)).toBeDefined();
    clock.now = 86_400_000;
    expect(await turns.recall(key)).toBeUndefined();
    expect(await store.readLog(key, undefined, 10)).toEqual([]);
  });

  it.each([
    ['1', /yhden päivän/],
    ['7', /7 päivää/],
  ])('people are told how long: %s', async (days, words) => {
    const short = await appInProcess({ SESSION_TTL_DAYS: days });
    try {
      expect((await personAt(short.address)).greeted.words).toMatch(words);
      expect(await (await fetch(`${short.address}/privacy`)).text()).toMatch(words);
    } finally {
      await short.close();
    }
  });
});

describe('GDPR article 15: a person gets what is kept', () => {
  it('as the conversation and as data', async () => {
    const person = await personAt(app.address);
    for (const words of ['aloita', 'ohita', 'osittain', 'muistiinpano', MARK, 'tauko'])
      await person.say(words);
    const files = [
      ...fileLinks(await person.say('vie tietoni')),
      ...fileLinks(await person.say('tallenna keskustelu')),
    ];
    const text = async (name: string) => (await fetch(files.find(one => one.includes(name)) ?? '')).text();
    expect(JSON.parse(await text('result.json'))).toMatchObject({
      answers: { need: 'partly' },
      notes: { started: MARK },
    });
    expect(await text('conversation.txt')).toContain(MARK);
  });
});

describe('digipalvelulaki 6 a §, a responsible role', () => {
  const production = { NODE_ENV: 'production', TEAMS_CHANNEL: 'off', PUBLIC_URL: 'https://bot.example.fi' };

  it('a public service does not start without one', () => {
    expect(() => readConfig({ ...production, ...AUTHORITY })).not.toThrow();
    expect(() => readConfig({ ...production, ...AUTHORITY, RESPONSIBLE_ROLE: '' })).toThrow(ConfigProblem);
    expect(() => readConfig({ ...production, ...AUTHORITY, RESPONSIBLE_ROLE: '' })).toThrow(
      /RESPONSIBLE_ROLE/,
    );
  });

  it.each(LOCALES)('the info page names it (%s)', async locale => {
    const shown = await (await fetch(`${app.address}/info?lang=${locale}`)).text();
    expect(shown).toContain(AUTHORITY.RESPONSIBLE_ROLE);
  });
});

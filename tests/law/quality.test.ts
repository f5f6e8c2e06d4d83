/** Digipalvelulaki 6 a §: the quality of the service is followed, in numbers that say nothing of anybody. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppInProcess, appInProcess } from '../support/app-in-process.ts';
import { content } from '../support/content.ts';
import { personAt } from './person.ts';

const PASSWORD = 'salasana-vain-testiin';
const MARK = 'Merkki-4711';

let app: AppInProcess;
let conversationId: string;

beforeAll(async () => {
  app = await appInProcess({ STAFF_PASSWORD: PASSWORD });
  const person = await personAt(app.address);
  conversationId = person.conversationId;
  for (const words of [
    'aloita',
    'ohita',
    'kyllä',
    `${MARK} hölynpöly`,
    'yhteystiedot',
    'muistiinpano',
    MARK,
  ]) {
    await person.say(words);
  }
  await person.say({ do: 'feedback', value: 'up' });
  await person.say('näytä tulos');
  // Somebody else stops at the second question.
  const other = await personAt(app.address);
  for (const words of ['aloita', 'ohita', 'ei']) await other.say(words);
});

afterAll(() => app.close());

const ask = (path: string, password?: string) =>
  fetch(app.address + path, {
    ...(password !== undefined && {
      headers: { authorization: `Basic ${Buffer.from(`anyone:${password}`).toString('base64')}` },
    }),
  });

const COUNTED = /^porrasbotti_events_total\{event="([^"]*)",step="([^"]*)"\} (\d+)$/gm;

describe('/metrics', () => {
  it('counts what was asked, answered, not understood, finished, contacts and feedback', async () => {
    const text = await (await ask('/metrics', PASSWORD)).text();
    const counts = Object.fromEntries(
      [...text.matchAll(COUNTED)].map(([, event, step, times]) => [`${event} ${step}`.trim(), Number(times)]),
    );
    expect(counts).toMatchObject({
      started: 2,
      'asked need': 2,
      'answered need': 2,
      'reprompted started': 1,
      contact: 1,
      'feedback-up': 1,
      finished: 1,
    });
    expect(counts['asked started']).toBeGreaterThanOrEqual(2);
    expect(counts['answered started']).toBeUndefined();
  });

  it('holds nothing but names of events and of steps', async () => {
    const text = await (await ask('/metrics', PASSWORD)).text();
    const counted = [...text.matchAll(COUNTED)];
    const labels = new Set(
      [...text.matchAll(/([a-z]+)="([^"]*)"/g)].map(([, name = '', value = '']) => `${name}=${value}`),
    );
    const others = [...labels].filter(label => !/^(event|step|le)=/.test(label)).sort();
    expect(
      others.filter(label => !/^(channel=directline|outcome=[a-z]+|operation=[a-z-]+)$/.test(label)),
    ).toEqual([]);
    const steps = new Set(['', ...content.instruments.flatMap(({ steps }) => steps.map(({ id }) => id))]);
    expect(
      counted.filter(([, event = '', step = '']) => !/^[a-z-]{3,20}$/.test(event) || !steps.has(step)),
    ).toEqual([]);
    expect([text.includes(MARK), text.includes(conversationId)]).toEqual([false, false]);
  });
});

describe('/staff', () => {
  it('shows them to whoever knows the password, question by question', async () => {
    const response = await ask('/staff', PASSWORD);
    const shown = await response.text();
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(shown).toContain(content.translate('fi')('staff:title'));
    expect(shown).toMatch(/Tarpeen tunnistaminen<\/th><td>2<\/td><td>2<\/td><td>0<\/td>/);
    expect([shown.includes(MARK), shown.includes(conversationId)]).toEqual([false, false]);
  });

  it.each(['/staff', '/metrics'])('%s is closed to others', async path => {
    for (const password of [undefined, '', 'arvaus', `${PASSWORD} `, PASSWORD.toUpperCase()]) {
      const response = await ask(path, password);
      expect([password, response.status]).toEqual([password, 401]);
      expect(await response.text()).not.toMatch(/started|asked|porrasbotti_events/);
    }
  });
});

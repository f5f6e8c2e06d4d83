/** The tab of the app in Teams, over HTTP: what the bot's link opens, for whom, and where it may be shown. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { LOCALES } from '../../src/conversation/locale.ts';
import { escapeHtml } from '../../src/reports/escape-html.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/port.ts';
import { type AppInProcess, appInProcess } from '../support/app-in-process.ts';
import { APP_ID, type ChannelIssuer, createChannelIssuer } from '../support/channel-tokens.ts';
import { content } from '../support/content.ts';
import { START } from './bot-under-test.ts';
import { type RecordingConnector, startRecordingConnector } from './recording-connector.ts';
import { teamsActivities } from './teams-activities.ts';

const CATALOGUE_ID = '00000000-0000-4000-8000-00000000ca7a';
const DAY_MS = 86_400_000;
const TEAMS = {
  MicrosoftAppId: APP_ID,
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppTenantId: '00000000-0000-4000-8000-00000000aaaa',
  MicrosoftAppPassword: 'not-a-real-one',
};

let connector: RecordingConnector;
let issuer: ChannelIssuer;
let app: AppInProcess;
let store: Store;
let teams: ReturnType<typeof teamsActivities>;

beforeAll(async () => {
  connector = await startRecordingConnector();
  issuer = createChannelIssuer({ now: () => START, serviceUrl: connector.serviceUrl });
  teams = teamsActivities(connector.serviceUrl);
  const outside = {
    fetchJson: issuer.fetchJson,
    accessToken: async () => 'token-of-the-bot',
    plainHttp: 'loopback',
    sleep: async () => {},
  } as const;
  app = await appInProcess(
    { ...TEAMS, TRUSTED_SERVICE_HOSTS: connector.host, TEAMS_APP_ID: CATALOGUE_ID },
    { outside },
  );
  app.clock.now = START;
  store = await openStore({ dataDir: app.dataDir, ttlDays: 30, now: () => START, onProblem: () => {} });
});
afterAll(async () => {
  await store.close();
  await app.close();
  await connector.close();
});
beforeEach(() => {
  connector.sent.length = 0;
  app.clock.now = START;
});

/** Says it as this activity, and gives the addresses of Teams' tab in what the bot sent. */
async function tabLinks(activity: object & { text: string }, text: string): Promise<URL[]> {
  connector.sent.length = 0;
  const response = await fetch(`${app.address}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: issuer.authorization() },
    body: JSON.stringify({
      ...activity,
      id: randomUUID(),
      text: activity.text.replace(/hei|kyllä|aloita/, text),
    }),
  });
  expect(response.status).toBeLessThan(300);
  await expect.poll(() => store.undelivered(-1, 10), { interval: 2 }).toEqual([]);
  const sent = JSON.stringify(connector.sent.map(({ activity: one }) => one));
  return [...new Set(sent.match(/https:\/\/teams\.microsoft\.com\/l\/entity[^"\\)]*/g))].map(
    link => new URL(link),
  );
}

function keyOf(link: URL | undefined): string {
  const context: unknown = JSON.parse(link?.searchParams.get('context') ?? '{}');
  return z.object({ subEntityId: z.string() }).parse(context).subEntityId;
}

async function tab(query: string) {
  const response = await fetch(`${app.address}/tab${query}`);
  return { status: response.status, html: await response.text(), headers: response.headers };
}

const shown = (locale: (typeof LOCALES)[number], key: string) =>
  escapeHtml(content.translate(locale)(`files:tab.${key}`));

describe('the link', () => {
  test('that the bot gives opens the person’s own result in the tab, for a day', async () => {
    for (const words of ['aloita', 'ohita', 'osittain']) await tabLinks(teams.personalMessage(), words);
    const [link, ...others] = await tabLinks(teams.personalMessage(), 'tallenna tulos');
    expect(others).toEqual([]);
    expect(link?.pathname).toBe(`/l/entity/${CATALOGUE_ID}/result`);
    const key = keyOf(link);
    const own = await tab(`?lang=fi-fi&key=${key}`);
    expect([own.status, own.html]).toEqual([200, expect.stringContaining('Osittain')]);
    expect(own.html).not.toContain(shown('fi', 'how'));
    expect(new URL(link?.searchParams.get('webUrl') ?? '').searchParams.get('key')).toBe(key);
    app.clock.now += DAY_MS;
    const late = await tab(`?lang=fi-fi&key=${key}`);
    expect([late.status, late.html.includes(shown('fi', 'expired'))]).toEqual([404, true]);
  });

  test('is not given where others read', async () => {
    for (const activity of [teams.groupMention(), teams.channelReply()]) {
      await tabLinks(activity, 'aloita');
      expect(await tabLinks(activity, 'tallenna tulos')).toEqual([]);
      expect(JSON.stringify(connector.sent)).toContain('/files/result.html');
    }
  });
});

describe('the page', () => {
  test.each(['', '?key=', '?key=%7Bpage.subPageId%7D', '?lang=%7Bapp.locale%7D&key=%7Bpage.subPageId%7D'])(
    'without a link (%s) says how to get one',
    async query => {
      const { status, html } = await tab(query);
      expect(status).toBe(200);
      for (const words of ['none', 'how']) expect(html).toContain(shown('fi', words));
    },
  );

  test.each(LOCALES)('speaks the language of Teams, %s', async locale => {
    const { html } = await tab(`?lang=${locale}-fi`);
    expect(html).toContain(`<html lang="${locale}">`);
    expect(html).toContain(shown(locale, 'how'));
  });

  test.each(['?key=forged', '?key=a.b.c', '?userObjectId=someone&tid=somewhere&key=x', '?key=%00'])(
    'takes nobody’s word for who asks: %s',
    async query => {
      const { status, html } = await tab(query);
      expect(status).toBe(404);
      expect(html).toContain(shown('fi', 'how'));
    },
  );

  test('is shown by Teams’ hosts and no others, runs no script but its own, and is kept by nobody', async () => {
    const { headers } = await tab('');
    const policy = Object.fromEntries(
      (headers.get('content-security-policy') ?? '').split('; ').map(part => {
        const [name = '', ...values] = part.split(' ');
        return [name, values.join(' ')];
      }),
    );
    expect(policy['frame-ancestors']).toBe(
      'https://teams.microsoft.com https://*.teams.microsoft.com https://*.cloud.microsoft',
    );
    expect([policy['default-src'], policy['script-src']]).toEqual(["'none'", "'self'"]);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-robots-tag')).toBe('noindex, nofollow');
    expect(headers.get('x-frame-options')).toBeNull();
  });

  test.each([
    ['the app is in no catalogue', {}],
    ['Teams is off', { TEAMS_CHANNEL: 'off', TEAMS_APP_ID: CATALOGUE_ID }],
  ])('is not there when %s', async (_, settings) => {
    const other = await appInProcess(settings);
    expect((await fetch(`${other.address}/tab`)).status).toBe(404);
    await other.close();
  });
});

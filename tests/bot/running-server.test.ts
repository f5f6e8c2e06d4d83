/** The whole server, over HTTP, as a Bot Framework channel meets it. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { problem } from '../../src/bot/bot-answer.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/port.ts';
import { type AppInProcess, appInProcess } from '../support/app-in-process.ts';
import { APP_ID, type ChannelIssuer, createChannelIssuer } from '../support/channel-tokens.ts';
import { badTokens } from './bad-tokens.ts';
import { START } from './bot-under-test.ts';
import { type RecordingConnector, startRecordingConnector } from './recording-connector.ts';
import { teamsActivities } from './teams-activities.ts';
import { type TeamsPerson, teamsPerson } from './teams-person.ts';

let connector: RecordingConnector;
let issuer: ChannelIssuer;
let app: AppInProcess;
let store: Store;
let teams: ReturnType<typeof teamsActivities>;

beforeAll(async () => {
  connector = await startRecordingConnector();
  issuer = createChannelIssuer({ now: () => START, serviceUrl: connector.serviceUrl });
  teams = teamsActivities(connector.serviceUrl);
  const { fetchJson } = issuer;
  app = await appInProcess(
    {
      MicrosoftAppId: APP_ID,
      MicrosoftAppType: 'SingleTenant',
      MicrosoftAppTenantId: '00000000-0000-4000-8000-00000000aaaa',
      MicrosoftAppPassword: 'not-a-real-one',
      TRUSTED_SERVICE_HOSTS: connector.host,
    },
    {
      outside: {
        fetchJson,
        accessToken: async () => 'token-of-the-bot',
        plainHttp: 'loopback',
        sleep: async () => {},
      },
    },
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
});

async function post(body: unknown, authorization: string | null = issuer.authorization()) {
  const response = await fetch(`${app.address}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(authorization !== null && { authorization }) },
    body: JSON.stringify(body),
  });
  return { status: response.status, text: await response.text() };
}

/** Resolves when every reply has left the outbox of the server's own store. */
async function settled(): Promise<void> {
  await expect.poll(() => store.undelivered(-1, 10), { interval: 2 }).toEqual([]);
}

const ANSWERS = [{ do: 'form' }, { do: 'answer', value: 'yes' }, { do: 'answer', value: 'unknown' }];

const places = [
  ['a personal chat', () => teams.personalMessage()],
  ['a group chat', () => teams.groupMention()],
  ['a channel thread', () => teams.channelReply()],
] as const;

describe('a signed activity', () => {
  test.each(places)('runs the whole quick check in %s', { timeout: 30_000 }, async (_, message) => {
    const { conversation } = message();
    const bot = {
      call: async (body: unknown) => ({ status: (await post(body)).status }),
      settled,
    };
    const person: TeamsPerson = teamsPerson(bot, connector, (value, fields) =>
      teams.press(value, { conversation, ...fields }),
    );
    await person.do({ ...message(), text: message().text.replace(/hei|kyllä/, 'aloita') });
    await person.press({ do: 'form', step: 'scope' }, { municipality: 'Oulu' });
    for (let question = 1; !person.offers({ do: 'go' }); question += 1) {
      expect(question).toBeLessThanOrEqual(14);
      await person.press(ANSWERS.find(answer => person.offers(answer)) ?? { do: 'answer' });
    }
    await person.press({ do: 'command', name: 'finish' });
    const seen = JSON.stringify(person.seen.map(({ activity }) => activity));
    expect(seen).toContain(`${app.address.replace('127.0.0.1', 'localhost')}/pictures/stair`);
    expect(connector.sent.every(({ authorization }) => authorization === 'Bearer token-of-the-bot')).toBe(
      true,
    );
  });
});

test('a message with a long quotation, over 64 KB of it, is answered', async () => {
  const quoted = `<blockquote>${'pitkä lainaus '.repeat(2500)}</blockquote>`;
  const attachments = [{ contentType: 'text/html', content: `${quoted}${quoted}<p>ohje</p>` }];
  const message = { ...teams.personalMessage({ text: `${quoted}ohje`, attachments }), id: 'long' };
  expect(JSON.stringify(message).length).toBeGreaterThan(64 * 1024);
  expect(await post(message)).toMatchObject({ status: 200 });
  await settled();
  expect(connector.sent).toHaveLength(1);
});

describe('a bad token', () => {
  /** More than a header may hold is refused before anybody reads it. */
  const expected = (authorization: string | null) => ((authorization ?? '').length > 16_000 ? 431 : 401);

  test.each(badTokens)('%s is turned away, and nothing is said', async (_, __, forge) => {
    const authorization = forge(issuer);
    const { status, text } = await post(teams.personalMessage(), authorization);
    expect(status).toBe(expected(authorization));
    if (status === 401) expect(JSON.parse(text)).toEqual(problem('unauthorized').body);
    expect(connector.sent).toEqual([]);
  });
});

describe('whatever else comes', () => {
  const huge = { text: 'x'.repeat(2_000_000) };
  const odd: readonly [name: string, body: unknown][] = [
    ['nothing', {}],
    ['null', null],
    ['a list', []],
    ['no conversation', { type: 'message' }],
    ['two megabytes', huge],
  ];

  test.each(odd)('%s is answered by 4xx', async (_, body) => {
    const { status } = await post(body);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
  });

  test.each(['reaction', 'edit'] as const)('a %s is taken and not answered', async what => {
    expect(await post(teams[what]())).toMatchObject({ status: 200 });
    expect(connector.sent).toEqual([]);
  });
});

import { generateKeyPairSync } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { problem } from '../../src/bot/bot-answer.ts';
import { createGuard } from '../../src/bot/guard.ts';
import { readActivity } from '../../src/bot/incoming-activity.ts';
import { createKnownCallers } from '../../src/bot/known-callers.ts';
import { createServiceHosts, isLoopback } from '../../src/bot/service-hosts.ts';
import { createSigningKeys } from '../../src/bot/signing-keys.ts';
import { APP_ID, foreignKey, jwk } from '../support/channel-tokens.ts';
import { badTokens } from './bad-tokens.ts';
import { type BotUnderTest, START, startBot } from './bot-under-test.ts';
import { teamsActivities } from './teams-activities.ts';

const SECONDS = START / 1000;
const HOUR = 3600;

/** Why a guard of its own would turn the token away: each kind is refused for what is wrong with it. */
async function reasonFor({ issuer, connector }: BotUnderTest, authorization: string | null) {
  const guard = createGuard({
    appId: APP_ID,
    keys: createSigningKeys({ fetchJson: issuer.fetchJson, now: () => START, log: silent }),
    hosts: createServiceHosts({ trusted: [connector.host], plainHttp: 'loopback' }),
    now: () => START,
  });
  const read = readActivity(teamsActivities(connector.serviceUrl).personalMessage());
  if (read.kind === 'invalid') throw new Error(read.field);
  const request = {
    authorization: authorization ?? undefined,
    address: '127.0.0.1',
    activity: read.activity,
  };
  const verdict = await guard.check(request);
  return verdict.kind === 'refused' ? verdict.reason : verdict.kind;
}

const silent = { info: () => {}, warn: () => {}, error: () => {} };

describe('a bad token', () => {
  let bot: BotUnderTest;
  beforeAll(async () => {
    bot = await startBot();
  });
  afterAll(() => bot.close());

  test('there are at least forty kinds', () => {
    expect(badTokens.length).toBeGreaterThanOrEqual(40);
  });

  test.each(badTokens)('%s: 401 with a code and nothing else', async (_, reason, forge) => {
    const activity = teamsActivities(bot.connector.serviceUrl).personalMessage();
    const authorization = forge(bot.issuer);
    expect(await reasonFor(bot, authorization)).toBe(reason);
    const answer = await bot.call(activity, authorization);
    expect(answer).toEqual(problem('unauthorized'));
    expect(bot.turns.applied).toEqual([]);
    expect(bot.connector.sent).toEqual([]);
  });

  test('unknown key ids by the hundred make the bot ask for the keys once', async () => {
    const activity = teamsActivities(bot.connector.serviceUrl).personalMessage();
    const before = bot.issuer.fetched();
    for (let call = 0; call < 300; call++) {
      await bot.call(activity, bot.issuer.authorization({ header: { kid: `unknown-${call}` } }));
    }
    expect(bot.issuer.fetched() - before).toBeLessThanOrEqual(1);
  });

  test('a flood of them writes one line a minute into the log', async () => {
    const before = bot.logged.length;
    const activity = teamsActivities(bot.connector.serviceUrl).personalMessage();
    for (let call = 0; call < 500; call++) await bot.call(activity, 'Bearer x');
    expect(bot.logged.length - before).toBeLessThanOrEqual(1);
    expect(JSON.stringify(bot.logged)).not.toContain('Bearer');
  });
});

describe('a good token', () => {
  let bot: BotUnderTest;
  beforeEach(async () => {
    bot = await startBot();
  });
  afterEach(() => bot.close());

  const message = () => teamsActivities(bot.connector.serviceUrl).personalMessage();

  test('lets the activity in', async () => {
    expect(await bot.call(message())).toEqual({ status: 200 });
    expect(bot.turns.applied).toHaveLength(1);
  });

  test.each([
    ['that ended less than five minutes ago', { exp: SECONDS - 299 }],
    ['that begins in less than five minutes', { nbf: SECONDS + 299 }],
    ['without a beginning', { nbf: undefined }],
    ['with claims this bot does not read', { extra: 'x', jti: 'y' }],
  ])('lets one in %s', async (_, changed) => {
    expect((await bot.call(message(), bot.issuer.authorization({ claims: changed }))).status).toBe(200);
  });

  test('may be written with the scheme in small letters', async () => {
    expect((await bot.call(message(), bot.issuer.authorization().replace('Bearer', 'bearer'))).status).toBe(
      200,
    );
  });

  test('remembered, opens neither another channel nor another address', async () => {
    const authorization = bot.issuer.authorization();
    expect((await bot.call(message(), authorization)).status).toBe(200);
    expect((await bot.call({ ...message(), channelId: 'slack' }, authorization)).status).toBe(401);
    const elsewhere = { ...message(), serviceUrl: `http://${bot.connector.host}/elsewhere/` };
    expect((await bot.call(elsewhere, authorization)).status).toBe(401);
    expect((await bot.call(message(), `${authorization.slice(0, -4)}AAAA`)).status).toBe(401);
  });

  test('is not remembered beyond its end', async () => {
    const authorization = bot.issuer.authorization({ claims: { exp: SECONDS + 60 } });
    expect((await bot.call(message(), authorization)).status).toBe(200);
    bot.clock.now = START + 60_000 + 5 * 60_000 - 1;
    expect((await bot.call(message(), authorization)).status).toBe(200);
    bot.clock.now += 1;
    expect((await bot.call(message(), authorization)).status).toBe(401);
  });

  test('is not remembered for more than five minutes after its key was withdrawn', async () => {
    const authorization = bot.issuer.authorization({ claims: { exp: SECONDS + 48 * HOUR } });
    expect((await bot.call(message(), authorization)).status).toBe(200);
    bot.issuer.keySet.splice(0);
    bot.clock.now = START + 25 * HOUR * 1000;
    await bot.call(message(), authorization);
    bot.clock.now += 5 * 60_000;
    expect((await bot.call(message(), authorization)).status).toBe(401);
  });

  test('of a key for other channels is refused', async () => {
    const answer = await bot.call({ ...message(), channelId: 'telegram' });
    expect(answer.status).toBe(401);
  });

  test('of a key that endorses no channel is refused', async () => {
    bot.issuer.keySet.push(jwk(foreignKey, 'silent-key', undefined));
    const authorization = bot.issuer.authorization({ header: { kid: 'silent-key' }, key: foreignKey });
    expect((await bot.call(message(), authorization)).status).toBe(401);
  });

  test('of a new key is let in once the keys have been asked for again', async () => {
    expect((await bot.call(message())).status).toBe(200);
    bot.issuer.keySet.push(jwk(foreignKey, 'new-key', ['msteams']));
    const authorization = bot.issuer.authorization({ header: { kid: 'new-key' }, key: foreignKey });
    expect((await bot.call(message(), authorization)).status).toBe(401);
    bot.clock.now += 5 * 60_000;
    expect((await bot.call(message(), authorization)).status).toBe(200);
    expect(bot.issuer.fetched()).toBe(2);
  });

  test('asks for the keys once, however many come at the same time', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => bot.call(message())));
    expect(answers.map(({ status }) => status)).toEqual(Array(50).fill(200));
    expect(bot.issuer.fetched()).toBe(1);
  });
});

describe('the address for the replies', () => {
  const hosts = createServiceHosts({ trusted: ['bots.example.fi', '127.0.0.1:9'], plainHttp: 'refused' });

  test.each([
    'https://smba.trafficmanager.net/emea/',
    'https://smba.trafficmanager.net/emea/00000000-0000-4000-8000-00000000aaaa/',
    'https://webchat.botframework.com/',
    'https://europe.directline.botframework.com',
    'https://smba.infra.gcc.teams.microsoft.com/gcc',
    'https://BOTS.example.fi/',
    'https://127.0.0.1:9/',
  ])('%s is known', address => {
    expect(hosts.allows(address)).toBe(true);
  });

  test.each([
    'http://smba.trafficmanager.net/emea/',
    'https://smba.trafficmanager.net:8443/',
    'https://webchat.botframework.com:8443/',
    'https://smba.trafficmanager.net.example.org/',
    'https://evil.trafficmanager.net/',
    'https://evilbotframework.com/',
    'https://botframework.com.example.org/',
    'https://smba.trafficmanager.net@example.org/',
    'https://user:secret@smba.trafficmanager.net/',
    'https://smba.trafficmanager.net/?x=1',
    'https://smba.trafficmanager.net/#x',
    'https://bots.example.fi.example.org/',
    'https://sub.bots.example.fi/',
    'https://169.254.169.254/',
    'https://127.0.0.1/',
    'https://[::1]/',
    'http://127.0.0.1:9/',
    'ftp://smba.trafficmanager.net/',
    'file:///etc/passwd',
    'urn:botframework:websocket:x',
    '//smba.trafficmanager.net/',
    'smba.trafficmanager.net',
    '',
  ])('%s is not', address => {
    expect(hosts.allows(address)).toBe(false);
  });

  test('is held against the list even when the token is right', async () => {
    const bot = await startBot();
    const serviceUrl = 'https://replies.example.org/';
    const activity = { ...teamsActivities(serviceUrl).personalMessage() };
    const authorization = bot.issuer.authorization({ claims: { serviceurl: serviceUrl } });
    expect((await bot.call(activity, authorization)).status).toBe(401);
    await bot.close();
  });
});

describe('this machine', () => {
  test.each([
    'localhost',
    '127.0.0.1',
    '127.8.8.8',
    '::1',
    '[::1]',
    '0:0:0:0:0:0:0:1',
    '::ffff:127.0.0.1',
    '::FFFF:7f00:1',
  ])('is %s', host => {
    expect(isLoopback(host)).toBe(true);
  });

  test.each([
    '',
    '0.0.0.0',
    '::',
    '::2',
    '192.0.2.7',
    '::ffff:192.0.2.7',
    '128.0.0.1',
    '127.0.0.1.example.org',
    'localhost.example.org',
    '127.0.0.1:3978',
  ])('is not %j', host => {
    expect(isLoopback(host)).toBe(false);
  });
});

describe('without an app id', () => {
  let bot: BotUnderTest;
  beforeEach(async () => {
    bot = await startBot({ credentials: { kind: 'none' } });
  });
  afterEach(() => bot.close());

  const message = () => teamsActivities(bot.connector.serviceUrl).personalMessage();

  test('this machine is answered on this machine', async () => {
    expect((await bot.call(message(), null)).status).toBe(200);
    expect((await bot.call(message(), null, '::1')).status).toBe(200);
    expect((await bot.call(message(), null, '::ffff:127.0.0.1')).status).toBe(200);
  });

  test.each(['https://smba.trafficmanager.net/emea/', 'http://192.0.2.1/', 'http://127.0.0.1.example.org/'])(
    'nothing is sent to %s',
    async serviceUrl => {
      expect((await bot.call({ ...message(), serviceUrl }, null)).status).toBe(401);
    },
  );

  test('nobody else is let in', async () => {
    expect((await bot.call(message(), null, '192.0.2.7')).status).toBe(401);
    expect((await bot.call(message(), null, '')).status).toBe(401);
  });
});

describe('when the keys cannot be fetched', () => {
  test('tokens are refused, and the network is not asked for each of them', async () => {
    let asked = 0;
    const fetchJson = async () => {
      asked += 1;
      throw new Error('getaddrinfo ENOTFOUND login.botframework.com');
    };
    const bot = await startBot({ outside: { fetchJson } });
    const activity = teamsActivities(bot.connector.serviceUrl).personalMessage();
    for (let call = 0; call < 100; call++) {
      expect(await bot.call(activity)).toEqual(problem('unauthorized'));
    }
    expect(asked).toBe(1);
    bot.clock.now += 10_000;
    await bot.call(activity);
    expect(asked).toBe(2);
    await bot.close();
  });

  test('a slow network is not asked again while it has not answered', async () => {
    let asked = 0;
    const fetchJson = () => {
      asked += 1;
      return new Promise<never>(() => {});
    };
    const bot = await startBot({ outside: { fetchJson } });
    const activity = teamsActivities(bot.connector.serviceUrl).personalMessage();
    void bot.call(activity);
    bot.clock.now += 60_000;
    void bot.call(activity);
    expect(asked).toBe(1);
    await bot.close();
  });

  test('known keys go on being used, for five days at most', async () => {
    const online = { yes: true };
    const bot = await startBot({
      outside: {
        fetchJson: url => (online.yes ? bot.issuer.fetchJson(url) : Promise.reject(new Error('offline'))),
      },
    });
    const activity = teamsActivities(bot.connector.serviceUrl).personalMessage();
    expect((await bot.call(activity)).status).toBe(200);
    online.yes = false;
    bot.clock.now = START + 119 * HOUR * 1000;
    expect((await bot.call(activity)).status).toBe(200);
    bot.clock.now = START + 121 * HOUR * 1000;
    expect((await bot.call(activity)).status).toBe(401);
    await bot.close();
  });

  test.each([
    ['a document without the address of the keys', {}],
    ['an address of the keys elsewhere', { jwks_uri: 'https://keys.example.org/' }],
    [
      'an address of the keys that only looks right',
      { jwks_uri: 'https://botframework.com.example.org/keys' },
    ],
    ['nonsense', 'nonsense'],
  ])('%s opens nothing', async (_, document) => {
    const bot = await startBot({
      outside: {
        fetchJson: async url =>
          url.endsWith('/openidconfiguration') ? document : { keys: bot.issuer.keySet },
      },
    });
    const activity = teamsActivities(bot.connector.serviceUrl).personalMessage();
    expect((await bot.call(activity)).status).toBe(401);
    await bot.close();
  });

  test('keys of other kinds, or too weak, are passed over', async () => {
    const bot = await startBot();
    const weak = generateKeyPairSync('rsa', { modulusLength: 1024 });
    bot.issuer.keySet.push(
      { kty: 'EC', kid: 'ec', crv: 'P-256' },
      { kty: 'RSA', kid: 'broken', n: '!', e: '!', endorsements: ['msteams'] },
      { ...jwk(weak.publicKey, 'weak', ['msteams']) },
    );
    const activity = teamsActivities(bot.connector.serviceUrl).personalMessage();
    const authorization = bot.issuer.authorization({ header: { kid: 'weak' }, key: weak.privateKey });
    expect((await bot.call(activity, authorization)).status).toBe(401);
    expect((await bot.call(activity)).status).toBe(200);
    await bot.close();
  });
});

test('only so many callers are remembered', () => {
  const known = createKnownCallers(() => START);
  const caller = (number: number) => ({
    authorization: `Bearer ${number}`,
    channelId: 'msteams',
    serviceUrl: 'x',
  });
  for (let number = 0; number <= 2000; number++) known.add(caller(number), START + 1);
  expect(known.has(caller(0))).toBe(false);
  expect(known.has(caller(1))).toBe(true);
  expect(known.has(caller(2000))).toBe(true);
});

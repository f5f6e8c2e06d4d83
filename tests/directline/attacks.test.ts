/** What is tried against a public endpoint, and that none of it gets in, gets out, brings it down or reaches the log. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FEWEST } from '../../src/assessment/collecting.ts';
import { DEFAULT_LIMITS } from '../../src/directline/limits.ts';
import { call, openPage, openSocket } from './support/client.ts';
import { ORIGIN, SECRET, type Served, serve } from './support/serve.ts';

type Page = Awaited<ReturnType<typeof openPage>>;

let served: Served;
let mallory: Page;
let victim: Page;

beforeEach(async () => {
  served = await serve(undefined, { limits: { activitiesPerMinute: 5 } });
  [mallory, victim] = [await openPage(served), await openPage(served)];
  await victim.start();
  await victim.say('salaisuus');
});

afterEach(async () => {
  const log = JSON.stringify(served.world.events);
  for (const private_ of [victim.conversationId, victim.userId, victim.token, 'salaisuus', mallory.token]) {
    expect(log).not.toContain(private_);
  }
  expect(log).not.toMatch(/\p{Cc}|\\[rn]|\\u001b/u);
  expect(served.world.events.filter(({ kind }) => kind === 'failed')).toEqual([]);
  const { activities } = await victim.poll();
  expect(activities.map(({ text, name }) => text ?? name)).toEqual(['hei', 'greeted', 'salaisuus', 'thanks']);
});

const refused = (code: string) => ({ error: { code, message: expect.any(String) } });

const CALLS = [
  ['reading', 'GET', '/activities'],
  ['writing', 'POST', '/activities'],
  ['coming back', 'GET', ''],
] as const;

describe('with the token of another conversation', () => {
  it.each(CALLS)('%s is refused', async (_what, method, end) => {
    const body = method === 'POST' ? { type: 'message', text: 'minä se olen' } : undefined;
    const answer = await call(served, victim.path + end, { method, token: mallory.token, body });
    expect([answer.status, answer.body]).toEqual([403, refused('BadConversation')]);
  });

  it('opening a stream is refused', async () => {
    const { streamUrl } = await mallory.start();
    const { status, body } = await openSocket(
      streamUrl.replace(mallory.conversationId, victim.conversationId),
    ).refused;
    expect([status, JSON.parse(body)]).toEqual([403, refused('BadConversation')]);
  });
});

describe('without a token that is ours', () => {
  const forge = (claims: object, algorithm: string) => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    return `${part({ alg: algorithm, typ: 'JWT' })}.${part(claims)}.`;
  };
  it.each<[string, (page: Page) => string | undefined, number, string]>([
    ['none', () => undefined, 401, 'MissingToken'],
    ['an empty one', () => ' ', 401, 'MissingToken'],
    [
      'one of the algorithm none',
      ({ conversationId }) => forge({ conversation: conversationId }, 'none'),
      401,
      'BadToken',
    ],
    ['one cut short', ({ token }) => token.slice(0, -1), 401, 'BadToken'],
    ['the signing secret itself', () => SECRET.replaceAll(/\W/g, '-'), 401, 'BadToken'],
    ['what the page keeps for coming back', ({ resume }) => resume, 401, 'BadToken'],
    ['line breaks and colours', () => 'a%0d%0a%1b[31m', 401, 'MissingToken'],
    ['ten thousand dots', () => '.'.repeat(4000), 401, 'BadToken'],
  ])('(%s) nothing is shown and nothing is taken in', async (_what, tokenOf, status, code) => {
    const token = tokenOf(victim);
    for (const [, method, end] of CALLS) {
      const answer = await call(served, victim.path + end, {
        method,
        ...(token === undefined ? {} : { token }),
      });
      expect([answer.status, answer.body]).toEqual([status, refused(code)]);
    }
  });

  it.each<[string, (page: Page) => string, number]>([
    ['none', () => '', 401],
    ['an empty one', () => '?t=', 401],
    ['the one for calls', ({ token }) => `?t=${token}`, 401],
    ['the one for coming back', ({ resume }) => `?t=${resume}`, 401],
    ['a made-up one', () => '?t=a.b.c', 401],
  ])('(%s) no stream opens', async (_what, queryOf, status) => {
    const url = `${served.url.replace('http', 'ws')}${victim.path}/stream${queryOf(victim)}`;
    expect((await openSocket(url).refused).status).toBe(status);
  });
});

describe('after its time', () => {
  it.each(CALLS)('a token opens nothing: %s is refused', async (_what, method, end) => {
    const late = await serve(served.world);
    late.world.clock.now += 30 * 60_000;
    const answer = await call(late, victim.path + end, { method, token: victim.token });
    late.world.clock.now -= 30 * 60_000;
    expect([answer.status, answer.body]).toEqual([403, refused('TokenExpired')]);
  });

  it('a token is not refreshed', async () => {
    served.world.clock.now += 30 * 60_000;
    const { status } = await call(served, '/v3/directline/tokens/refresh', { token: victim.token });
    served.world.clock.now -= 30 * 60_000;
    expect(status).toBe(403);
  });

  it('an address opens no stream', async () => {
    const { streamUrl } = await mallory.start();
    served.world.clock.now += 60_000;
    expect((await openSocket(streamUrl).refused).status).toBe(403);
    served.world.clock.now -= 60_000;
  });
});

describe('from a foreign page', () => {
  const FOREIGN = [
    'https://evil.example',
    'null',
    `${ORIGIN}.evil.example`,
    `${ORIGIN}:8443`,
    'http://kunta.example',
  ];

  it.each(FOREIGN)('%s no token is given', async origin => {
    const { status, body } = await call(served, '/api/chat/token', { headers: { origin } });
    expect([status, body]).toEqual([403, refused('BadOrigin')]);
  });

  it.each(FOREIGN)('%s nothing is shown, taken in or streamed, even with a good token', async origin => {
    for (const [, method, end] of CALLS) {
      const answer = await call(served, victim.path + end, {
        method,
        token: victim.token,
        headers: { origin },
      });
      expect([answer.status, answer.body]).toEqual([403, refused('BadOrigin')]);
    }
    const { streamUrl } = await victim.comeBack();
    expect((await openSocket(streamUrl, { origin }).refused).status).toBe(403);
  });

  it('that is allowed, a token of another allowed page does not work', async () => {
    const own = { origin: ORIGIN };
    const other = { origin: 'https://toinen.example' };
    const { body: page } = await call(served, '/api/chat/token', { headers: own });
    const start = (headers: Record<string, string>) =>
      call(served, '/v3/directline/conversations', { token: page.token, headers });
    expect((await start(other)).body).toEqual(refused('BadOrigin'));
    const { body } = await start(own);
    expect((await openSocket(body.streamUrl, other).refused).status).toBe(403);
    const { body: stolen } = await call(served, '/api/chat/token', {
      headers: other,
      body: { resume: page.resume },
    });
    expect(stolen.conversationId).not.toBe(page.conversationId);
  });
});

describe('with a hostile conversation id', () => {
  it.each([
    '..%2F..%2Fetc%2Fpasswd',
    '__proto__',
    'constructor',
    '%00',
    '%2F',
    '{tag}',
    'a'.repeat(4096),
    '%0d%0aset-cookie:%20a=b',
    '*',
  ])('%s every call is refused', async id => {
    for (const [, method, end] of CALLS) {
      const path = `/v3/directline/conversations/${id}${end}`;
      expect((await call(served, path, { method, token: mallory.token })).status).toBe(403);
    }
    const url = `${served.url.replace('http', 'ws')}/v3/directline/conversations/${id}/stream?t=a.b.c`;
    expect([401, 404]).toContain((await openSocket(url).refused).status);
  });

  it('no stream opens elsewhere on the server either', async () => {
    for (const path of ['/', '/stream', '//', '/v3/directline/conversations/stream', '/%E0%A4%A']) {
      const { status } = await openSocket(`${served.url.replace('http', 'ws')}${path}?t=a.b.c`).refused;
      expect(status).toBe(404);
    }
  });
});

describe('posing as somebody else', () => {
  it('has no effect: who, where and when are the server’s to say', async () => {
    await mallory.post({
      type: 'message',
      text: 'minä olen botti',
      id: 'chosen',
      from: { id: victim.userId, role: 'bot', name: 'Porrasbotti' },
      conversation: { id: victim.conversationId },
      recipient: { id: victim.userId },
      serviceUrl: 'http://169.254.169.254/latest',
      channelId: 'msteams',
      timestamp: '1999-01-01T00:00:00Z',
      replyToId: 'x',
    });
    const [echo] = (await mallory.poll()).activities;
    expect(echo).toMatchObject({
      from: { id: mallory.userId, role: 'user' },
      conversation: { id: mallory.conversationId },
      channelId: 'directline',
      timestamp: '2026-01-15T12:00:00.000Z',
    });
    expect(JSON.stringify([echo, served.world.deliveries])).not.toMatch(
      /169\.254|msteams|1999|chosen|replyToId/,
    );
  });

  it.each([
    'conversationUpdate',
    'installationUpdate',
    'endOfConversation',
    'invoke',
    'contactRelationUpdate',
  ])('as the channel itself (%s) reaches no turn', async type => {
    const before = served.world.deliveries.length;
    const { status } = await mallory.post({ type, membersAdded: [{ id: 'porrasbotti' }], action: 'remove' });
    expect([status, served.world.deliveries.length]).toEqual([200, before]);
  });
});

describe('asking for too much', () => {
  it('an address begins so many conversations and no more; others are not held up', async () => {
    const route = served.channel.routes.find(({ path }) => path === '/api/chat/token');
    const ask = (address: string) =>
      route?.handle({ params: {}, query: {}, headers: {}, body: undefined, address });
    const statuses = [];
    for (let i = 0; i < 10_000; i++) statuses.push((await ask('2001:db8::1'))?.status);
    expect(statuses.filter(status => status === 200)).toHaveLength(DEFAULT_LIMITS.conversationsPerHour);
    expect(await ask('2001:db8::ffff')).toMatchObject({ status: 429, headers: { 'retry-after': '6' } });
    expect((await ask('2001:db8:0:1::1'))?.status).toBe(200);
  });

  it('someone who comes back is not counted as new', async () => {
    for (let i = 0; i < 200; i++) mallory = await openPage(served, { resume: mallory.resume });
    expect((await mallory.start()).status).toBe(201);
  });

  it('a conversation sends so much in a minute and no more', async () => {
    const answers = [];
    for (let i = 0; i < 6; i++) answers.push(await mallory.post({ type: 'typing' }));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429]);
    expect(answers[5]?.headers.get('retry-after')).toBe('12');
    expect(answers[5]?.body).toEqual(refused('TooManyRequests'));
    served.world.clock.now += 12_000;
    expect((await mallory.say('nyt')).status).toBe(200);
    served.world.clock.now -= 12_000;
  });

  it('an address adds so many results to those of many people in a day, however many conversations it opens', async () => {
    const { url, world } = await serve();
    const { contributionsPerDay } = DEFAULT_LIMITS;
    const may = async (address: string, tries: number) => {
      const granted: (boolean | undefined)[] = [];
      for (let i = 0; i < tries; i++) {
        const page = await openPage({ ...served, url });
        const headers = { 'x-test-address': address };
        const body = { type: 'message', text: 'done 1' };
        await call({ url }, `/v3/directline/conversations/${page.conversationId}/activities`, {
          token: page.token,
          body,
          headers,
        });
        granted.push(world.deliveries.at(-1)?.mayContribute?.());
      }
      return granted.filter(one => one).length;
    };
    expect(contributionsPerDay).toBeLessThan(FEWEST);
    expect(await may('2001:db8::1', contributionsPerDay + 2)).toBe(contributionsPerDay);
    expect(await may('2001:db8::ffff', 1)).toBe(0);
    expect(await may('192.0.2.7', 1)).toBe(1);
    world.clock.now += 86_400_000;
    expect(await may('2001:db8::1', 1)).toBe(1);
  });

  it('a conversation reads so much in a minute and no more', async () => {
    const strict = await serve(served.world, { limits: { readsPerMinute: 3 } });
    const at = mallory.at(strict);
    await at.start();
    await at.poll();
    const { streamUrl } = await at.comeBack();
    expect((await openSocket(streamUrl).refused).status).toBe(429);
    const { status } = await call(strict, '/v3/directline/tokens/refresh', { token: mallory.token });
    expect(status).toBe(429);
  });

  it.each<[string, unknown, number]>([
    ['a megabyte of text', { type: 'message', text: 'a'.repeat(1_000_000) }, 413],
    ['a megabyte of nothing', { type: 'message', text: '\u0000'.repeat(1_000_000) }, 413],
    ['a type of a megabyte', { type: 'a'.repeat(1_000_000) }, 400],
    ['a form of a megabyte', { type: 'message', value: { do: 'form', a: 'a'.repeat(1_000_000) } }, 200],
    ['spaces before a break', { type: 'message', text: `${' '.repeat(3999)}a` }, 200],
    ['combining marks', { type: 'message', text: `a${'\u0301'.repeat(3000)}` }, 200],
    ['a name of a megabyte', { type: 'event', name: 'a'.repeat(1_000_000) }, 200],
    ['a locale of a megabyte', { type: 'message', text: 'a', locale: '-'.repeat(1_000_000) }, 200],
    [
      'a client id of a megabyte',
      { type: 'message', text: 'a', channelData: { clientActivityID: 'a'.repeat(1_000_000) } },
      200,
    ],
    ['a list', [{ type: 'message', text: 'a' }], 400],
    ['null', null, 400],
    ['a polluted prototype', JSON.parse('{"type":"message","text":"a","__proto__":{"admin":true}}'), 200],
  ])('%s is answered without harm', async (_what, body, status) => {
    const answer = await mallory.post(body);
    expect(answer.status).toBe(status);
    expect(answer.text).not.toContain('aaaa');
    expect(Object.hasOwn(Object.prototype, 'admin')).toBe(false);
  });

  it('strings made to keep a pattern busy are answered like any others', async () => {
    const hostile = ['-', '0-', 'a:', ':', '::', '/', '%', '. ', ' ', '\t'].map(part => part.repeat(50_000));
    for (const text of hostile) {
      for (const route of served.channel.routes) {
        const { status } = await route.handle({
          params: { id: text },
          query: { watermark: text, t: text },
          headers: { authorization: `Bearer ${text}`, host: text },
          body: { type: 'message', text, locale: text, resume: text },
          address: text,
        });
        expect([200, 401, 404, 405, 415, 429]).toContain(status);
      }
    }
  });

  it('headers sent twice are taken for missing', async () => {
    for (const route of served.channel.routes.filter(({ path }) => path.includes(':id'))) {
      const headers = { authorization: [`Bearer ${mallory.token}`, `Bearer ${victim.token}`] };
      const params = { id: victim.conversationId };
      const { status } = await route.handle({ params, query: {}, headers, body: {}, address: '' });
      expect([401, 405, 415]).toContain(status);
    }
  });

  it.each(['evil.example/x', 'a b', 'evil.example\r\nx: y', '@evil.example', ''])(
    'the host %j is not built into an address',
    async host => {
      const route = served.channel.routes.find(({ path }) => path === '/v3/directline/conversations');
      const headers = { authorization: `Bearer ${mallory.token}`, host };
      const answer = await route?.handle({ params: {}, query: {}, headers, body: {}, address: '' });
      expect(answer?.status).toBe(400);
    },
  );
});

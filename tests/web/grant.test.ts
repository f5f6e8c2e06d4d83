import { expect, test } from 'vitest';
import { createGrantRequest, Refused, type Resumption, requestGrant } from '../../web/grant.ts';

const ANSWER = { token: 't', conversationId: 'c', userId: 'u', expiresIn: 1800, resume: 'again' };
const BEGUN = { ...ANSWER, token: 'begun', streamUrl: 'wss://x/stream' };

function visitWith(resume?: string, left?: string): Resumption & { readonly held: string[] } {
  const held: string[] = [];
  return {
    held,
    resume: () => held.at(-1) ?? resume,
    left: () => left,
    hold: token => void held.push(token),
  };
}

/** Answers each call with the next of these; remembers what was asked. */
function answering(...answers: readonly (readonly [status: number, body: unknown])[]) {
  const asked: { url: string; bearer: string | null; body: unknown }[] = [];
  const fetch = async (url: unknown, init?: RequestInit) => {
    const headers = new Headers(init?.headers);
    asked.push({
      url: String(url),
      bearer: headers.get('authorization'),
      body: JSON.parse(String(init?.body)),
    });
    const [status, body] = answers[asked.length - 1] ?? [500, {}];
    return new Response(JSON.stringify(body), { status });
  };
  return { fetch, asked };
}

const locale = () => 'sv';

test('the first visit asks without a resume token and holds the one it gets', async () => {
  const visit = visitWith();
  const { fetch, asked } = answering([200, ANSWER]);
  expect(await requestGrant({ fetch, visit, locale })).toEqual({ token: 't', conversationId: 'c' });
  expect(asked).toEqual([{ url: '/api/chat/token', bearer: null, body: { locale: 'sv' } }]);
  expect(visit.held).toEqual(['again']);
});

test('a later visit goes on with the same conversation', async () => {
  const { fetch, asked } = answering([200, ANSWER]);
  await requestGrant({ fetch, visit: visitWith('before'), locale });
  expect(asked[0]?.body).toEqual({ locale: 'sv', resume: 'before' });
});

test('a refusal is told with its status', async () => {
  const { fetch } = answering([429, {}]);
  await expect(requestGrant({ fetch, visit: visitWith(), locale })).rejects.toEqual(new Refused(429));
});

test('an answer without a token is no grant', async () => {
  const { fetch } = answering([200, { conversationId: 'c' }]);
  await expect(requestGrant({ fetch, visit: visitWith(), locale })).rejects.toBeInstanceOf(Refused);
});

test('the page’s invitation begins the conversation in one call, socket and all', async () => {
  const { fetch, asked } = answering([201, BEGUN]);
  const visit = visitWith();
  const grant = await createGrantRequest('invited', { fetch, visit, locale })();
  expect(grant).toEqual({ token: 'begun', conversationId: 'c', streamUrl: 'wss://x/stream' });
  expect(asked).toEqual([
    { url: '/v3/directline/conversations', bearer: 'Bearer invited', body: { locale: 'sv' } },
  ]);
  expect(visit.held).toEqual(['again']);
});

test('a conversation that can be come back to goes before the invitation, and so does one that has begun', async () => {
  const { fetch, asked } = answering([200, ANSWER], [200, ANSWER]);
  const request = createGrantRequest('invited', { fetch, visit: visitWith('before'), locale });
  await request();
  await request();
  expect(asked.map(({ url }) => url)).toEqual(['/api/chat/token', '/api/chat/token']);
});

test('an invitation that has run out gives way to asking; one that met trouble is tried again', async () => {
  const { fetch, asked } = answering([503, {}], [403, {}], [200, ANSWER]);
  const request = createGrantRequest('invited', { fetch, visit: visitWith(), locale });
  await expect(request()).rejects.toEqual(new Refused(503));
  await expect(request()).rejects.toEqual(new Refused(403));
  await expect(request()).resolves.toEqual({ token: 't', conversationId: 'c' });
  expect(asked.map(({ bearer }) => bearer)).toEqual(['Bearer invited', 'Bearer invited', null]);
});

test.each([undefined, 'an invitation'])(
  'who begins anew (with %s) tells what was left for good',
  async invitation => {
    const { fetch, asked } = answering([200, BEGUN]);
    await createGrantRequest(invitation, { fetch, visit: visitWith(undefined, 'earlier'), locale })();
    expect(asked.map(({ body }) => body)).toEqual([{ locale: 'sv', leave: 'earlier' }]);
  },
);

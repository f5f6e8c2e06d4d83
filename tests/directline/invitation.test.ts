/** The invitation that travels with the page: it begins its one conversation, and opens nothing else. */
import { describe, expect, it } from 'vitest';
import { call, openPage } from './support/client.ts';
import { ORIGIN, type Served, serve } from './support/serve.ts';

const CONVERSATIONS = '/v3/directline/conversations';

function begin(served: Served, token: string, headers: Record<string, string> = { origin: ORIGIN }) {
  return call(served, CONVERSATIONS, { token, headers, body: {} });
}

describe('an invitation', () => {
  it('begins the conversation it names, in one call, in the page’s language, and lets it be come back to', async () => {
    const served = await serve();
    const invitation = served.channel.invite('sv');
    const { status, body } = await begin(served, invitation.token);
    expect(status).toBe(201);
    expect(body.conversationId).toBe(invitation.conversationId);
    const sent = await call(served, `${CONVERSATIONS}/${body.conversationId}/activities`, {
      token: body.token,
      headers: { origin: ORIGIN },
      body: { type: 'message', text: 'muista minut' },
    });
    expect(sent.status).toBe(200);
    const later = await openPage(served, { resume: body.resume });
    expect(later.conversationId).toBe(invitation.conversationId);
    expect((await later.poll()).activities.map(({ text }) => text)).toContain('muista minut');
  });

  it('used twice, as by a page that heard no answer, leads to the same conversation, greeted once', async () => {
    const served = await serve();
    const { token } = served.channel.invite('fi');
    const [first, second] = [await begin(served, token), await begin(served, token)];
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(second.body.conversationId).toBe(first.body.conversationId);
  });

  it('keeps and counts nothing until it is used: pages may be opened without end', async () => {
    const served = await serve(undefined, { limits: { conversationsPerHour: 1 } });
    const tokens = Array.from({ length: 50 }, () => served.channel.invite('fi').token);
    const statuses: number[] = [];
    for (const token of tokens.slice(0, 3)) statuses.push((await begin(served, token)).status);
    expect(statuses).toEqual([201, 429, 429]);
  });

  it.each([
    ['a GET of the conversation', (id: string) => [`${CONVERSATIONS}/${id}`, 'GET'] as const],
    ['a reading', (id: string) => [`${CONVERSATIONS}/${id}/activities`, 'GET'] as const],
    ['an activity', (id: string) => [`${CONVERSATIONS}/${id}/activities`, 'POST'] as const],
    ['a refresh', () => ['/v3/directline/tokens/refresh', 'POST'] as const],
  ])('does not open %s', async (_what, where) => {
    const served = await serve();
    const { token, conversationId } = served.channel.invite('fi');
    const [path, method] = where(conversationId);
    const body = method === 'POST' ? { body: { type: 'message', text: 'hei' } } : {};
    const answer = await call(served, path, { method, token, ...body });
    expect(answer.body.error.code).toBe('BadToken');
    expect(answer.status).toBe(401);
  });

  it('is no resume token', async () => {
    const served = await serve();
    const { token, conversationId } = served.channel.invite('fi');
    expect((await openPage(served, { resume: token })).conversationId).not.toBe(conversationId);
  });

  it('runs out, and is good only from an allowed origin', async () => {
    const served = await serve();
    const { token } = served.channel.invite('fi');
    expect((await begin(served, token, { origin: 'https://muu.example' })).status).toBe(403);
    served.world.clock.now += 31 * 60_000;
    expect((await begin(served, token)).body.error.code).toBe('TokenExpired');
  });

  it('binds the conversation to the origin that used it', async () => {
    const served = await serve();
    const { body } = await begin(served, served.channel.invite('fi').token);
    const path = `${CONVERSATIONS}/${body.conversationId}/activities`;
    const elsewhere = { origin: 'https://toinen.example' };
    expect((await call(served, path, { method: 'GET', token: body.token, headers: elsewhere })).status).toBe(
      403,
    );
  });
});

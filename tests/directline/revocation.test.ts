/** After an erasure, or when a person begins anew, tokens of the conversation are worth nothing, in any process. */
import { describe, expect, it } from 'vitest';
import { call, openPage, openSocket } from './support/client.ts';
import { createWorld, ORIGIN, type Served, serve } from './support/serve.ts';

const CONVERSATIONS = '/v3/directline/conversations';

/** A page in a conversation that was just erased. */
async function erasedPage(served: Served) {
  const page = await openPage(served);
  const { token } = await page.start();
  await page.say('salaisuus');
  expect((await page.say('erase', 'the-erasure')).status).toBe(200);
  return { ...page, laterToken: token };
}

const post = (page: Awaited<ReturnType<typeof openPage>>) => page.say('hei');

describe('after an erasure', () => {
  it.each([
    ['saying something', post],
    ['coming back', (page, served) => call(served, page.path, { method: 'GET', token: page.token })],
    ['beginning', (page, served) => call(served, CONVERSATIONS, { token: page.token, body: {} })],
    ['renewing the token', (page, served) => call(served, '/v3/directline/tokens/refresh', page)],
  ] satisfies [string, (page: Awaited<ReturnType<typeof openPage>>, served: Served) => unknown][])(
    '%s with a token of before is refused, and so it is in another process',
    async (_what, attempt) => {
      const served = await serve();
      const page = await erasedPage(served);
      const other = await serve(served.world);
      for (const where of [served, other]) {
        expect(await attempt({ ...page, ...page.at(where) }, where)).toMatchObject({
          status: 403,
          body: { error: { code: 'TokenExpired' } },
        });
      }
    },
  );

  it('the resume token and the invitation lead to a conversation that is new', async () => {
    const served = await serve();
    const invitation = served.channel.invite('sv');
    const begin = () =>
      call(served, CONVERSATIONS, { token: invitation.token, headers: { origin: ORIGIN }, body: {} });
    const { body } = await begin();
    const path = `${CONVERSATIONS}/${body.conversationId}/activities`;
    const erasing = { token: body.token, body: { type: 'message', text: 'erase' } };
    expect((await call(served, path, erasing)).status).toBe(200);
    const resumed = await openPage(served, { resume: body.resume });
    const again = await begin();
    expect(again.status).toBe(201);
    const ids = [body.conversationId, resumed.conversationId, again.body.conversationId];
    expect(new Set(ids).size).toBe(3);
    const sent = { token: again.body.token, body: { type: 'message', text: 'hei' } };
    expect(
      (await call(served, `${CONVERSATIONS}/${again.body.conversationId}/activities`, sent)).status,
    ).toBe(200);
  });

  it('the word of it can still be read, by polling too, and be asked for once more', async () => {
    const served = await serve();
    const page = await erasedPage(served);
    expect((await page.poll()).activities.at(-1)?.text).toBe('erased');
    expect((await page.say('erase', 'the-erasure')).status).toBe(200);
  });

  it('an open socket is told, and is closed so that the page begins anew', async () => {
    const served = await serve();
    const elsewhere = await serve(served.world);
    const page = await openPage(served);
    const sockets = [
      openSocket((await page.start()).streamUrl),
      openSocket((await page.at(elsewhere).start()).streamUrl),
    ];
    for (const socket of sockets) await expect.poll(socket.texts).toContain('greeted');
    await page.say('erase');
    for (const socket of sockets) {
      expect(await socket.closed).toBe(1008);
      expect(socket.texts().at(-1)).toBe('erased');
    }
  });

  it('whose process died before it could revoke the tokens, the next reading revokes them', async () => {
    const world = await createWorld();
    const served = await serve(world);
    const page = await openPage(served);
    await page.start();
    await world.turns.process({
      key: { channel: 'directline', conversation: page.conversationId },
      deliveryId: 'an erasure',
      input: { kind: 'text', text: 'erase' },
      locale: 'fi',
      out: { to: 'log' },
    });
    await page.poll();
    expect((await page.say('hei')).status).toBe(403);
  });

  it('other conversations go on', async () => {
    const served = await serve();
    const other = await openPage(served);
    await other.start();
    await erasedPage(served);
    expect((await other.say('hei')).status).toBe(200);
  });
});

describe('a person who begins anew', () => {
  it('leaves the earlier conversation for good: nobody else comes back to it', async () => {
    const served = await serve();
    const page = await openPage(served);
    await page.start();
    const { body } = await call(served, '/api/chat/token', { body: { leave: page.resume } });
    expect(body.conversationId).not.toBe(page.conversationId);
    expect((await page.say('hei')).status).toBe(403);
    expect((await openPage(served, { resume: page.resume })).conversationId).not.toBe(page.conversationId);
  });

  it('does so with the page’s invitation too, and with nothing but a resume token', async () => {
    const served = await serve();
    const [page, other] = [await openPage(served), await openPage(served)];
    const begin = (leave: string) =>
      call(served, CONVERSATIONS, { token: served.channel.invite('fi').token, body: { leave } });
    await begin(page.resume);
    await begin(other.token);
    await begin('nonsense');
    expect((await page.say('hei')).status).toBe(403);
    expect((await other.say('hei')).status).toBe(200);
  });
});

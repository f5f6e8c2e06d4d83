import { describe, expect, it } from 'vitest';
import { call, openPage } from './support/client.ts';
import { createWorld, serve } from './support/serve.ts';

const START = '/v3/directline/conversations';

describe('a page', () => {
  it('is given a conversation and a user it could not have guessed', async () => {
    const served = await serve();
    const pages = [await openPage(served), await openPage(served)];
    for (const { conversationId, userId, expiresIn } of pages) {
      expect(conversationId).toMatch(/^[\w-]{22,}$/);
      expect(userId).toMatch(/^dl_[\w-]{22,}$/);
      expect(expiresIn).toBe(1800);
    }
    expect(pages[0]?.conversationId).not.toBe(pages[1]?.conversationId);
  });

  it('comes back to its conversation with what it kept, the next day and after a restart of the server', async () => {
    const world = await createWorld();
    const first = await serve(world);
    const before = await openPage(first);
    await before.start();
    await before.say('muista minut');
    await first.stop();
    world.clock.now += 24 * 3_600_000;
    const after = await openPage(await serve(world), { resume: before.resume });
    expect([after.conversationId, after.userId]).toEqual([before.conversationId, before.userId]);
    expect((await after.start()).status).toBe(200);
    expect((await after.poll()).activities.map(({ text }) => text)).toContain('muista minut');
  });

  it.each([
    ['that has expired', (resume: string) => ({ resume, wait: 31 * 24 * 3_600_000 })],
    ['that was changed', (resume: string) => ({ resume: `${resume.slice(0, -2)}AA`, wait: 0 })],
    ['that is nonsense', () => ({ resume: '../../etc/passwd', wait: 0 })],
    ['that is no text', () => ({ resume: { $ne: null }, wait: 0 })],
  ])('begins anew without a word when it kept something %s', async (_what, spoil) => {
    const served = await serve();
    const before = await openPage(served);
    const { resume, wait } = spoil(before.resume);
    served.world.clock.now += wait;
    const { status, body } = await call(served, '/api/chat/token', { body: { resume } });
    expect(status).toBe(200);
    expect(body.conversationId).not.toBe(before.conversationId);
  });

  it('begins anew when a chat token is passed off as what it kept', async () => {
    const served = await serve();
    const before = await openPage(served);
    const after = await openPage(served, { resume: before.token });
    expect(after.conversationId).not.toBe(before.conversationId);
  });
});

describe('a conversation', () => {
  it('is greeted once, however often it is started and come back to', async () => {
    const served = await serve();
    const page = await openPage(served);
    expect((await page.start()).status).toBe(201);
    expect((await page.start()).status).toBe(200);
    await page.comeBack();
    const { activities } = await page.poll();
    expect(activities.map(({ text, name }) => text ?? name)).toEqual(['hei', 'greeted']);
  });

  it('is greeted once when it is started many times at the same moment', async () => {
    const page = await openPage(await serve());
    const answers = await Promise.all(Array.from({ length: 8 }, () => page.start()));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect((await page.poll()).activities).toHaveLength(2);
  });

  it('is not greeted again after its greeting’s delivery has been forgotten', async () => {
    const { world, ...served } = await serve();
    const page = await openPage({ ...served, world });
    await page.start();
    const key = { channel: 'directline', conversation: page.conversationId };
    const { version } = await world.store.load(key);
    await world.store.commit(key, { expected: version, record: '{"seen":[]}' });
    expect((await page.start()).status).toBe(200);
    expect((await page.poll()).activities).toHaveLength(2);
  });

  it('that is kept no longer begins anew when an open page comes back', async () => {
    const { world, ...served } = await serve();
    const page = await openPage({ ...served, world });
    await page.start();
    world.store.expire();
    await page.comeBack('7');
    expect((await page.poll()).activities.map(({ text }) => text)).toEqual(['hei', undefined]);
  });

  it.each([
    ['the page’s language', { locale: 'sv-FI' }, {}, 'sv'],
    ['the language of the start', { locale: 'sv' }, { locale: 'en-GB' }, 'en'],
    ['the server’s own for an unknown one', { locale: 'de' }, { locale: 'nb' }, 'fi'],
    ['the server’s own where none is named', {}, undefined, 'fi'],
  ])('is greeted in %s', async (_what, asked, body, locale) => {
    const served = await serve();
    const { token } = await openPage(served, asked);
    await call(served, START, { token, body });
    expect(served.world.deliveries).toMatchObject([{ locale, input: { kind: 'joined', locale } }]);
  });

  it('cannot be started while the store is out of reach, and can be afterwards', async () => {
    const served = await serve();
    const page = await openPage(served);
    served.world.store.stop();
    const { status, headers, body } = await call(served, START, { token: page.token, body: {} });
    expect([status, headers.get('retry-after'), body.error.code]).toEqual([503, '2', 'Unavailable']);
    served.world.store.go();
    expect((await page.start()).status).toBe(201);
  });
});

describe('something sent', () => {
  it('is saved before it is answered, and echoed before its replies', async () => {
    const served = await serve();
    const page = await openPage(served, { locale: 'sv' });
    const { status, body } = await page.say('tack', 'client-1');
    expect(status).toBe(200);
    expect((await page.poll()).activities).toEqual([
      {
        id: body.id,
        type: 'message',
        text: 'tack',
        textFormat: 'plain',
        timestamp: '2026-01-15T12:00:00.000Z',
        channelId: 'directline',
        conversation: { id: page.conversationId },
        from: { id: page.userId, role: 'user' },
        recipient: { id: 'porrasbotti', name: 'Porrasbotti', role: 'bot' },
        channelData: { clientActivityID: 'client-1' },
      },
      {
        id: `${body.id}-0`,
        type: 'message',
        text: 'thanks',
        locale: 'sv',
        timestamp: '2026-01-15T12:00:00.000Z',
        channelId: 'directline',
        conversation: { id: page.conversationId },
        from: { id: 'porrasbotti', name: 'Porrasbotti', role: 'bot' },
      },
    ]);
  });

  it('twice with the client’s own id is applied once and answered the same', async () => {
    const page = await openPage(await serve());
    const answers = await Promise.all(Array.from({ length: 10 }, () => page.say('kyllä', 'same')));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect((await page.poll()).activities.map(({ text }) => text)).toEqual(['kyllä', 'thanks']);
  });

  it('with the same client id in two conversations is applied in both', async () => {
    const served = await serve();
    const pages = [await openPage(served), await openPage(served)];
    const answers = await Promise.all(pages.map(page => page.say('kyllä', 'same')));
    expect(answers[0]?.body.id).not.toBe(answers[1]?.body.id);
    for (const page of pages) expect((await page.poll()).activities).toHaveLength(2);
  });

  it('with a client id that names the greeting does not pass for it', async () => {
    const page = await openPage(await serve());
    await page.say('hei', 'joined');
    await page.say('hei', 'other');
    expect((await page.poll()).activities).toHaveLength(4);
  });

  it.each([
    ['busy', 409, 'Conflict', '1'],
    ['crash with my secrets', 500, 'Unexpected', null],
  ])(
    'that meets trouble (%s) is answered %i, and nothing of it is kept',
    async (text, status, code, retry) => {
      const served = await serve();
      const page = await openPage(served);
      const answer = await page.say(text);
      expect([answer.status, answer.body.error.code]).toEqual([status, code]);
      expect(answer.headers.get('retry-after')).toBe(retry);
      expect(answer.text).not.toContain('secrets');
      expect(JSON.stringify(served.world.events)).not.toContain('secrets');
      expect((await page.poll()).activities).toEqual([]);
    },
  );

  it('that fails unexpectedly is found in the log by the reference it was answered with', async () => {
    const served = await serve();
    const { body } = await (await openPage(served)).say('crash');
    const failed = served.world.events.find(({ kind }) => kind === 'failed');
    expect(failed).toMatchObject({ kind: 'failed', reference: body.error.reference, error: 'Error' });
    expect(JSON.stringify(failed)).toContain('scripted-turns.ts');
  });

  it('while the store is out of reach is answered 503, since it may still have been saved', async () => {
    const served = await serve();
    const page = await openPage(served);
    served.world.store.stop();
    const { status, body } = await page.say('kyllä', 'c');
    expect([status, body.error.code]).toEqual([503, 'Unavailable']);
    served.world.store.go();
    expect((await page.say('kyllä', 'c')).status).toBe(200);
    expect((await page.poll()).activities).toHaveLength(2);
  });

  it.each([
    ['typing', { type: 'typing' }],
    ['an unknown event', { type: 'event', name: 'webchat/join', value: { a: 1 } }],
    ['endOfConversation', { type: 'endOfConversation' }],
  ])('that means nothing here (%s) is accepted and leaves no trace', async (_what, body) => {
    const page = await openPage(await serve());
    const answer = await page.post(body);
    expect([answer.status, typeof answer.body.id]).toEqual([200, 'string']);
    expect((await page.poll()).activities).toEqual([]);
  });

  it('as a file is refused clearly', async () => {
    const served = await serve();
    const { path, token } = await openPage(served);
    const { status, body } = await call(served, `${path}/upload?userId=a`, { token, body: {} });
    expect([status, body.error.code]).toEqual([415, 'UploadsNotSupported']);
  });
});

describe('polling', () => {
  it('goes on after the watermark, page by page, and ends with nothing new', async () => {
    const page = await openPage(await serve());
    await page.say('many 120');
    const texts: unknown[] = [];
    let watermark = '';
    for (;;) {
      const set = await page.poll(watermark);
      if (set.activities.length === 0) break;
      texts.push(...set.activities.map(({ text }) => text));
      watermark = set.watermark ?? '';
    }
    expect(texts).toEqual(['many 120', ...Array(120).fill('about')]);
    expect((await page.poll(watermark)).watermark).toBe(watermark);
  });

  it.each(['undefined', '-1', '0x10', '1e3', '__proto__', '9'.repeat(400), '+', '$', '../1'])(
    'with the unusable watermark %s begins from the first line',
    async watermark => {
      const page = await openPage(await serve());
      await page.say('hei');
      expect((await page.poll(encodeURIComponent(watermark))).activities).toHaveLength(2);
    },
  );

  it('shows the rest of a conversation when one reply cannot be drawn', async () => {
    const served = await serve();
    const page = await openPage(served);
    await page.say('broken');
    expect((await page.poll()).activities.map(({ text }) => text)).toEqual(['broken', 'about']);
    expect(served.world.events).toContainEqual(expect.objectContaining({ kind: 'unreadable-line' }));
  });

  it('shows the rest of a conversation when a line of its log is spoiled', async () => {
    const { world, ...served } = await serve();
    const page = await openPage({ ...served, world });
    const key = { channel: 'directline', conversation: page.conversationId };
    const spoiled = ['{', 'null', '[]', '{"by":"bot"}', '{"by":"user","activity":7}', '{"by":"admin"}'];
    await world.store.commit(key, { expected: undefined, record: '{"seen":[]}', log: spoiled });
    await page.say('hei');
    expect((await page.poll()).activities.map(({ text }) => text)).toEqual(['hei', 'thanks']);
  });
});

describe('an answered question', () => {
  it('takes its question’s id and time, so that it stays in its place', async () => {
    const { world, ...served } = await serve();
    const page = await openPage({ ...served, world });
    await page.say('ask 7');
    world.clock.now += 60_000;
    await page.say('done 7');
    const { activities } = await page.poll();
    const [, question, , answered, next] = activities;
    expect(question?.id).toBe(`${page.conversationId}|q-7`);
    expect([answered?.id, answered?.timestamp]).toEqual([question?.id, question?.timestamp]);
    expect(next?.timestamp).toBe('2026-01-15T12:01:00.000Z');
  });

  it('has its place also when it is the line of a workbook card', async () => {
    const { world, ...served } = await serve();
    const page = await openPage({ ...served, world });
    await page.say('ask 7');
    world.clock.now += 60_000;
    await page.say('miksi');
    await page.say('noted 7');
    const { watermark } = await lastPage(page);
    const { activities } = await page.poll();
    const noted = activities.find(({ text }) => text === 'answered');
    expect([noted?.id, noted?.timestamp]).toEqual([activities[1]?.id, activities[1]?.timestamp]);
    world.clock.now += 60_000;
    await page.say('noted 7');
    expect((await page.poll(watermark)).activities[1]?.timestamp).toBe(activities[1]?.timestamp);
  });

  it('finds its place also for a reader who never saw the question', async () => {
    const { world, ...served } = await serve();
    const page = await openPage({ ...served, world });
    await page.say('many 60');
    await page.say('ask 7');
    for (let i = 0; i < 3; i++) await page.say('many 40');
    const { watermark } = await lastPage(page);
    world.clock.now += 60_000;
    await page.say('done 7');
    const [, answered] = (await page.poll(watermark)).activities;
    expect([answered?.text, answered?.timestamp]).toEqual(['answered', '2026-01-15T12:00:00.000Z']);
  });

  it('takes the place of the question that was shown last under its nonce', async () => {
    const { world, ...served } = await serve();
    const page = await openPage({ ...served, world });
    await page.say('ask 7');
    world.clock.now += 60_000;
    await page.say('ask 7');
    const { watermark } = await lastPage(page);
    world.clock.now += 60_000;
    await page.say('done 7');
    for (const from of ['', watermark]) {
      const answered = (await page.poll(from)).activities.find(({ text }) => text === 'answered');
      expect(answered?.timestamp).toBe('2026-01-15T12:01:00.000Z');
    }
  });
});

async function lastPage(page: Awaited<ReturnType<typeof openPage>>) {
  let set = await page.poll();
  while (set.activities.length > 0) set = await page.poll(set.watermark);
  return set;
}

describe('tokens', () => {
  it('are refreshed while they are valid', async () => {
    const { world, ...served } = await serve();
    const page = await openPage({ ...served, world });
    world.clock.now += 29 * 60_000;
    const { status, body } = await call(served, '/v3/directline/tokens/refresh', { token: page.token });
    expect([status, body.conversationId, body.expires_in]).toEqual([200, page.conversationId, 1800]);
    world.clock.now += 29 * 60_000;
    const answer = await call(served, `${page.path}/activities`, { method: 'GET', token: body.token });
    expect(answer.status).toBe(200);
  });

  it('are given to a server that knows the secret, for ids of our own', async () => {
    const served = await serve(undefined, { directLineSecret: 'between-our-servers' });
    const generate = (token: string) =>
      call(served, '/v3/directline/tokens/generate', { token, body: { user: { id: 'dl_chosen' } } });
    const { status, body } = await generate('between-our-servers');
    expect([status, body.expires_in]).toEqual([200, 1800]);
    expect((await call(served, START, { token: body.token, body: {} })).status).toBe(201);
    const path = `${START}/${body.conversationId}/activities`;
    await call(served, path, { token: body.token, body: { type: 'message', text: 'hei' } });
    const { text } = await call(served, path, { method: 'GET', token: body.token });
    expect(text).not.toContain('dl_chosen');
    expect((await generate('between-our-server')).status).toBe(401);
  });

  it('are not given to servers at all where no secret is set', async () => {
    const { status, body } = await call(await serve(), '/v3/directline/tokens/generate', {
      token: 'undefined',
    });
    expect([status, body.error.code]).toEqual([404, 'NotFound']);
  });
});

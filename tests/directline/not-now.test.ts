/**
 * What 409 and 503 are told with: JSON as Direct Line's own errors have it, fixed words, when to try again, and nothing
 * that a person or the store has said.
 */
import { expect, it } from 'vitest';
import { call, openPage, openSocket } from './support/client.ts';
import { type Served, serve } from './support/serve.ts';

const SAID = 'Aino Esimerkki 4711';
const BUSY = {
  code: 'Conflict',
  message: 'Nothing was saved, because the conversation was busy. Please send again.',
};
const UNAVAILABLE = {
  code: 'Unavailable',
  message: 'The conversation cannot be reached at the moment. Please try again.',
};

type Page = Awaited<ReturnType<typeof openPage>>;
type Asked = (served: Served, page: Page) => ReturnType<typeof call>;

const message = (text: string, more: object = {}) => ({
  type: 'message',
  text,
  from: { id: 'x', name: SAID },
  channelData: { clientActivityID: 'planted-4711' },
  ...more,
});
const get =
  (end: string): Asked =>
  (served, { path, token }) =>
    call(served, `${path}${end}`, { method: 'GET', token });

it('409: the conversation was busy', async () => {
  const served = await serve();
  const page = await openPage(served);
  await expectNotNow(page, await page.post(message('busy')), [409, BUSY, '1']);
});

const OUT_OF_REACH: readonly (readonly [name: string, ask: Asked])[] = [
  ['something sent', (_, page) => page.post(message(SAID))],
  ['a press', (_, page) => page.post(message('', { text: undefined, value: { do: 'answer', value: SAID } }))],
  [
    'a start',
    (served, { token }) =>
      call(served, '/v3/directline/conversations', { token, body: { user: { id: SAID } } }),
  ],
  ['a page coming back', get('')],
  ['what was said', get('/activities?watermark=planted-4711')],
  ['a new token', (served, { token }) => call(served, '/v3/directline/tokens/refresh', { token })],
  [
    'a page that was here before',
    (served, { resume }) => call(served, '/api/chat/token', { body: { resume, locale: SAID } }),
  ],
  [
    'a conversation left for good',
    (served, { resume }) => call(served, '/api/chat/token', { body: { leave: resume } }),
  ],
];

it.each(OUT_OF_REACH)('503 to %s while the store is out of reach', async (_, ask) => {
  const served = await serve();
  const page = await openPage(served);
  await page.start();
  served.world.store.stop();
  // What the store said of a token is believed for three seconds.
  served.world.clock.now += 4000;
  await expectNotNow(page, await ask(served, page), [503, UNAVAILABLE, '2']);
});

it('503 to a socket for which there is no room', async () => {
  const served = await serve(undefined, { limits: { sockets: 1 } });
  const page = await openPage(served);
  const [first, second] = [await page.start(), await page.comeBack()];
  await expect.poll(openSocket(first.streamUrl).texts).toContain('hei');
  const { status, body, headers } = await openSocket(second.streamUrl).refused;
  await expectNotNow(page, { status, text: body, headers: new Headers(headers) }, [503, UNAVAILABLE, '5']);
});

type Told = Pick<Awaited<ReturnType<Asked>>, 'status' | 'text' | 'headers'>;
type Expected = readonly [status: number, error: typeof BUSY | typeof UNAVAILABLE, retryAfter: string];

async function expectNotNow(page: Page, told: Told, [status, error, retryAfter]: Expected): Promise<void> {
  expect([told.status, JSON.parse(told.text)]).toEqual([status, { error }]);
  expect(told.headers.get('retry-after')).toBe(retryAfter);
  expect(told.headers.get('content-type')).toMatch(/^application\/json/);
  const all = JSON.stringify([told.text, ...told.headers]);
  const secret = [SAID, '4711', 'stopped by', page.token, page.resume, page.conversationId, page.userId];
  expect(secret.filter(word => all.includes(word))).toEqual([]);
}

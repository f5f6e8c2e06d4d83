/** What the server refuses it refuses in fixed words: nothing that was planted in a call, or is secret, comes back. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { rawRequest } from '../http/raw-request.ts';
import { type AppInProcess, appInProcess } from '../support/app-in-process.ts';
import { openChat, type Robot } from '../support/robot.ts';

const MARK = 'Merkki-4711';
const NAME = 'Aino Esimerkki';
const SECRETS = {
  CHAT_TOKEN_SECRET: 'allekirjoitussalaisuus-testeihin-0123456789',
  STAFF_PASSWORD: 'salasana-vain-testiin',
} as const;
const PERIOD_MS = 3_600_000;

let app: AppInProcess;
let robot: Robot;

beforeAll(async () => {
  app = await appInProcess(SECRETS);
  robot = await openChat(app.address);
  for (const said of ['aloita', `${MARK} on ${NAME}`]) await robot.send(said);
});

afterAll(() => app.close());

type Call = readonly [path: string, init?: RequestInit];

const JSON_TYPE = { 'content-type': 'application/json' };
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const basic = (word: string) => ({
  authorization: `Basic ${Buffer.from(`${MARK}:${word}`).toString('base64')}`,
});
const post = (body: string, headers: Record<string, string> = {}) => ({
  method: 'POST',
  headers: { ...JSON_TYPE, ...headers },
  body,
});
const GRID = '/api/grid/workbook/work.statuses';
const own = () => `/v3/directline/conversations/${robot.conversationId}`;
const ownPost = (body: unknown): Call => [
  `${own()}/activities`,
  post(JSON.stringify(body), bearer(robot.token)),
];

const CALLS: readonly (readonly [status: number, code: string, call: () => Call])[] = [
  [404, 'NotFound', () => [`/${MARK}/${encodeURIComponent(NAME)}?${MARK}`]],
  [404, 'NotFound', () => [`/assets/${MARK}.js`]],
  [404, 'NotFound', () => [`/pictures/stair/${MARK}.png`]],
  [404, 'Linkki on vanhentunut', () => [`/files/${MARK}?key=${MARK}`]],
  [404, 'Linkki on vanhentunut', () => [`/files/conversation.html?key=${robot.token}`]],
  [404, 'NotFound', () => ['/v3/directline/tokens/generate', post(`"${MARK}"`, bearer(MARK))]],
  [405, 'MethodNotAllowed', () => [`/health?${MARK}`, { method: 'DELETE' }]],
  [405, 'MethodNotAllowed', () => ['/api/chat/token', { method: 'PUT', body: MARK }]],
  [400, 'BadRequest', () => ['/api/chat/token', post(`{"locale": "${MARK}`)]],
  [400, 'BadRequest', () => ['/api/messages', post(`{"text": "${MARK}`)]],
  [415, 'UnsupportedMediaType', () => ['/api/chat/token', post(MARK, { 'content-type': `text/${MARK}` })]],
  [413, 'TooLarge', () => ['/api/chat/token', post(JSON.stringify(MARK.repeat(20_000)))]],
  [401, 'MissingToken', () => [`/v3/directline/conversations/${MARK}`]],
  [401, 'BadToken', () => [`${own()}/activities`, { headers: bearer(MARK) }]],
  [401, 'BadToken', () => [`${own()}/activities`, { headers: bearer(SECRETS.CHAT_TOKEN_SECRET) }]],
  [403, 'BadConversation', () => [`/v3/directline/conversations/${MARK}`, { headers: bearer(robot.token) }]],
  [
    403,
    'BadOrigin',
    () => [own(), { headers: { ...bearer(robot.token), origin: `https://${MARK}.example` } }],
  ],
  [400, 'BadArgument', () => ownPost({ type: { [MARK]: NAME } })],
  [400, 'BadArgument', () => ownPost([MARK])],
  [400, 'EmptyMessage', () => ownPost({ type: 'message', text: ' ', from: { id: MARK, name: NAME } })],
  [413, 'MessageTooLong', () => ownPost({ type: 'message', text: MARK.repeat(500) })],
  [415, 'UploadsNotSupported', () => [`${own()}/upload`, post(`"${MARK}"`, bearer(robot.token))]],
  [401, 'MissingToken', () => [`/api/workbook?${MARK}`, post(MARK)]],
  [415, 'UnsupportedMediaType', () => ['/api/workbook', post(MARK, bearer(robot.token))]],
  [401, 'MissingToken', () => [`${GRID}?${MARK}`, post(MARK)]],
  [400, 'BadArgument', () => [GRID, post(JSON.stringify({ [MARK]: NAME }), bearer(robot.token))]],
  [404, 'NotFound', () => [`/api/grid/${MARK}/${MARK}`, { headers: bearer(robot.token) }]],
  [401, 'PasswordNeeded', () => ['/staff']],
  [401, 'PasswordNeeded', () => ['/metrics', { headers: basic(MARK) }]],
  [412, 'PreconditionFailed', () => ['/widget.js', { headers: { 'if-match': `"${MARK}"` } }]],
  [406, 'NotAcceptable', () => ['/widget.js', { headers: { 'accept-encoding': `${MARK}, *;q=0` } }]],
];

it.each(CALLS)('%i %s is told without what was planted', async (status, code, call) => {
  const [path, init] = call();
  await expectFixedWords(await fetch(app.address + path, init), [status, code]);
});

it('a call that no parser of HTTP takes is told without what was planted', async () => {
  for (const lines of [
    [`GET / HTTP/1.1`, `Host: a ${MARK}`],
    [MARK],
    ['GET / HTTP/1.1', `${MARK} no colon`],
  ]) {
    const { status, text } = await rawRequest(app.address, lines);
    expect([status, told(text)]).toEqual([400, []]);
  }
});

it('who guesses on is told without what was planted', async () => {
  let response = await fetch(`${app.address}/staff`, { headers: basic(MARK) });
  for (let guess = 0; guess < 25; guess++)
    response = await fetch(`${app.address}/staff`, { headers: basic(MARK + guess) });
  await expectFixedWords(response, [429, 'TooManyRequests']);
});

it('a token past its time is refused without what was planted', async () => {
  app.clock.now += PERIOD_MS;
  const response = await fetch(`${app.address}${own()}`, { headers: bearer(robot.token) });
  app.clock.now -= PERIOD_MS;
  await expectFixedWords(response, [403, 'TokenExpired']);
});

it('nor do pages and counts that everybody sees know of it', async () => {
  const right = basic(SECRETS.STAFF_PASSWORD);
  for (const path of ['/', '/embed', '/info', '/privacy', '/health', '/staff', '/metrics']) {
    const response = await fetch(
      `${app.address}${path}`,
      path === '/staff' || path === '/metrics' ? {} : { headers: right },
    );
    expect([path, told((await response.text()) + JSON.stringify([...response.headers]))]).toEqual([path, []]);
  }
});

async function expectFixedWords(
  response: Response,
  [status, code]: readonly [number, string],
): Promise<void> {
  const text = await response.text();
  expect([response.status, text]).toEqual([status, expect.stringContaining(code)]);
  expect(told(text + JSON.stringify([...response.headers]))).toEqual([]);
}

/** Which of the planted words, names, tokens and secrets stand in an answer. */
function told(answer: string): string[] {
  const planted = [MARK, NAME, encodeURIComponent(NAME), robot.token, robot.conversationId];
  return [...planted, ...Object.values(SECRETS)].filter(word =>
    answer.toLowerCase().includes(word.toLowerCase()),
  );
}

/** How a request is refused: early, with a code of ours, and never in a library's words. */
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHttpServer } from '../../src/http/server.ts';
import { type AppInProcess, appInProcess } from '../support/app-in-process.ts';
import { embeddedStore } from '../support/embedded-store.ts';
import { WEB_FILES } from '../support/web-folder.ts';
import { rawRequest } from './raw-request.ts';

let app: AppInProcess;

beforeAll(async () => {
  app = await appInProcess();
});

afterAll(() => app.close());

const CHAT = '/api/chat/token';
const TEAMS = '/api/messages';
const JSON_TYPE = { 'content-type': 'application/json' };

const ask = (path: string, init: RequestInit = {}) => fetch(app.address + path, init);
const post = (
  path: string,
  body: NonNullable<RequestInit['body']>,
  headers: Record<string, string> = JSON_TYPE,
) => ask(path, { method: 'POST', headers, body });

/** Words that would tell what the server is made of. */
const LIBRARY_WORDS =
  /restify|node_modules|node:|Error\b.*:|\bat \w+.*\(|does not exist|is not allowed$|JSON\.parse|Unexpected token|ResourceNotFound|RequestEntity/;

async function refusalOf(response: Response) {
  const text = await response.text();
  expect(text).not.toMatch(LIBRARY_WORDS);
  const { error } = JSON.parse(text);
  return [response.status, error.code];
}

describe('a request that fits nothing', () => {
  it.each<[string, () => Promise<Response>, number, string]>([
    ['an unknown path', () => ask('/nowhere'), 404, 'NotFound'],
    ['an unknown path with odd letters', () => ask('/%F0%9F%98%80/%2e%2e/x'), 404, 'NotFound'],
    ['a file that is not there', () => ask('/assets/none.js'), 404, 'NotFound'],
    ['a picture that is not there', () => ask('/pictures/stair/5-9-fi.png'), 404, 'NotFound'],
    ['another method', () => ask('/health', { method: 'DELETE' }), 405, 'MethodNotAllowed'],
    ['another method on the chat', () => ask(CHAT, { method: 'PUT' }), 405, 'MethodNotAllowed'],
    ['a body that is no JSON', () => post(CHAT, '{"locale": '), 400, 'BadRequest'],
    [
      'a type that is not taken',
      () => post(CHAT, 'locale=fi', { 'content-type': 'text/plain' }),
      415,
      'UnsupportedMediaType',
    ],
    ['a form', () => post(TEAMS, new URLSearchParams({ a: 'b' }), {}), 415, 'UnsupportedMediaType'],
    ['too much', () => post(CHAT, JSON.stringify({ locale: 'x'.repeat(70_000) })), 413, 'TooLarge'],
  ])('%s', async (_what, request, status, code) => {
    expect(await refusalOf(await request())).toEqual([status, code]);
  });

  it('HEAD is answered without a body and harms nothing', async () => {
    for (const path of ['/', '/info', '/health', '/nowhere', CHAT]) {
      const response = await ask(path, { method: 'HEAD' });
      expect([path, response.status < 500, await response.text()]).toEqual([path, true, '']);
    }
    expect((await ask('/health')).status).toBe(200);
  });

  it.each([
    '/',
    '/embed',
    '/info',
    '/privacy',
    '/accessibility',
    '/terms',
    '/health',
    '/metrics',
    '/staff',
    '/widget.js',
    `/assets/${WEB_FILES['page.css'][0]}`,
    `/assets/${WEB_FILES['icon.svg'][0]}`,
    '/assets/none.js',
    '/pictures/stair/1-3.fi.png',
    '/pictures/stair/none.png',
    '/files/conversation.html',
    '/v3/directline/conversations/none',
    '/v3/directline/conversations/none/activities',
    '/nowhere',
  ])('HEAD on %s tells what GET does', async path => {
    const told = await Promise.all(
      ['GET', 'HEAD'].map(async method => {
        const answer = await ask(path, { method, headers: { 'accept-encoding': 'br' } });
        await answer.arrayBuffer();
        const names = ['content-type', 'content-length', 'content-encoding', 'cache-control', 'etag'];
        // The chat pages bear a nonce, and counts grow: those are as long as they happen to be.
        const varies = ['/', '/embed', '/metrics'].includes(path);
        const compared = names.filter(name => !(varies && name === 'content-length'));
        return [answer.status, ...compared.map(name => answer.headers.get(name))];
      }),
    );
    expect(told[1]).toEqual(told[0]);
  });

  it.each([
    ['DELETE', '/health', 'GET, HEAD'],
    ['POST', '/', 'GET, HEAD'],
    ['PUT', '/widget.js', 'GET, HEAD'],
    ['GET', '/api/workbook', 'POST'],
    ['HEAD', '/api/workbook', 'POST'],
    ['GET', CHAT, 'POST'],
    ['HEAD', CHAT, 'POST'],
    ['OPTIONS', CHAT, 'POST'],
    ['GET', TEAMS, 'POST'],
    ['DELETE', '/v3/directline/conversations/a', 'GET, HEAD'],
    ['PUT', '/v3/directline/conversations/a/activities', 'GET, HEAD, POST'],
    ['PATCH', '/v3/directline/conversations/a/activities', 'GET, HEAD, POST'],
    ['GET', '/v3/directline/conversations/a/upload', 'POST'],
  ])('%s %s is told what it may do instead', async (method, path, allow) => {
    const { status, headers } = await ask(path, { method });
    expect([status, headers.get('allow')]).toEqual([405, allow]);
  });

  it.each([
    ['GET / HTTP/1.1', 'Host: a b'],
    ['GET / HTTP/1.1', 'Host: ['],
    ['GET http://[ HTTP/1.1', 'Host: a'],
    ['POST /api/chat/token HTTP/1.1', 'Host: a b'],
    ['GET /nowhere HTTP/1.1', 'Host: a:99999'],
  ])('an address that is none is refused, and the server goes on: %s, %s', async (...lines) => {
    const { status, body } = await rawRequest(app.address, lines);
    expect([status, JSON.parse(body).error.code]).toEqual([400, 'BadRequest']);
    expect((await ask('/health')).status).toBe(200);
  });

  it('a malformed request line or header is cut off, and the server goes on', async () => {
    for (const lines of [['HELLO'], ['GET / HTTP/1.1', 'Host: a', 'No colon here'], ['GET / HTTP/9.9']]) {
      const { status, text } = await rawRequest(app.address, lines);
      expect(status).toBe(400);
      expect(text).not.toMatch(LIBRARY_WORDS);
    }
    expect((await ask('/health')).status).toBe(200);
  });
});

describe('before a byte of the body is read', () => {
  const lines = (path: string, ...headers: string[]) => [
    `POST ${path} HTTP/1.1`,
    'Host: localhost',
    'Content-Length: 60000',
    ...headers,
  ];

  // Nothing of the promised body is sent: whoever waited for it would never answer.
  it.each([CHAT, TEAMS])('%s refuses what is packed, and what is sent as a form', async path => {
    const packed = lines(path, 'Content-Type: application/json', 'Content-Encoding: gzip');
    const form = lines(path, 'Content-Type: multipart/form-data; boundary=x');
    for (const request of [packed, form]) {
      const { status, body } = await rawRequest(app.address, request);
      expect([status, JSON.parse(body).error.code]).toEqual([415, 'UnsupportedMediaType']);
    }
  });

  it('what is announced as too large is refused', async () => {
    const request = ['POST /api/chat/token HTTP/1.1', 'Host: localhost', 'Content-Type: application/json'];
    const { status } = await rawRequest(app.address, [...request, 'Content-Length: 100000000']);
    expect(status).toBe(413);
  });

  it('a refused client is not asked to go on', async () => {
    const { text } = await rawRequest(
      app.address,
      lines(CHAT, 'Content-Type: application/json', 'Content-Encoding: gzip', 'Expect: 100-continue'),
    );
    expect(text).not.toContain('100 Continue');
  });

  it('a gzip bomb is not unpacked', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000, ' '), { level: 9 });
    const before = process.memoryUsage.rss();
    const response = await post(CHAT, bomb, { ...JSON_TYPE, 'content-encoding': 'gzip' });
    expect(response.status).toBe(415);
    expect(process.memoryUsage.rss() - before).toBeLessThan(30_000_000);
  });

  it('what is sent in pieces without a length ends at the limit', async () => {
    const piece = `1000\r\n${' '.repeat(4096)}\r\n`;
    const { status } = await rawRequest(
      app.address,
      [
        'POST /api/chat/token HTTP/1.1',
        'Host: localhost',
        'Content-Type: application/json',
        'Transfer-Encoding: chunked',
      ],
      piece.repeat(32),
    );
    expect(status).toBe(413);
  });
});

describe('/health', () => {
  it('answers ok while the store works', async () => {
    const response = await ask('/health');
    expect([response.status, await response.json()]).toEqual([200, { status: 'ok' }]);
  });

  it('answers 503 when the store does not, and nothing about why', async () => {
    const store = await embeddedStore();
    await store.close();
    const server = createHttpServer({
      store,
      clientAddress: () => '',
      routes: [],
      notFound: () => ({ headers: {}, body: '' }),
      sites: [],
      upgrade: () => undefined,
      onFailure: () => undefined,
    });
    const port = await server.listen({ host: '127.0.0.1', port: 0 });
    const response = await fetch(`http://127.0.0.1:${port}/health`);
    expect([response.status, await response.json()]).toEqual([503, { status: 'down' }]);
    await server.close();
  });
});

describe('a route that fails by our fault', () => {
  it('tells a reference alone, under which the log has the rest', async () => {
    const failures: { reference: string; route: string }[] = [];
    const server = createHttpServer({
      store: await embeddedStore(),
      clientAddress: () => '',
      routes: [
        {
          method: 'GET',
          path: '/broken',
          handle: async () => {
            throw new Error('salainen sana');
          },
        },
      ],
      notFound: () => ({ headers: {}, body: '' }),
      sites: [
        {
          mount: site =>
            site.get('/broken-page', async () => {
              throw new Error('salainen sana');
            }),
        },
      ],
      upgrade: () => undefined,
      onFailure: failure => failures.push(failure),
    });
    const port = await server.listen({ host: '127.0.0.1', port: 0 });
    for (const path of ['/broken', '/broken-page']) {
      const response = await fetch(`http://127.0.0.1:${port}${path}`);
      const text = await response.text();
      expect(response.status).toBe(500);
      expect(text).not.toMatch(/salainen/);
      expect(text).toContain(failures.at(-1)?.reference);
    }
    expect(failures).toHaveLength(2);
    await server.close();
  });
});

/** Callers that are slow, ask first, or offer another protocol; and the end of the server. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Route } from '../../src/directline/plain-http.ts';
import { createHttpServer, type HttpServer } from '../../src/http/server.ts';
import { embeddedStore } from '../support/embedded-store.ts';
import { open, rawRequest } from './raw-request.ts';

vi.setConfig({ testTimeout: 60_000 });

const servers: HttpServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

const ECHO: Route = {
  method: 'POST',
  path: '/echo',
  handle: async ({ body }) => ({ status: 200, body: { body } }),
};

async function served(
  routes: readonly Route[] = [ECHO],
  patience = { headersMs: 10_000, requestMs: 30_000 },
) {
  const upgraded: (string | undefined)[] = [];
  const server = createHttpServer({
    store: await embeddedStore(),
    clientAddress: () => '',
    routes,
    patience,
    notFound: () => ({ headers: {}, body: '{}' }),
    sites: [],
    upgrade: ({ headers }, socket) => {
      upgraded.push(headers.upgrade);
      socket.destroy();
    },
    onFailure: () => undefined,
  });
  servers.push(server);
  const port = await server.listen({ host: '127.0.0.1', port: 0 });
  return { server, upgraded, address: `http://127.0.0.1:${port}` };
}

const JSON_POST = ['POST /echo HTTP/1.1', 'Host: a', 'Content-Type: application/json'];

describe('a slow caller', () => {
  it.each([
    ['says nothing at all', ''],
    ['stops in its headers', 'POST /echo HTTP/1.1\r\nHost: a\r\n'],
    ['stops in its body', `${JSON_POST.join('\r\n')}\r\nContent-Length: 20\r\n\r\n{"a":`],
    ['stops in a chunk', `${JSON_POST.join('\r\n')}\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{"a`],
  ])('that %s is cut off by the times given', async (_what, begun) => {
    const { address } = await served([ECHO], { headersMs: 100, requestMs: 200 });
    const socket = open(address);
    socket.write(begun);
    socket.resume();
    // Node's own interval would not look before half a minute is over; the test's limit is above that.
    const began = performance.now();
    await once(socket, 'close');
    expect(performance.now() - began).toBeLessThan(25_000);
  });

  it('does not keep others waiting', async () => {
    const { address } = await served();
    const slow = Array.from({ length: 50 }, () => open(address));
    for (const socket of slow) socket.write('POST /echo HTTP/1.1\r\nHost: a\r\n');
    expect((await rawRequest(address, [...JSON_POST, 'Content-Length: 2'], '{}')).status).toBe(200);
    for (const socket of slow) socket.destroy();
  });
});

describe('who asks before sending a body', () => {
  it.each(['100-continue', '100-Continue'])('is told to go on (%s)', async word => {
    const { address } = await served();
    const socket = open(address);
    socket.write(`${[...JSON_POST, 'Content-Length: 7', `Expect: ${word}`].join('\r\n')}\r\n\r\n`);
    const [first] = await once(socket, 'data');
    expect(String(first)).toBe('HTTP/1.1 100 Continue\r\n\r\n');
    socket.write('{"a":1}');
    const [answer] = await once(socket, 'data');
    expect(String(answer)).toMatch(/^HTTP\/1\.1 200 .*\{"body":\{"a":1\}\}$/s);
    socket.destroy();
  });

  it.each([
    [
      'for too much',
      ['POST /echo HTTP/1.1', 'Content-Type: application/json', 'Content-Length: 999999'],
      413,
    ],
    [
      'for a type that is not taken',
      ['POST /echo HTTP/1.1', 'Content-Type: text/plain', 'Content-Length: 3'],
      415,
    ],
    ['for what is not there', ['POST /none HTTP/1.1', 'Content-Length: 3'], 404],
    ['by a method that is not allowed', ['PUT /echo HTTP/1.1', 'Content-Length: 3'], 405],
  ])('is refused at once %s', async (_what, [first = '', ...rest], status) => {
    const { address } = await served();
    const answer = await rawRequest(address, [first, 'Host: a', ...rest, 'Expect: 100-continue']);
    expect([answer.status, answer.text.includes('100 Continue')]).toEqual([status, false]);
  });
});

describe('an offer of another protocol', () => {
  const H2C = ['Connection: Upgrade, HTTP2-Settings', 'Upgrade: h2c', 'HTTP2-Settings: AAMAAABkAAQAAP__'];

  it.each([
    ['h2c', H2C],
    ['h2c, close', ['Connection: close, upgrade', 'Upgrade: h2c']],
    ['TLS', ['Connection: upgrade', 'Upgrade: TLS/1.0']],
    ['two at once', ['Connection: upgrade', 'Upgrade: h2c, IRC/6.9']],
  ])('is passed over: %s', async (_what, offer) => {
    const { address, upgraded } = await served();
    const health = await rawRequest(address, ['GET /health HTTP/1.1', 'Host: a', ...offer]);
    expect([health.status, health.body]).toEqual([200, '{"status":"ok"}']);
    const body = JSON.stringify({ a: 'ä'.repeat(20_000) });
    const length = `Content-Length: ${Buffer.byteLength(body)}`;
    const posted = await rawRequest(address, [...JSON_POST, length, ...offer], body);
    expect([posted.status, JSON.parse(posted.body)]).toEqual([200, { body: JSON.parse(body) }]);
    expect(upgraded).toEqual([]);
  });

  it('leaves the connection good for the next request', async () => {
    const { address } = await served();
    const socket = open(address);
    for (const _time of [1, 2, 3]) {
      socket.write(`${['GET /health HTTP/1.1', 'Host: a', ...H2C].join('\r\n')}\r\n\r\n`);
      const [answer] = await once(socket, 'data');
      expect(String(answer)).toMatch(/^HTTP\/1\.1 200 /);
    }
    socket.destroy();
  });

  it.each(['websocket', 'WebSocket', 'h2c, websocket'])('%s is taken up', async offer => {
    const { address, upgraded } = await served();
    const socket = open(address);
    socket.write(`GET /stream HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: ${offer}\r\n\r\n`);
    socket.resume();
    await once(socket, 'close');
    expect(upgraded).toEqual([offer]);
  });
});

describe('the end of the server', () => {
  /** A route that answers when it is let. */
  function held() {
    let release = () => {};
    const released = new Promise<void>(resolve => {
      release = resolve;
    });
    let arrived = 0;
    const route: Route = {
      method: 'GET',
      path: '/held',
      handle: async () => {
        arrived += 1;
        await released;
        return { status: 200, body: {} };
      },
    };
    return { route, release, arrived: () => arrived };
  }

  it('answers what was asked, says that the connection ends, and takes no more', async () => {
    const { route, release, arrived } = held();
    const { server, address } = await served([route]);
    const idle = open(address);
    await once(idle, 'connect');
    const answers = Array.from({ length: 30 }, () => rawRequest(address, ['GET /held HTTP/1.1', 'Host: a']));
    await vi.waitFor(() => expect(arrived()).toBe(30));
    const drained = server.drain(30_000);
    const refused = connect({ host: '127.0.0.1', port: Number(new URL(address).port) });
    const [error] = await once(refused, 'error');
    expect(String(error)).toContain('ECONNREFUSED');
    release();
    for (const { status, headers } of await Promise.all(answers))
      expect([status, headers.connection]).toEqual([200, 'close']);
    await drained;
    await server.close();
    idle.destroy();
  });

  it('does not wait for ever', async () => {
    const { route, release, arrived } = held();
    const { server, address } = await served([route]);
    const cut = rawRequest(address, ['GET /held HTTP/1.1', 'Host: a']).catch(String);
    await vi.waitFor(() => expect(arrived()).toBe(1));
    await server.drain(50);
    await server.close();
    expect(await cut).toMatch(/closed|ECONNRESET/);
    release();
  });

  it('waits for nobody who has gone', async () => {
    const { route, arrived } = held();
    const { server, address } = await served([route]);
    const gone = open(address);
    gone.write('GET /held HTTP/1.1\r\nHost: a\r\n\r\n');
    await vi.waitFor(() => expect(arrived()).toBe(1));
    const drained = server.drain(2_000_000);
    gone.destroy();
    await drained;
  });
});

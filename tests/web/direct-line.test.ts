import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import type { Activity } from '../../web/activity.ts';
import { createDirectLine, type DirectLine } from '../../web/direct-line.ts';
import { Refused } from '../../web/grant.ts';
import type { Health } from '../../web/stay-connected.ts';
import { type FakeDirectLine, fakeDirectLine } from './fake-direct-line.ts';

/** No waiting between tries. */
const AT_ONCE = { wait: () => new Promise<void>(resolve => setImmediate(resolve)), wake: () => undefined };

let server: FakeDirectLine;
let line: DirectLine;
let grants: number;
let given: { streamUrl?: string };
const seen: Activity[] = [];
const health: Health[] = [];

beforeEach(async () => {
  server = await fakeDirectLine();
  grants = 0;
  given = {};
  for (const list of [seen, health]) list.length = 0;
  line = createDirectLine({
    origin: server.origin,
    fetch,
    openSocket: url => {
      const socket = new WebSocket(url);
      socket.on('error', () => undefined);
      return socket;
    },
    requestGrant: async () => {
      grants += 1;
      return { token: `token-${grants}`, conversationId: 'c1', ...given };
    },
    patience: AT_ONCE,
  });
  line.health.subscribe(one => void health.push(one));
  line.received.subscribe(activities => void seen.push(...activities));
});

afterEach(async () => {
  line.end();
  await server.close();
});

const connect = () => line.connect();
const texts = () => seen.map(({ id }) => id);
const up = () => vi.waitFor(() => expect(health.at(-1)).toEqual({ kind: 'up' }));
const post = (activity: Activity) => line.post(activity);

describe('connecting', () => {
  test('nothing is asked of the server before it is told to connect', () => {
    expect(server.calls).toEqual([]);
    expect(grants).toBe(0);
  });

  test('what was said before and what is said later both arrive, in order', async () => {
    server.say({ type: 'message', id: 'a' });
    connect();
    await vi.waitFor(() => expect(texts()).toEqual(['a']));
    server.say({ type: 'message', id: 'b' });
    await vi.waitFor(() => expect(texts()).toEqual(['a', 'b']));
  });

  test('the socket is opened on the page’s own host, whatever address the server names', async () => {
    connect();
    await up();
    expect(server.calls).toContain('SOCKET /v3/directline/stream?watermark=0');
  });

  test('a conversation that was begun with the grant costs no call before its socket, and one when it is lost', async () => {
    given = { streamUrl: 'wss://elsewhere.example/v3/directline/stream?watermark=0' };
    connect();
    await up();
    expect(server.calls).toEqual(['SOCKET /v3/directline/stream?watermark=0']);
    server.dropSockets();
    await vi.waitFor(() => expect(server.calls).toHaveLength(3));
    expect(server.calls[1]).toMatch(/^GET \/v3\/directline\/conversations\/c1/);
  });
});

describe('after a break', () => {
  test('it goes on where it was, and nothing is told twice', async () => {
    server.say({ type: 'message', id: 'a' });
    connect();
    await vi.waitFor(() => expect(texts()).toEqual(['a']));
    server.dropSockets();
    server.say({ type: 'message', id: 'b' });
    await vi.waitFor(() => expect(texts()).toEqual(['a', 'b']));
    expect(server.calls).toContain('GET /v3/directline/conversations/c1?watermark=1');
  });

  test('it keeps trying while the server is away, and says so', async () => {
    server.fail('/conversations', -1, 502, 503);
    connect();
    await up();
    expect(health.slice(0, 3)).toEqual([
      { kind: 'down', status: undefined },
      { kind: 'down', status: 502, code: 'Failed' },
      { kind: 'down', status: 503, code: 'Failed' },
    ]);
  });

  test.each([401, 403])('a grant that is no longer honoured (%i) is asked for anew', async status => {
    connect();
    await up();
    server.fail('/conversations/c1?', status);
    server.dropSockets();
    await vi.waitFor(() => expect(grants).toBe(2));
    server.say({ type: 'message', id: 'later' });
    await vi.waitFor(() => expect(texts()).toEqual(['later']));
  });

  test('a send that gets through after failures says that all is well again', async () => {
    connect();
    await up();
    server.fail('/activities', -1, -1);
    await post({ type: 'message' });
    expect(health.map(({ kind }) => kind)).toEqual(['up', 'down', 'down', 'up']);
  });

  test('what arrives after failures says so too', async () => {
    connect();
    await up();
    server.fail('/activities', ...Array<number>(100).fill(-1));
    await expect(post({ type: 'message' })).rejects.toThrow();
    server.say({ type: 'message', id: 'later' });
    await vi.waitFor(() => expect(health.at(-1)).toEqual({ kind: 'up' }));
  });

  test('told that the network is back, it leaves a socket that only looks alive, and hears nothing twice', async () => {
    server.say({ type: 'message', id: 'a' });
    connect();
    await vi.waitFor(() => expect(texts()).toEqual(['a']));
    line.reconnect();
    await vi.waitFor(() => expect(server.calls.filter(call => call.startsWith('SOCKET'))).toHaveLength(2));
    server.say({ type: 'message', id: 'b' });
    await vi.waitFor(() => expect(texts()).toEqual(['a', 'b']));
  });

  test('it polls where no socket ever opens', async () => {
    server.refuseSockets();
    server.say({ type: 'message', id: 'a' });
    connect();
    await vi.waitFor(() => expect(texts()).toEqual(['a']));
    expect(server.calls.filter(call => call.startsWith('SOCKET'))).toHaveLength(2);
    expect(health.at(-1)).toEqual({ kind: 'up' });
  });
});

describe('sending', () => {
  const press: Activity = { type: 'message', channelData: { clientActivityID: 'x1', postBack: true } };

  test('an activity is sent once when all is well', async () => {
    await expect(post(press)).resolves.toBe('id-1');
    expect(server.taken).toEqual([press]);
  });

  test.each([-1, 401, 403, 409, 429, 500, 503])(
    'after %i the same activity is sent again, unchanged',
    async status => {
      server.fail('/activities', status, status);
      await expect(post(press)).resolves.toBe('id-1');
      expect(server.taken).toEqual([press]);
    },
  );

  test('what the server will never take fails at once', async () => {
    server.fail('/activities', 400);
    await expect(post(press)).rejects.toEqual(new Refused(400, 'Failed'));
    expect(server.calls).toHaveLength(1);
  });

  test('it gives up in the end', async () => {
    server.fail('/activities', ...Array<number>(100).fill(503));
    await expect(post(press)).rejects.toEqual(new Refused(503, 'Failed'));
    expect(server.taken).toEqual([]);
  });
});

test('after the end nothing more is asked', async () => {
  connect();
  await up();
  line.end();
  const before = server.calls.length;
  server.dropSockets();
  await new Promise(resolve => setTimeout(resolve, 50));
  expect(server.calls).toHaveLength(before);
});

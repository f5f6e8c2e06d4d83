/** What a server says of itself while its store is down, and while it stops. */
import { expect, it, onTestFinished } from 'vitest';
import { createHttpServer } from '../../src/http/server.ts';
import type { StoreHealth } from '../../src/store/port.ts';
import { embeddedStore } from '../support/embedded-store.ts';
import { open } from './raw-request.ts';

async function served(health?: StoreHealth) {
  const store = await embeddedStore();
  const server = createHttpServer({
    store: health ? Object.assign(Object.create(store), { health: async () => health }) : store,
    clientAddress: () => '',
    routes: [],
    notFound: () => ({ headers: {}, body: '{}' }),
    sites: [],
    upgrade: () => undefined,
    onFailure: () => undefined,
  });
  onTestFinished(() => server.close());
  const port = await server.listen({ host: '127.0.0.1', port: 0 });
  return { server, address: `http://127.0.0.1:${port}` };
}

it.each([
  [undefined, { '/healthz': [200, 'ok'], '/readyz': [200, 'ok'], '/health': [200, 'ok'] }],
  [
    { kind: 'down', reason: 'timeout' },
    { '/healthz': [200, 'ok'], '/readyz': [503, 'down'], '/health': [503, 'down'] },
  ],
] as const)('with a store that is %o', async (health, wanted) => {
  const { address } = await served(health);
  for (const [path, answer] of Object.entries(wanted)) {
    const response = await fetch(address + path);
    expect([path, [response.status, await response.json()]]).toEqual([
      path,
      [answer[0], { status: answer[1] }],
    ]);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect((await fetch(address + path, { method: 'HEAD' })).status).toBe(answer[0]);
  }
});

it('takes people in for as long as it only says that it is going to stop', async () => {
  const { server, address } = await served();
  server.announceStop();
  for (const [path, status] of [
    ['/readyz', 503],
    ['/healthz', 200],
    ['/health', 200],
  ] as const)
    expect([path, (await fetch(address + path)).status]).toEqual([path, status]);
});

it('is alive but not ready while it stops', async () => {
  const { server, address } = await served();
  const socket = open(address);
  onTestFinished(() => void socket.destroy());
  let heard = '';
  socket.on('data', part => {
    heard += part.toString('utf8');
  });
  // A request that has begun keeps its connection open: the server has read its beginning with the whole one before it.
  socket.write('GET /healthz HTTP/1.1\r\nHost: a\r\n\r\nGET /readyz HTTP/1.1\r\nHost: a\r\n');
  await expect.poll(() => heard).toContain('{"status":"ok"}');
  const drained = server.drain(5000);
  socket.write('\r\n');
  await expect.poll(() => heard).toContain('{"status":"stopping"}');
  expect(heard).toContain('503');
  await drained;
});

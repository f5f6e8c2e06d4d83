/** Everything that is served comes through the one restify server that listens, where a developer expects to find it. */
import type { Server } from 'restify';
import { expect, it, onTestFinished } from 'vitest';
import { createHttpServer } from '../../src/http/server.ts';
import { embeddedStore } from '../support/embedded-store.ts';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** A server with a route of a channel and a page, and whatever is done to the framework. */
async function served(use: (framework: Server) => void) {
  const server = createHttpServer({
    store: await embeddedStore(),
    clientAddress: () => '',
    routes: METHODS.map(method => ({
      method,
      path: '/channel/:id',
      handle: async ({ params, query, body }) => ({ status: 200, body: { method, ...params, query, body } }),
    })),
    notFound: () => ({ headers: {}, body: '{}' }),
    sites: [
      { mount: use },
      { mount: site => site.get('/page', async (_request, response) => void response.end('a page')) },
    ],
    upgrade: () => undefined,
    onFailure: () => undefined,
  });
  onTestFinished(() => server.close());
  return server.listen({ host: '127.0.0.1', port: 0 });
}

it('the framework is what listens', async () => {
  let framework: Server | undefined;
  const port = await served(site => {
    framework = site;
  });
  expect(framework?.address().port).toBe(port);
});

it('its middleware sees pages, health and the channels alike', async () => {
  const seen: string[] = [];
  const port = await served(site =>
    site.use((request, _response, next) => {
      seen.push(`${request.method} ${request.path()}`);
      next();
    }),
  );
  const asked = [
    'GET /page',
    'GET /health',
    ...METHODS.map(method => `${method} /channel/a`),
    'GET /channel/a%20b',
  ];
  for (const one of asked) {
    const [method = '', path = ''] = one.split(' ');
    expect((await fetch(`http://127.0.0.1:${port}${path}`, { method })).status).toBe(200);
  }
  expect(seen).toEqual(asked);
});

it('a channel is handed what its route needs, whatever kind of JSON it is', async () => {
  const port = await served(() => undefined);
  const ask = (body: string) =>
    fetch(`http://127.0.0.1:${port}/channel/a%2Fb?watermark=3`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
  for (const body of [['an array'], 'a text', 7, null, { an: 'object' }])
    expect(await (await ask(JSON.stringify(body))).json()).toEqual({
      method: 'POST',
      id: 'a/b',
      query: { watermark: '3' },
      body,
    });
});

import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { onTestFinished } from 'vitest';
import {
  createDirectLine,
  type DirectLine,
  type DirectLineDependencies,
} from '../../../src/directline/direct-line.ts';
import type { DirectLineEvent } from '../../../src/directline/refusal.ts';
import { openControlledStore } from './controlled-store.ts';
import { createScriptedTurns, renderScript } from './scripted-turns.ts';

export const ORIGIN = 'https://kunta.example';
export const SECRET = 'a secret of the tests, long enough to sign with';

/** What outlives a server: the store, the clock and what was seen on the way. */
export async function createWorld() {
  const clock = { now: Date.UTC(2026, 0, 15, 12) };
  const store = await openControlledStore(() => clock.now);
  const events: DirectLineEvent[] = [];
  return { clock, store, events, ...createScriptedTurns(store, () => clock.now) };
}
export type World = Awaited<ReturnType<typeof createWorld>>;

/** Serves the channel's own routes and upgrades on a free loopback port, until the test ends. */
export async function serve(given?: World, options: Partial<DirectLineDependencies> = {}) {
  const world = given ?? (await createWorld());
  const channel = createDirectLine({
    turns: world.turns,
    store: world.store,
    render: renderScript,
    secrets: () => [SECRET],
    now: () => world.clock.now,
    newId: () => randomBytes(16).toString('base64url'),
    allowedOrigins: origin => [ORIGIN, 'https://toinen.example'].includes(origin),
    sessionTtlMs: 30 * 24 * 3_600_000,
    defaultLocale: 'fi',
    log: event => world.events.push(event),
    ...options,
  });
  const server = createServer((request, response) => void route(channel, request, response));
  server.on('upgrade', channel.upgrade);
  const lines = new Set<Duplex>();
  server.on('upgrade', (_request, line) => lines.add(line));
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const port = portOf(server);
  const stop = async () => {
    await channel.close();
    server.closeAllConnections();
    await new Promise<void>(resolve => server.close(() => resolve()));
  };
  onTestFinished(stop);
  /** Breaks every stream's line, as a passing network fault does. */
  const breakLines = () => {
    for (const line of lines) line.destroy();
  };
  return { channel, world, stop, breakLines, url: `http://127.0.0.1:${port}` };
}
export type Served = Awaited<ReturnType<typeof serve>>;

function portOf(server: Server): number {
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('not listening');
  return address.port;
}

async function route({ routes }: DirectLine, request: IncomingMessage, response: ServerResponse) {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  const found = routes.find(
    ({ method, path }) => method === request.method && paramsOf(path, pathname) !== undefined,
  );
  if (!found) {
    response.statusCode = 404;
    return void response.end();
  }
  const { status, headers, body } = await found.handle({
    params: paramsOf(found.path, pathname) ?? {},
    query: Object.fromEntries(searchParams),
    headers: request.headers,
    body: await bodyOf(request),
    address: String(request.headers['x-test-address'] ?? request.socket.remoteAddress),
  });
  response.writeHead(status, { ...headers, 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

function paramsOf(pattern: string, path: string): Record<string, string> | undefined {
  const [wanted, given] = [pattern.split('/'), path.split('/')];
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? '';
    if (part.startsWith(':')) params[part.slice(1)] = decodeURIComponent(value);
    else if (part !== value) return undefined;
  }
  return params;
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString('utf8');
  return text === '' ? undefined : JSON.parse(text);
}

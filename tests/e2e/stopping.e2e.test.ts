/** How the real process ends: by one signal in order, by a second at once. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { afterEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import * as z from 'zod';
import { type BuiltServer, builtServer } from '../support/built-server.ts';

let server: BuiltServer;
afterEach(() => server?.remove());

const BODY = '{"locale":"fi"}';

/** A request for a token whose body the server has begun to read. */
async function halfSent(): Promise<Socket> {
  const socket = connect(Number(new URL(server.address).port), '127.0.0.1');
  await once(socket, 'connect');
  const head = ['POST /api/chat/token HTTP/1.1', 'Host: a', 'Content-Type: application/json'];
  socket.write(`${head.join('\r\n')}\r\nContent-Length: ${BODY.length}\r\nExpect: 100-continue\r\n\r\n`);
  const [goOn] = await once(socket, 'data');
  expect(String(goOn)).toMatch(/^HTTP\/1\.1 100 /);
  socket.write(BODY.slice(0, 5));
  return socket;
}

async function openStream(): Promise<WebSocket> {
  const ask = async (path: string, headers = {}) =>
    (await fetch(server.address + path, { method: 'POST', headers })).json();
  const { token } = z.object({ token: z.string() }).parse(await ask('/api/chat/token'));
  const started = await ask('/v3/directline/conversations', { authorization: `Bearer ${token}` });
  const socket = new WebSocket(z.object({ streamUrl: z.string() }).parse(started).streamUrl);
  await once(socket, 'open');
  return socket;
}

test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
  'after %s open requests are answered, sockets are told to come back, and the process ends well',
  async signal => {
    server = await builtServer();
    const stream = await openStream();
    const closed = once(stream, 'close');
    const requests = await Promise.all(Array.from({ length: 30 }, halfSent));
    server.signal(signal);
    await expect.poll(() => isUp(server.address)).toBe('refused');
    const answers = await Promise.all(
      requests.map(async socket => {
        socket.write(BODY.slice(5));
        const [answer] = await once(socket, 'data');
        return String(answer).split('\r\n')[0];
      }),
    );
    expect(answers).toEqual(requests.map(() => 'HTTP/1.1 200 OK'));
    expect((await closed)[0]).toBe(1001);
    expect(await server.ended()).toBe(0);
  },
);

test.each(['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGKILL'] as const)(
  'what `npm start` started ends with it after %s',
  async signal => {
    const dataDir = await mkdtemp(join(tmpdir(), 'porrasbotti-npm-'));
    const npm = spawn('npm', ['start'], {
      env: { PATH: process.env.PATH, LOG_LEVEL: 'warn', DATA_DIR: dataDir, PORT: '0' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const address = await addressIn(npm.stdout);
    npm.kill(signal);
    await expect.poll(() => isUp(address), { timeout: 20_000 }).toBe('refused');
    await rm(dataDir, { recursive: true, force: true });
  },
);

async function addressIn(output: Readable): Promise<string> {
  for await (const line of createInterface({ input: output })) {
    const address = /http:\/\/\S+$/.exec(line)?.[0];
    if (address) return address;
  }
  throw new Error('The server ended before it listened');
}

function isUp(address: string): Promise<'taken' | 'refused'> {
  return fetch(`${address}/health`).then(
    () => 'taken',
    () => 'refused',
  );
}

test('a second signal ends the process at once', async () => {
  server = await builtServer();
  const request = await halfSent();
  request.on('error', () => undefined);
  const cut = new Promise(resolve => request.once('close', resolve));
  server.signal('SIGTERM');
  await expect.poll(() => isUp(server.address)).toBe('refused');
  server.signal('SIGINT');
  expect(await server.ended()).toBe(1);
  await cut;
});

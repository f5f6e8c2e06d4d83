/** Many people who have the chat open and say nothing. */
import { connect } from 'node:net';
import { WebSocket } from 'ws';
import * as z from 'zod';
import type { Effort } from '../effort.ts';
import type { Load } from '../put-load.ts';
import { type ServerCommand, startServer } from '../server-process.ts';

export interface IdleSockets {
  readonly open: number;
  /** Bytes of the server's memory a socket. */
  readonly rssEach: number;
  /** The slowest hundredth of turns beside them, milliseconds, at the same gentle load as without them. */
  readonly p99: number;
  readonly p99Without: number;
}

const RATE = 200;
const AT_ONCE = 50;

export async function measureIdleSockets(
  { load, effort }: { load: Load; effort: Effort },
  command: ServerCommand,
): Promise<IdleSockets> {
  const server = await startServer(command);
  const { people, warmMs, measureMs } = effort;
  const job = { talk: 'quick-check', way: 'direct-line', people, warmMs, measureMs, rate: RATE } as const;
  await load(server, { ...job, measureMs: effort.firstMs });
  const without = await load(server, job);
  const before = server.rss();
  const sockets = await openAll(server.address, effort.idleSockets);
  const rssEach = (server.rss() - before) / effort.idleSockets;
  const beside = await load(server, job);
  const open = sockets.filter(({ readyState }) => readyState === WebSocket.OPEN).length;
  for (const socket of sockets) socket.terminate();
  await server.stop();
  return { open, rssEach, p99: beside.p99, p99Without: without.p99 };
}

async function openAll(address: string, count: number): Promise<WebSocket[]> {
  const sockets: WebSocket[] = [];
  while (sockets.length < count) {
    const some = Array.from({ length: Math.min(AT_ONCE, count - sockets.length) }, () => openOne(address));
    sockets.push(...(await Promise.all(some)));
  }
  return sockets;
}

const begunSchema = z.object({ streamUrl: z.string() });

async function openOne(address: string): Promise<WebSocket> {
  const { token } = z.object({ token: z.string() }).parse(await post(`${address}/api/chat/token`, {}));
  const { streamUrl } = begunSchema.parse(await post(`${address}/v3/directline/conversations`, {}, token));
  const socket = new WebSocket(streamUrl, {
    perMessageDeflate: false,
    createConnection: () => connect(Number(new URL(streamUrl).port), '127.0.0.1'),
  });
  return new Promise((resolve, reject) => {
    // The greeting has arrived: from here on it is quiet.
    socket.once('message', () => resolve(socket));
    socket.once('error', reject);
  });
}

async function post(url: string, body: object, token?: string): Promise<unknown> {
  const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  return response.json();
}

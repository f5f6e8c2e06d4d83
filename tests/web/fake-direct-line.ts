import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';

/** A Direct Line server that can be told to misbehave, and that remembers what it was asked. */
export interface FakeDirectLine {
  readonly origin: string;
  /** Method and path of each call, without the origin. */
  readonly calls: string[];
  /** Bodies of the activities that were taken. */
  readonly taken: unknown[];
  /** Answers the next calls whose path contains the text with this status; -1 drops the connection. */
  fail(path: string, ...statuses: number[]): void;
  /** What the conversation's log holds; sent to open sockets as it grows. */
  say(activity: object): void;
  refuseSockets(): void;
  dropSockets(): void;
  close(): Promise<void>;
}

export async function fakeDirectLine(): Promise<FakeDirectLine> {
  const calls: string[] = [];
  const taken: unknown[] = [];
  const failures: { path: string; status: number }[] = [];
  const log: object[] = [];
  const sockets = new Set<WebSocket>();
  let socketsWelcome = true;
  let origin = '';

  const since = (url: string) => Number(new URL(url, 'http://fake').searchParams.get('watermark') || 0);
  const set = (from: number) => ({ activities: log.slice(from), watermark: String(log.length) });

  const server = createServer(async (request, response) => {
    const { method = '', url = '' } = request;
    calls.push(`${method} ${url}`);
    const failure = failures.findIndex(({ path }) => url.includes(path));
    if (failure >= 0) {
      const [{ status } = { status: 500 }] = failures.splice(failure, 1);
      if (status < 0) request.socket.destroy();
      else answer(response, status, { error: { code: 'Failed' } });
      return;
    }
    const body = await readJson(request);
    if (url.endsWith('/activities')) {
      taken.push(body);
      answer(response, 200, { id: `id-${taken.length}` });
    } else if (url.includes('/activities?')) {
      answer(response, 200, set(since(url)));
    } else {
      const streamUrl = `wss://elsewhere.example/v3/directline/stream?watermark=${since(url)}`;
      answer(response, 200, { conversationId: 'c1', token: 'fresh', expires_in: 1800, streamUrl });
    }
  });
  const socketServer = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request, socket, head) => {
    calls.push(`SOCKET ${request.url}`);
    if (!socketsWelcome) {
      socket.destroy();
      return;
    }
    socketServer.handleUpgrade(request, socket, head, opened => {
      sockets.add(opened);
      opened.on('close', () => sockets.delete(opened));
      opened.send(JSON.stringify(set(since(request.url ?? ''))));
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address && typeof address === 'object') origin = `http://127.0.0.1:${address.port}`;

  return {
    origin,
    calls,
    taken,
    fail: (path, ...statuses) => failures.push(...statuses.map(status => ({ path, status }))),
    say: activity => {
      log.push(activity);
      for (const socket of sockets) socket.send(JSON.stringify(set(log.length - 1)));
    },
    refuseSockets: () => {
      socketsWelcome = false;
    },
    dropSockets: () => {
      for (const socket of sockets) socket.terminate();
    },
    close: () => {
      for (const socket of sockets) socket.terminate();
      server.closeAllConnections();
      return new Promise(resolve => server.close(() => resolve()));
    },
  };
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text ? JSON.parse(text) : undefined;
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

/** The channel's side of replies that are POSTed out: takes each in, and tells the person who waits for it. */
import { createServer, type IncomingMessage } from 'node:http';
import { type ReplyGathering, replyGathering } from './reply-gathering.ts';
import type { Talk } from './talk.ts';

export interface Connector {
  readonly address: string;
  /** Resolves when the whole reply of the talk's next turn has come. */
  await(talk: Talk): Promise<'done' | 'finished'>;
  close(): void;
}

const CONVERSATION = /\/conversations\/([^/]+)\//;

export function startConnector(): Promise<Connector> {
  const waiting = new Map<string, ReplyGathering>();
  let sent = 0;
  const server = createServer((request, response) => {
    void textOf(request).then(text => {
      const answer = `{"id":"${sent++}"}`;
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': answer.length });
      response.end(answer);
      waiting.get(CONVERSATION.exec(request.url ?? '')?.[1] ?? '')?.add(text);
    });
  });
  return new Promise(resolve => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = address !== null && typeof address === 'object' ? address.port : 0;
      resolve({
        address: `http://127.0.0.1:${port}/`,
        await: talk => {
          const gathering = replyGathering(talk);
          waiting.set(talk.conversation, gathering);
          return gathering.whole.finally(() => waiting.delete(talk.conversation));
        },
        close: () => {
          server.close();
          server.closeAllConnections();
        },
      });
    });
  });
}

function textOf(request: IncomingMessage): Promise<string> {
  return new Promise(resolve => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
  });
}

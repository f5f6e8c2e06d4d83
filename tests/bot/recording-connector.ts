/** A channel's service on loopback: keeps what the bot sends, and answers as it is told. */
import { createServer, type IncomingMessage } from 'node:http';

export interface Sent {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  // biome-ignore lint/suspicious/noExplicitAny: whatever arrived is what the tests look at
  readonly activity: any;
}

export interface ConnectorAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface RecordingConnector {
  readonly serviceUrl: string;
  readonly host: string;
  readonly sent: Sent[];
  /** Decides the next answers; `hang` never answers. By default everything is taken. */
  answer: (sent: Sent, count: number) => ConnectorAnswer | 'hang';
  /** Whether it says what it calls the messages that it takes. */
  named: boolean;
  /** Resolves once so many calls have come. */
  received(count: number): Promise<readonly Sent[]>;
  close(): Promise<void>;
}

export async function startRecordingConnector(): Promise<RecordingConnector> {
  const sent: Sent[] = [];
  const waiting: (() => void)[] = [];
  const server = createServer(async (request, response) => {
    const one: Sent = {
      method: request.method ?? '',
      path: request.url ?? '',
      authorization: request.headers.authorization,
      activity: JSON.parse((await read(request)) || 'null'),
    };
    sent.push(one);
    const answer = connector.answer(one, sent.length);
    for (const look of waiting) look();
    if (answer === 'hang') return;
    response.writeHead(answer.status, answer.headers);
    response.end(connector.named ? JSON.stringify({ id: `sent-${sent.length}` }) : '');
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const host = `127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  const connector: RecordingConnector = {
    serviceUrl: `http://${host}/teams/`,
    host,
    sent,
    answer: () => ({ status: 201 }),
    named: true,
    received: count =>
      new Promise(resolve => {
        const look = () => sent.length >= count && resolve(sent);
        waiting.push(look);
        look();
      }),
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return connector;
}

async function read(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
}

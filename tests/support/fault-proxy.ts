import { createServer, connect as openSocket, type Socket } from 'node:net';

/** A stretch of wire between a client and a server on loopback, that can be told to fail. */
export interface FaultProxy {
  readonly port: number;
  /** Replies lost so far. */
  readonly lost: () => number;
  /** Lets the next request through, but cuts the line when its reply comes: done, and the client cannot know. */
  loseNextReply(): void;
  /** Cuts all lines and takes no new ones. */
  down(): void;
  up(): void;
  close(): Promise<void>;
}

export async function startFaultProxy(targetPort: number): Promise<FaultProxy> {
  const sockets = new Set<Socket>();
  let state: 'up' | 'down' = 'up';
  let replies: 'pass' | 'lose next' = 'pass';
  let lost = 0;
  const server = createServer(client => {
    const target = openSocket(targetPort, '127.0.0.1');
    const cut = () => {
      for (const socket of [client, target]) {
        sockets.delete(socket);
        socket.destroy();
      }
    };
    for (const socket of [client, target]) {
      sockets.add(socket);
      socket.once('error', cut);
      socket.once('close', cut);
    }
    if (state === 'down') return cut();
    client.on('data', request => target.write(request));
    target.on('data', reply => {
      if (replies === 'pass') return void client.write(reply);
      replies = 'pass';
      lost += 1;
      cut();
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const cutAll = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: address.port,
    lost: () => lost,
    loseNextReply: () => {
      replies = 'lose next';
    },
    down: () => {
      state = 'down';
      cutAll();
    },
    up: () => {
      state = 'up';
    },
    close: async () => {
      cutAll();
      await new Promise(resolve => server.close(resolve));
    },
  };
}

import { type ActivitySet, parseActivitySet } from './activity.ts';

/** The part of a browser's WebSocket that is used here. */
export interface Socket {
  addEventListener(type: 'open' | 'close', listener: () => void): void;
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void;
  send(data: string): void;
}

export interface SocketListener {
  readonly opened: () => void;
  readonly received: (set: ActivitySet) => void;
}

/** Networks drop connections on which nothing moves. */
const KEEP_ALIVE_MS = 20_000;

/** Follows a socket until it closes; tells whether it ever opened. */
export function followSocket(socket: Socket, { opened, received }: SocketListener): Promise<boolean> {
  return new Promise(resolve => {
    let keepAlive: ReturnType<typeof setInterval> | undefined;
    socket.addEventListener('open', () => {
      keepAlive = setInterval(() => socket.send(''), KEEP_ALIVE_MS);
      opened();
    });
    socket.addEventListener('message', ({ data }) => {
      const set = readFrame(data);
      if (set) received(set);
    });
    socket.addEventListener('close', () => {
      clearInterval(keepAlive);
      resolve(keepAlive !== undefined);
    });
  });
}

/** An empty frame only keeps the connection open. */
function readFrame(data: unknown): ActivitySet | undefined {
  if (typeof data !== 'string' || data === '') return undefined;
  try {
    return parseActivitySet(JSON.parse(data));
  } catch {
    return undefined;
  }
}

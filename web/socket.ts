import { type ActivitySet, parseActivitySet } from './activity.ts';
import type { Observable } from './subject.ts';

/** The part of a browser's WebSocket that is used here. */
export interface Socket {
  addEventListener(type: 'open' | 'close', listener: () => void): void;
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void;
  send(data: string): void;
  close(): void;
}

export interface SocketListener {
  readonly opened: () => void;
  readonly received: (set: ActivitySet) => void;
  /** Told when the socket is not to be trusted any more, as after the network was gone: it may look open for minutes. */
  readonly cuts: Observable<void>;
}

/** Networks drop connections on which nothing moves. */
const KEEP_ALIVE_MS = 20_000;

/** Follows a socket until it closes or is cut; tells whether it ever opened. */
export function followSocket(socket: Socket, { opened, received, cuts }: SocketListener): Promise<boolean> {
  return new Promise(resolve => {
    let keepAlive: ReturnType<typeof setInterval> | undefined;
    let over = false;
    const end = () => {
      over = true;
      uncut();
      clearInterval(keepAlive);
      resolve(keepAlive !== undefined);
    };
    const uncut = cuts.subscribe(() => {
      end();
      socket.close();
    });
    socket.addEventListener('open', () => {
      if (over) return;
      keepAlive = setInterval(() => socket.send(''), KEEP_ALIVE_MS);
      opened();
    });
    socket.addEventListener('message', ({ data }) => {
      const set = over ? undefined : readFrame(data);
      if (set) received(set);
    });
    socket.addEventListener('close', end);
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

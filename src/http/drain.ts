/** Stopping without cutting anybody off: what has been asked is answered, then the connections end. */
import type { Server, ServerResponse } from 'node:http';
import { Server as NetServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { createSlots } from './slots.ts';

export interface Drain {
  /** Follows an answer until it is sent or its caller has gone. */
  enter(response: ServerResponse): void;
  /** Takes no more connections. Resolves when all answers are sent, or after the milliseconds. */
  drain(milliseconds: number): Promise<void>;
  /** Cuts what is left; resolves when the server is closed. */
  close(): Promise<void>;
}

/** When draining begins, requests may lie on their connections unread. After this they are read; the rest is idle. */
const ARRIVING_MS = 250;

/** For one server; the answers that are `enter`ed are those that stopping waits for. */
export function createDrain(server: Server): Drain {
  const open = createSlots<ServerResponse>();
  let closed: Promise<void> | undefined;
  let emptied = () => {};
  const stop = () => {
    // Node's own close would cut connections at once whose request has come but has not been read.
    closed ??= new Promise(resolve => NetServer.prototype.close.call(server, () => resolve()));
    return closed;
  };
  const answered = () =>
    new Promise<void>(resolve => {
      emptied = resolve;
      if (open.size === 0) resolve();
    });
  return {
    enter: response => {
      const leave = open.put(response);
      if (closed) response.setHeader('Connection', 'close');
      response.once('close', () => {
        leave();
        if (open.size === 0) emptied();
      });
    },
    drain: async milliseconds => {
      void stop();
      for (const response of open.values())
        if (!response.headersSent) response.setHeader('Connection', 'close');
      await sleep(ARRIVING_MS);
      server.closeIdleConnections();
      await within(milliseconds, answered());
    },
    close: async () => {
      const closing = stop();
      // Ends Node's own timer that looks for slow requests. It calls back with an error, as the server is closed already.
      server.close(() => undefined);
      server.closeAllConnections();
      await closing;
    },
  };
}

async function within(milliseconds: number, done: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const impatience = new Promise<void>(resolve => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([done, impatience]);
  clearTimeout(timer);
}

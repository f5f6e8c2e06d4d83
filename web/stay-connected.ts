import type { ActivitySet } from './activity.ts';
import { Refused } from './grant.ts';
import type { Line } from './line.ts';
import type { Patience } from './patience.ts';
import { followSocket, type Socket } from './socket.ts';
import type { Observable } from './subject.ts';

/** Comes after every failed try, with the status that the server answered, if it did, and its word for why. */
export interface Down {
  readonly kind: 'down';
  readonly status: number | undefined;
  readonly code?: string | undefined;
}
export type Health = { kind: 'up' } | Down;

export interface StayConnectedOptions {
  readonly line: Line;
  readonly openSocket: (url: string) => Socket;
  readonly patience: Patience;
  /** Told when an open socket is to be left for a new one. */
  readonly cuts: Observable<void>;
  readonly received: (set: ActivitySet) => void;
  readonly onHealth: (health: Health) => void;
  /** True once nobody follows any more. */
  readonly ended: () => boolean;
}

const POLL_MS = 1500;
/** After this many sockets that never opened, the network is taken to let none through. */
const SOCKETS_TRIED = 2;
/** A connection that lasted this long was a good one; a server that ends them sooner is given time. */
const STEADY_MS = 5000;

/** Follows the conversation, and comes back to it after every break, until ended. */
export async function stayConnected(options: StayConnectedOptions): Promise<void> {
  const { line, patience, onHealth, ended } = options;
  let socketsFailed = 0;
  for (let failures = 0; !ended(); failures += 1) {
    const since = Date.now();
    try {
      const address = await line.arrive();
      if (socketsFailed >= SOCKETS_TRIED) await poll(options);
      else socketsFailed = (await follow(options, address)) ? 0 : socketsFailed + 1;
    } catch (problem) {
      onHealth(downBy(problem));
    }
    if (Date.now() - since > STEADY_MS) failures = 0;
    await patience.wait(failures);
  }
}

function follow(options: StayConnectedOptions, address: string): Promise<boolean> {
  const { openSocket, received, cuts } = options;
  return followSocket(openSocket(address), { received, cuts, opened: () => reached(options) });
}

/** Whatever waits for the connection may go on. */
function reached({ onHealth, patience }: StayConnectedOptions): void {
  onHealth({ kind: 'up' });
  patience.wake();
}

/** Asks again and again, until a call fails. */
async function poll(options: StayConnectedOptions): Promise<void> {
  const { line, received, ended } = options;
  for (let round = 0; !ended(); round += 1) {
    received(await line.read());
    if (round === 0) reached(options);
    await new Promise(resolve => setTimeout(resolve, POLL_MS));
  }
}

/** What a failed try tells; no status when no answer came. */
export function downBy(problem: unknown): Down {
  return problem instanceof Refused
    ? { kind: 'down', status: problem.status, code: problem.code }
    : { kind: 'down', status: undefined };
}

import type { Activity } from './activity.ts';
import { createLine, type LineOptions } from './line.ts';
import type { Patience } from './patience.ts';
import { sendUntilTaken } from './send-until-taken.ts';
import type { Socket } from './socket.ts';
import { type Health, stayConnected } from './stay-connected.ts';
import { createSubject, type Observable } from './subject.ts';

/** One conversation, followed and written to. */
export interface DirectLine {
  /** What was said, in order: at first all of it, a set at a time. */
  readonly received: Observable<readonly Activity[]>;
  /** How each try to connect or to send went. */
  readonly health: Observable<Health>;
  /** Starts following, once. */
  readonly connect: () => void;
  /** Sends until the server takes it; gives the id it got there. Throws what the last try threw. */
  readonly post: (activity: Activity) => Promise<string>;
  /** The network is back: goes on with a new socket, since the old one may only look alive. */
  readonly reconnect: () => void;
  readonly end: () => void;
}

export interface DirectLineOptions extends LineOptions {
  readonly openSocket: (url: string) => Socket;
  readonly patience: Patience;
}

/**
 * A Direct Line 3.0 client. Unlike the stock one it is back within seconds after the server has been away, says truly
 * whether it is connected, sends a press again until it is taken, renews its grant after the computer has slept, and
 * polls where a network lets no WebSocket through.
 */
export function createDirectLine(options: DirectLineOptions): DirectLine {
  const line = createLine(options);
  const received = createSubject<readonly Activity[]>();
  const { health, onHealth, reached } = createReach();
  const cuts = createSubject<void>();
  let phase: 'new' | 'running' | 'ended' = 'new';

  return {
    received,
    health,
    connect: () => {
      if (phase !== 'new') return;
      phase = 'running';
      void stayConnected({
        ...options,
        line,
        cuts,
        onHealth,
        received: set => {
          line.moveTo(set.watermark);
          reached();
          if (set.activities.length > 0) received.next(set.activities);
        },
        ended: () => phase === 'ended',
      });
    },
    post: async activity => {
      const id = await sendUntilTaken(activity, { ...options, line, onHealth });
      reached();
      return id;
    },
    reconnect: () => {
      options.patience.wake();
      cuts.next();
    },
    end: () => {
      phase = 'ended';
    },
  };
}

/** Whether the server is reached, as it is told and as what comes and goes shows. */
function createReach() {
  const health = createSubject<Health>();
  let last: Health['kind'] = 'up';
  const onHealth = (one: Health) => {
    last = one.kind;
    health.next(one);
  };
  return {
    health,
    onHealth,
    /** What the server says or takes shows that it is reached, whichever way that went. */
    reached: () => {
      if (last === 'down') onHealth({ kind: 'up' });
    },
  };
}

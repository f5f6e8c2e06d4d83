import type { Activity, ActivitySet } from './activity.ts';
import { createLine, type LineOptions } from './line.ts';
import type { Patience } from './patience.ts';
import { sendUntilTaken } from './send-until-taken.ts';
import type { Socket } from './socket.ts';
import { type Health, stayConnected } from './stay-connected.ts';
import { createState, createSubject, fromPromise, type Observable } from './subject.ts';

/** What Web Chat needs of a connection. */
export interface DirectLine {
  readonly activity$: Observable<Activity>;
  readonly connectionStatus$: Observable<number>;
  readonly postActivity: (activity: Activity) => Observable<string>;
  readonly end: () => void;
  /** How each try to connect or to send went: not for Web Chat, which would give up. */
  readonly health$: Observable<Health>;
}

export interface DirectLineOptions extends LineOptions {
  readonly openSocket: (url: string) => Socket;
  readonly patience: Patience;
}

/** The states of a connection in Web Chat's numbers. */
const NEW = 0;
const CONNECTING = 1;
const ONLINE = 2;
const ENDED = 5;

/**
 * A Direct Line 3.0 client for Web Chat. Unlike the stock one it is back within seconds after the server has been
 * away, says truly whether it is connected, sends a press again until it is taken, renews its grant after the
 * computer has slept, and polls where a network lets no WebSocket through. It connects once somebody follows.
 */
export function createDirectLine(options: DirectLineOptions): DirectLine {
  const line = createLine(options);
  const activities = createSubject<Activity>();
  const health$ = createSubject<Health>();
  const onHealth = health$.next;
  const status = createState(NEW);
  let phase: 'new' | 'running' | 'ended' = 'new';

  const connect = () => {
    phase = 'running';
    status.next(CONNECTING);
    void stayConnected({
      ...options,
      line,
      onHealth,
      arrived: () => status.next(ONLINE),
      received: (set: ActivitySet) => {
        line.moveTo(set.watermark);
        for (const activity of set.activities) activities.next(forEveryone(activity));
      },
      ended: () => phase === 'ended',
    });
  };

  return {
    activity$: {
      subscribe: observer => {
        const subscription = activities.subscribe(observer);
        if (phase === 'new') connect();
        return subscription;
      },
    },
    connectionStatus$: status,
    health$,
    postActivity: activity => fromPromise(() => sendUntilTaken(activity, { ...options, line, onHealth })),
    end: () => {
      phase = 'ended';
      status.next(ENDED);
    },
  };
}

/** The only reader is the person the suggestions are for, whatever id the server knows them by. */
function forEveryone(activity: Activity): Activity {
  return activity.suggestedActions
    ? { ...activity, suggestedActions: { ...activity.suggestedActions, to: undefined } }
    : activity;
}

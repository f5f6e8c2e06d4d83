/** One open socket: its life from the first frame to the last. */
import type { WebSocket } from 'ws';
import type { Logged } from '../turns/turns.ts';
import type { Limits } from './limits.ts';
import type { Follower } from './log-follower.ts';
import type { CutReason, DirectLineEvent } from './refusal.ts';

export interface Stream {
  /** Tells what this process itself has added to the conversation's log. */
  tell(logged: Logged): void;
  /** Called every `beatMs`: pings, and ends the socket when its token's time is over or its reader has gone. */
  beat(): void;
  /** Ends it. A client whose page is still open comes back by itself. */
  cut(reason: CutReason): void;
}

export interface StreamOptions {
  readonly socket: WebSocket;
  readonly follower: Follower;
  /** Epoch milliseconds at which the token's time is over. */
  readonly until: number;
  readonly limits: Pick<Limits, 'drainMs' | 'framesPerBeat'>;
  readonly now: () => number;
  readonly log: (event: DirectLineEvent) => void;
}

/** Beats without a sign of life after which a reader counts as gone. */
const SILENT_BEATS = 3;

/** Close codes sent before the end. A slow, silent or flooding reader would not read one: its socket is just cut. */
const CLOSE_CODES: Readonly<Partial<Record<CutReason, number>>> = {
  expired: 1008,
  crowded: 1013,
  unavailable: 1013,
  leaving: 1001,
};

export function createStream(options: StreamOptions): Stream {
  const { socket, limits, log } = options;
  const life = { silent: 0, frames: 0 };
  const cut = (reason: CutReason) => {
    if (socket.readyState !== socket.OPEN) return;
    log({ kind: 'stream-cut', reason });
    const code = CLOSE_CODES[reason];
    if (code === undefined) socket.terminate();
    else socket.close(code, reason);
  };
  socket.on('pong', () => {
    life.silent = 0;
  });
  socket.on('message', () => {
    life.silent = 0;
    life.frames += 1;
    if (life.frames > limits.framesPerBeat) cut('flood');
  });
  return {
    cut,
    tell: logged => options.follower.tell(logged),
    beat: () => {
      life.frames = 0;
      life.silent += 1;
      const over = overBecause(options, life.silent);
      if (over) cut(over);
      else keepAlive(options);
    },
  };
}

function overBecause(
  { follower: { sendingSince }, until, limits, now }: StreamOptions,
  silent: number,
): CutReason | undefined {
  if (now() >= until) return 'expired';
  // While a set is on its way, answers to our pings wait behind it: then only its own time counts.
  if (sendingSince !== undefined) return now() - sendingSince > limits.drainMs ? 'slow' : undefined;
  return silent > SILENT_BEATS ? 'silent' : undefined;
}

/** The empty frame is Direct Line's own keep-alive; the ping is answered even by a page that is asleep. */
function keepAlive({ socket, follower }: StreamOptions): void {
  if (socket.readyState !== socket.OPEN || follower.sendingSince !== undefined) return;
  socket.send('');
  socket.ping();
  follower.retry();
}

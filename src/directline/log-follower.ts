/** Carries a conversation's log to one socket: what is there first, then whatever comes. */
import type { WebSocket } from 'ws';
import { type Store, StoreUnavailable } from '../store/port.ts';
import { keyOf } from './conversation-key.ts';
import type { Asked, Transcript } from './transcript.ts';

export interface Follower {
  /** Since when the reader has been taking in the set sent last, epoch milliseconds; undefined when it has it all. */
  readonly sendingSince: number | undefined;
  /** Begins: first what is there after the watermark. */
  begin(): void;
  /** Reads again where an earlier reading found the store silent. */
  retry(): void;
}

export interface FollowerOptions {
  readonly socket: WebSocket;
  readonly conversation: string;
  readonly watermark: string | undefined;
  readonly store: Pick<Store, 'listen'>;
  readonly transcript: Transcript;
  readonly now: () => number;
  /** Told of what reading again does not mend. */
  readonly failed: (error: unknown) => void;
}

interface Progress {
  /** `again`: something came while it was reading. `behind`: the store was silent. */
  state: 'idle' | 'reading' | 'again' | 'behind';
  watermark: string | undefined;
  sendingSince: number | undefined;
  readonly asked: Asked;
}

export function followLog(options: FollowerOptions): Follower {
  const progress: Progress = {
    state: 'idle',
    watermark: options.watermark,
    sendingSince: undefined,
    asked: new Map(),
  };
  const wake = () => {
    if (progress.state === 'idle' || progress.state === 'behind') void catchUp(options, progress);
    else progress.state = 'again';
  };
  return {
    begin: () => void listen(options, wake),
    get sendingSince() {
      return progress.sendingSince;
    },
    retry: () => {
      if (progress.state === 'behind') wake();
    },
  };
}

/** Listens before reading, so that nothing said in between is missed. */
async function listen(
  { store, conversation, socket, failed }: FollowerOptions,
  wake: () => void,
): Promise<void> {
  try {
    const stop = await store.listen(keyOf(conversation), wake);
    const release = () => {
      stop().catch(failed);
    };
    if (socket.readyState !== socket.OPEN) return release();
    socket.once('close', release);
    wake();
  } catch (error) {
    failed(error);
  }
}

async function catchUp(options: FollowerOptions, progress: Progress): Promise<void> {
  try {
    do {
      progress.state = 'reading';
    } while ((await sendNext(options, progress)) || wokenMeanwhile(progress));
    progress.state = 'idle';
  } catch (error) {
    progress.state = 'behind';
    if (!(error instanceof StoreUnavailable)) options.failed(error);
  }
}

function wokenMeanwhile({ state }: Progress): boolean {
  return state === 'again';
}

/**
 * Sends one page and waits until the reader has taken it in, so that a slow one never piles up pages here. Tells
 * whether there may be another.
 */
async function sendNext(options: FollowerOptions, progress: Progress): Promise<boolean> {
  const { socket, conversation, transcript, now } = options;
  const { watermark: after, asked } = progress;
  const { set, more } = await transcript.read({ conversation, after, asked });
  if (set.watermark === after || socket.readyState !== socket.OPEN) return false;
  progress.watermark = set.watermark;
  if (set.activities.length === 0) return more === 'perhaps';
  progress.sendingSince = now();
  await new Promise<void>(resolve => {
    socket.send(JSON.stringify(set), () => resolve());
  });
  progress.sendingSince = undefined;
  return more === 'perhaps';
}

/** Carries a conversation's log to one socket: what is there first, then whatever comes. */
import type { WebSocket } from 'ws';
import { laterId, parseEntryId } from '../store/entry-id.ts';
import { type Store, StoreUnavailable } from '../store/port.ts';
import type { Logged } from '../turns/turns.ts';
import type { Asked } from './asked-at.ts';
import { keyOf } from './conversation-key.ts';
import { type ActivitySet, setJson, type Transcript } from './transcript.ts';

export interface Follower {
  /** Since when the reader has been taking in the set sent last, epoch milliseconds; undefined when it has it all. */
  readonly sendingSince: number | undefined;
  /** Begins: first what is there after the watermark. */
  begin(): void;
  /** Tells what this process itself has added to the log, so that it need not be read again. */
  tell(logged: Logged): void;
  /** Reads again after a reading that the store did not answer. */
  retry(): void;
}

export interface FollowerOptions {
  readonly socket: WebSocket;
  readonly conversation: string;
  readonly watermark: string | undefined;
  readonly store: Pick<Store, 'listen'>;
  readonly transcript: Transcript;
  readonly now: () => number;
  /** Told of errors that trying again does not mend, such as a line that cannot be read. */
  readonly failed: (error: unknown) => void;
  /** Told when the reader has been sent the last thing that is said in this conversation. */
  readonly ended: () => void;
}

/** Lines kept for a reader that is slow; with more, it is sent what the log says. */
const MOST_TOLD = 10;

interface Progress {
  /** `again`: something came while it was reading. `behind`: the store did not answer. */
  state: 'idle' | 'reading' | 'again' | 'behind';
  watermark: string | undefined;
  /** The conversation's version whose log the reader has all of, where that is known. */
  version: string | undefined;
  /** What this process has added since. */
  told: Logged[];
  sendingSince: number | undefined;
  readonly asked: Asked;
}

export function followLog(options: FollowerOptions): Follower {
  const progress: Progress = {
    state: 'idle',
    watermark: options.watermark,
    version: undefined,
    told: [],
    sendingSince: undefined,
    asked: new Map(),
  };
  const wake = () => {
    if (progress.state === 'idle' || progress.state === 'behind') void catchUp(options, progress);
    else progress.state = 'again';
  };
  return {
    begin: () => void listen(options, progress, wake),
    get sendingSince() {
      return progress.sendingSince;
    },
    tell: logged => {
      // A browser that reads its socket slowly is sent nothing meanwhile: it gets the rest from the log when it goes on.
      if (progress.told.length === MOST_TOLD) progress.told = [];
      progress.told.push(logged);
      wake();
    },
    retry: () => {
      if (progress.state === 'behind') wake();
    },
  };
}

/** A commit of this process reaches us twice, by `tell` and as news from the store. If `tell` has not come by then, read. */
const TOLD_WITHIN_MS = 50;

/** Listens before reading, so that nothing said in between is missed. */
async function listen(
  { store, conversation, socket, failed }: FollowerOptions,
  progress: Progress,
  wake: () => void,
): Promise<void> {
  try {
    const stop = await store.listen(keyOf(conversation), ({ by, upTo }) => {
      if (hasRead(progress, upTo)) return;
      if (by === 'perhaps-another') return wake();
      setTimeout(() => {
        if (!hasRead(progress, upTo)) wake();
      }, TOLD_WITHIN_MS);
    });
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

function hasRead({ watermark }: Progress, upTo: string | undefined): boolean {
  const read = watermark === undefined ? undefined : parseEntryId(watermark);
  const last = upTo === undefined ? undefined : parseEntryId(upTo);
  return read !== undefined && last !== undefined && laterId(last, read) === read;
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
  const { watermark } = progress;
  const { set, more } = await nextPage(options, progress);
  if (set.watermark === watermark || options.socket.readyState !== options.socket.OPEN) return false;
  progress.watermark = set.watermark;
  if (set.activities.length > 0) await send(options, progress, set);
  if (set.end) options.ended();
  return more;
}

/** The lines we were told of, if the reader has all before them; else what the log says. */
async function nextPage(
  { conversation, transcript }: FollowerOptions,
  progress: Progress,
): Promise<{ set: ActivitySet; more: boolean }> {
  const { watermark: after, asked } = progress;
  const reading = { conversation, after, asked };
  const next = progress.told.shift();
  if (next && next.before !== undefined && next.before === progress.version) {
    const set = await transcript.show(next, reading);
    progress.version = next.after;
    return { set, more: progress.told.length > 0 };
  }
  const { set, more } = await transcript.read(reading);
  const told = next ? [next, ...progress.told] : progress.told;
  const reached = told.findIndex(({ entryId }) => entryId === set.watermark);
  progress.version = told[reached]?.after;
  progress.told = told.slice(reached + 1);
  return { set, more: more === 'perhaps' };
}

async function send({ socket, now }: FollowerOptions, progress: Progress, set: ActivitySet): Promise<void> {
  progress.sendingSince = now();
  await new Promise<void>(resolve => {
    socket.send(setJson(set).text, () => resolve());
  });
  progress.sendingSince = undefined;
}

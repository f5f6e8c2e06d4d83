/**
 * Conversations whose tokens open nothing any more, because the person erased them or left them for good. Kept in the
 * store for as long as such a token could last; another process hears of it within seconds. Reading alone stays open: all
 * that is left to read is the word of the erasure, and a page that polls would never see it otherwise.
 */
import { hash } from 'node:crypto';
import { type Store, StoreUnavailable } from '../store/port.ts';
import type { LogLine } from '../turns/turns.ts';
import { createExpiringMap } from './expiring-map.ts';

export interface Revocations {
  /** Which turn erased the conversation (its line's id), or `left`; undefined while its tokens are good. Throws StoreUnavailable. */
  find(conversation: string): Promise<string | undefined>;
  /** Ends all tokens of a conversation. Throws StoreUnavailable. */
  revoke(conversation: string, by: string): Promise<void>;
}

export interface RevocationsDependencies {
  readonly store: Pick<Store, 'claim' | 'claimed'>;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** How long the longest token lasts, in milliseconds. */
  readonly sessionTtlMs: number;
}

/** A page sends and reads many times a minute: the store is not asked each time. */
const BELIEVED_MS = 3000;
const REMEMBERED = 10_000;

export function createRevocations({ store, now, sessionTtlMs }: RevocationsDependencies): Revocations {
  const known = createExpiringMap<{ by: string | undefined; until: number }>({
    most: REMEMBERED,
    isOver: ({ until }) => until <= now(),
  });
  const remember = (conversation: string, by: string | undefined) => {
    known.set(conversation, { by, until: now() + (by === undefined ? BELIEVED_MS : sessionTtlMs) });
    return by;
  };
  return {
    async find(conversation) {
      const found = known.get(conversation);
      if (found && found.until > now()) return found.by;
      return remember(conversation, await store.claimed(nameOf(conversation)));
    },
    async revoke(conversation, by) {
      if (known.get(conversation)?.by !== undefined) return;
      if (!(await store.claim(nameOf(conversation), by, sessionTtlMs))) {
        // Another process was first: what it wrote is what counts.
        remember(conversation, (await store.claimed(nameOf(conversation))) ?? by);
      } else remember(conversation, by);
    },
  };
}

/** Hashed, so that it tells of no conversation. */
function nameOf(conversation: string): string {
  return `revoked ${hash('sha256', conversation, 'base64url')}`;
}

/** Whether a turn erased everything: the person got the word of it, and nothing is said in this conversation any more. */
export function erases({ said }: LogLine): boolean {
  return said.some(reply => reply.kind === 'notice' && reply.notice === 'erased');
}

/** Lets a failed revocation be: the tokens are revoked when the log is read next (`transcript.ts`). Throws what else it is. */
export function ignoreUnavailable(error: unknown): void {
  if (!(error instanceof StoreUnavailable)) throw error;
}

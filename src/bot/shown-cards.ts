/**
 * Which message shows the card that is open: told by the channel when the card was sent, and needed when it is
 * answered by typing. Kept in the store, since another process may take the answer.
 */
import { hash } from 'node:crypto';
import type { Store } from '../store/port.ts';
import type { Reference } from './conversation-reference.ts';

export interface ShownCards {
  /** Notes which message shows the card asked under this nonce, the latest if it was shown more than once. Never rejects. */
  note(reference: Reference, nonce: string, activityId: string): Promise<void>;
  /** Undefined when it is not known (any more). Never rejects. */
  find(reference: Reference, nonce: string): Promise<string | undefined>;
}

/** Whoever answers later than this by typing gets the line as a message of its own. */
const KEPT_MS = 24 * 3_600_000;

export function createShownCards(store: Pick<Store, 'claim' | 'claimed' | 'release'>): ShownCards {
  const find: ShownCards['find'] = (reference, nonce) =>
    store.claimed(nameOf(reference, nonce)).catch(() => undefined);
  return {
    find,
    async note(reference, nonce, activityId) {
      const name = nameOf(reference, nonce);
      try {
        if (await store.claim(name, activityId, KEPT_MS)) return;
        const earlier = await store.claimed(name);
        if (earlier !== undefined) await store.release(name, earlier);
        await store.claim(name, activityId, KEPT_MS);
      } catch {
        // The line then stands below the card instead of in its place.
      }
    },
  };
}

/** Hashed, so that it tells of no conversation. */
function nameOf({ channelId, conversation }: Reference, nonce: string): string {
  return `card ${hash('sha256', JSON.stringify([channelId, conversation.id, nonce]), 'base64url')}`;
}

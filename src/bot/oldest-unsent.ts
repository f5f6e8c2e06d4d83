import type { Store } from '../store/port.ts';
import { readOutboxEntry } from './outbox-entry.ts';

/**
 * For how many seconds the reply that waits longest for its channel has waited. Undefined when none waits. Throws
 * StoreUnavailable.
 */
export async function oldestUnsent(
  store: Pick<Store, 'undelivered' | 'load'>,
  now: number,
): Promise<number | undefined> {
  const [key] = await store.undelivered(0, 1);
  const [oldest] = key ? (await store.load(key)).outbox : [];
  const entry = oldest && readOutboxEntry(oldest.value);
  return entry && Math.max(0, now - entry.reference.at) / 1000;
}

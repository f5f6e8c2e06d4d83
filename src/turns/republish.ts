/** Sums of many people's answers made public anew, by one process at a time. */
import { randomBytes } from 'node:crypto';
import type { Published } from '../assessment/collecting.ts';
import type { Store } from '../store/port.ts';

/** Long enough for two round trips. */
const LOCK_MS = 10_000;

export interface Republishing {
  /** Named alike by all who make the same figures public. */
  readonly lock: string;
  /** What is public now, and what would be. */
  readonly make: () => Promise<{ readonly before: Published; readonly after: Published }>;
  readonly write: (after: Published) => Promise<unknown>;
}

/**
 * One process at a time, under a lock: two that publish at once could count different answers, and whoever saw both sums
 * could tell one person's answer by the difference.
 */
export async function republish(
  store: Pick<Store, 'claim' | 'release'>,
  { lock, make, write }: Republishing,
): Promise<void> {
  const tried = await make();
  if (isSame(tried.before, tried.after)) return;
  const mine = randomBytes(16).toString('base64url');
  if (!(await store.claim(lock, mine, LOCK_MS))) return;
  // Where the store fails from here on, the lock runs out by itself: a write that was given up may still be on its way.
  const { before, after } = await make();
  if (!isSame(before, after)) await write(after);
  await store.release(lock, mine);
}

function isSame(one: Published, other: Published): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

import { randomFillSync } from 'node:crypto';

/** Characters in a version token: short enough to compare cheaply, 72 random bits. */
export const TOKEN_LENGTH = 12;

/**
 * A new version. Random, because a counter or a hash of the content comes round again after a delete, an expiry
 * or an undo, and then a stale writer would pass for a fresh one.
 */
export function newVersionToken(): string {
  if (used === random.length) {
    randomFillSync(random);
    used = 0;
  }
  used += TOKEN_BYTES;
  return random.toString('base64url', used - TOKEN_BYTES, used);
}

const TOKEN_BYTES = 9;
/** Drawn from the system by the hundred: one by one costs as much as the rest of a commit. */
const random = Buffer.alloc(TOKEN_BYTES * 256);
let used = random.length;

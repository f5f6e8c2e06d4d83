import { randomBytes } from 'node:crypto';

/** Characters in a version token: short enough to compare cheaply, 72 random bits. */
export const TOKEN_LENGTH = 12;

/**
 * A new version. Random, because a counter or a hash of the content comes round again after a delete, an expiry
 * or an undo, and then a stale writer would pass for a fresh one.
 */
export function newVersionToken(): string {
  return randomBytes(9).toString('base64url');
}

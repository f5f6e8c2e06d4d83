import { createHash } from 'node:crypto';

const HARMLESS = /^[\w.:@;=+-]{1,120}$/;

/**
 * A name that is safe inside any key, different for different parts. Harmless parts stay readable, joined by
 * `/`; anything else (braces, NUL, `..`-like tricks with slashes, 4 KB, empty) becomes a hash after `~`. Neither
 * mark is harmless itself, so no part can imitate another's name.
 */
export function safeName(...parts: readonly string[]): string {
  if (parts.every(part => HARMLESS.test(part))) return parts.join('/');
  return `~${createHash('sha256').update(JSON.stringify(parts)).digest('base64url')}`;
}

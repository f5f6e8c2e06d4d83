import type { ConversationKey } from './port.ts';

/** The key as text from which it can be read back whatever it holds: JSON escapes even half a surrogate pair. */
export function formatKey({ channel, conversation }: ConversationKey): string {
  return JSON.stringify([channel, conversation]);
}

/** Reads what formatKey wrote; undefined for anything else. */
export function parseKey(text: string): ConversationKey | undefined {
  const parts: unknown = JSON.parse(text);
  if (!Array.isArray(parts)) return undefined;
  const [channel, conversation]: unknown[] = parts;
  if (typeof channel !== 'string' || typeof conversation !== 'string') return undefined;
  return { channel, conversation };
}

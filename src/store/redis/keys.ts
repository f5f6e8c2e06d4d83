import { formatKey } from '../conversation-key.ts';
import type { ConversationKey } from '../port.ts';
import { safeName } from '../safe-name.ts';

/** Every key of one conversation, all in one slot of a cluster. */
export interface ConversationKeys {
  readonly record: string;
  readonly log: string;
  readonly outbox: string;
  /** The bucket's list of conversations with something undelivered. */
  readonly due: string;
  /** The conversation's reminder. */
  readonly reminder: string;
  /** The bucket's list of reminders by their time. */
  readonly times: string;
  /** The conversation's name in these lists, from which its key can be read back. */
  readonly member: string;
  /** The channel that wake-ups are published on. */
  readonly wakeUps: string;
}

/**
 * Conversations are dealt into this many buckets, and the bucket is the hash tag: so a bucket's list of
 * undelivered conversations lies in the same slot as the conversations in it, and is written in the same atomic
 * step. With a tag for each conversation the list would lie elsewhere, and a crash between two writes could
 * leave a reply that nobody ever looks for. Enough buckets to spread over any cluster we will meet.
 */
const BUCKETS = 256;

export function conversationKeys(prefix: string, key: ConversationKey): ConversationKeys {
  const name = safeName(key.channel, key.conversation);
  const bucket = bucketOf(name);
  const base = `${prefix}:{${bucket}}:${name}`;
  return {
    record: `${base}:s`,
    log: `${base}:l`,
    outbox: `${base}:o`,
    due: dueKey(prefix, bucket),
    reminder: `${base}:r`,
    times: timesKey(prefix, bucket),
    member: formatKey(key),
    wakeUps: `${base}:w`,
  };
}

/** The lists of undelivered conversations, one a bucket. */
export function dueKeys(prefix: string): readonly string[] {
  return Array.from({ length: BUCKETS }, (_, bucket) => dueKey(prefix, bucket));
}

export function sharedKey(prefix: string, name: string): string {
  return `${prefix}:shared:${safeName(name)}`;
}

export function claimKey(prefix: string, name: string): string {
  return `${prefix}:claim:${safeName(name)}`;
}

/** The key of one collection, alone in its slot: members of different collections are never written in one step. */
export function collectionKey(prefix: string, name: string): string {
  return `${prefix}:collection:{${safeName(name)}}`;
}

/** The lists of reminders, one a bucket. */
export function timesKeys(prefix: string): readonly string[] {
  return Array.from({ length: BUCKETS }, (_, bucket) => timesKey(prefix, bucket));
}

export function healthKey(prefix: string): string {
  return `${prefix}:health`;
}

function timesKey(prefix: string, bucket: number): string {
  return `${prefix}:{${bucket}}:reminders`;
}

function dueKey(prefix: string, bucket: number): string {
  return `${prefix}:{${bucket}}:due`;
}

/** FNV-1a: spreads well and costs next to nothing. It guards nothing; only evenness is asked of it. */
function bucketOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  return ((hash ^ (hash >>> 16)) >>> 0) % BUCKETS;
}

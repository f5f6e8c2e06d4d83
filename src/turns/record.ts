/**
 * What the store keeps of a conversation in one value: the session, and the deliveries applied lately. The first line
 * is the session and the deliveries' fingerprints as JSON, vouched for by its build. Each line below holds the replies that a caller got in an
 * answer, the newest first, also as JSON: they are carried along as text and read only when a delivery is repeated.
 */
import { LRUCache } from 'lru-cache';
import * as z from 'zod';
import type { Said } from '../conversation/reply.ts';
import { sessionSchema } from '../conversation/session.ts';
import { FINGERPRINT_LENGTH } from './fingerprint.ts';
import { RECORD_MIGRATIONS } from './migrations/record.ts';
import { readSaid } from './stored-reply.ts';
import { type Format, parseJson, readVersioned, writeVersioned } from './versioned.ts';
import { readVouched, type Vouched, vouched } from './vouched.ts';

/** How many deliveries are remembered, and for how many of them the replies, newest first. */
const REMEMBERED = 24;
const REPLIES_KEPT = 2;
/** How long what was written is known: whoever pauses longer is read anew, and an erasure elsewhere leaves no more here. */
const KNOWN_MS = 15 * 60_000;

const headSchema = z.strictObject({
  session: sessionSchema,
  /** Fingerprints, all of one length, the newest first. */
  applied: z.string(),
  /** A record that could not be read, kept as it was until the conversation expires. */
  aside: z.string().optional(),
});
type Head = z.infer<typeof headSchema>;

/** Raised when the shape changes; `migrations/record.ts` then says how the one before is carried over. */
const format: Format<Head> = {
  newest: 5,
  schema: headSchema,
  migrations: RECORD_MIGRATIONS,
};

export interface ConversationRecord extends Head {
  /** The replies of the newest deliveries as JSON, in the order of `applied`; empty for none. */
  readonly replies: readonly string[];
}

/** What is remembered of the deliveries. */
export type Remembered = Pick<ConversationRecord, 'applied' | 'replies'>;

export const NOTHING_REMEMBERED: Remembered = { applied: '', replies: [] };

export type ReadRecord =
  | { kind: 'none' }
  | { kind: 'read'; record: ConversationRecord }
  | { kind: 'unreadable'; aside: string };

/** Parses a stored value; an older schema is migrated, and what cannot be read is handed back untouched. */
export function readRecord(value: string | undefined): ReadRecord {
  if (value === undefined) return { kind: 'none' };
  const [text = '', ...replies] = value.split('\n');
  const head = handedOver(text) ?? headIn(text);
  return head ? { kind: 'read', record: { replies, ...head } } : { kind: 'unreadable', aside: value };
}

function headIn(text: string): Head | undefined {
  const read = readVouched(text);
  const value = read.written === 'by-this-build' ? parseJson(read.json) : undefined;
  if (!isOurs(value, read)) return readVersioned(read.json, format);
  const { schema: _, ...head } = value;
  return head;
}

/** What the sum vouches for is what `writeRecord` was given: to check a workbook's 500 answers again takes four times as long. */
function isOurs(value: unknown, { written }: Vouched): value is Head & { readonly schema: number } {
  return value !== undefined && written === 'by-this-build';
}

/**
 * What was written here, by its text: most conversations go on where they were saved, and to parse and check again what
 * we wrote ourselves cost more than the turn. Whatever was worked out from the answers is then still known, too.
 */
const writtenLately = new LRUCache<string, Written>({
  ttl: KNOWN_MS,
  ttlResolution: 1000,
  maxSize: 4_000_000,
  sizeCalculation: ({ text }) => text.length,
});

interface Written {
  readonly text: string;
  readonly head: Head;
}

/**
 * A text is looked up by its end alone: to look a workbook's 10 KB up by all of it cost as much as to write it. There stand
 * the fingerprints of the deliveries, which two conversations hardly have in common; what is found is then compared whole.
 */
function endOf(text: string): string {
  return text.slice(-END_LENGTH);
}

const END_LENGTH = 128;

/** One timer for all that is known: with `ttlAutopurge` each turn would set and clear one of its own. */
const PURGED_MS = 60_000;
let purging: NodeJS.Timeout | undefined;

function purgeLater(): void {
  if (purging) return;
  purging = setTimeout(() => {
    purging = undefined;
    writtenLately.purgeStale();
    if (writtenLately.size > 0) purgeLater();
  }, PURGED_MS).unref();
}

/** Handed over once: the turn that goes on from it writes another one. */
function handedOver(text: string): Head | undefined {
  const written = writtenLately.get(endOf(text));
  if (written?.text !== text) return undefined;
  writtenLately.delete(endOf(text));
  return written.head;
}

/** The value to store after a turn. */
export function writeRecord({ session, applied, replies, aside }: ConversationRecord): string {
  const head = { session, applied, aside };
  const text = vouched(writeVersioned(format, head));
  writtenLately.set(endOf(text), { text, head });
  purgeLater();
  return [text, ...replies].join('\n');
}

/** Puts a delivery first; older ones lose their replies, and the oldest are forgotten. */
export function remember(
  { applied, replies }: Remembered,
  delivery: string,
  said: readonly Said[],
): Remembered {
  const kept = [said.length === 0 ? '' : JSON.stringify(said), ...replies].slice(0, REPLIES_KEPT);
  return {
    applied: (delivery + applied).slice(0, REMEMBERED * FINGERPRINT_LENGTH),
    replies: kept.slice(0, kept.findLastIndex(one => one !== '') + 1),
  };
}

/** What was said to a delivery that was applied before; undefined for a new one. */
export function repliesTo({ applied, replies }: Remembered, delivery: string): readonly Said[] | undefined {
  for (let at = 0; at < applied.length; at += FINGERPRINT_LENGTH) {
    if (applied.startsWith(delivery, at)) return readSaid(parseJson(replies[at / FINGERPRINT_LENGTH] ?? ''));
  }
  return undefined;
}

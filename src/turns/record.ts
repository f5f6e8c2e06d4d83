/** What the store keeps of a conversation in one value: the session, and the deliveries applied lately. */
import { z } from 'zod';
import type { Said } from '../conversation/reply.ts';
import { type Session, sessionSchema } from '../conversation/session.ts';

/** Raised when the shape changes; `migrations` then says how the one before is carried over. */
const SCHEMA = 1;

/** How many deliveries are remembered, and for how many of them the replies, newest first. */
const REMEMBERED = 24;
const REPLIES_KEPT = 3;

/** Replies are our own and only passed on, so their shape is not checked again on every read. */
const saidSchema = z.array(z.custom<Said>(value => typeof value === 'object' && value !== null));
const deliverySchema = z.tuple([z.string(), saidSchema]);

const recordSchema = z.strictObject({
  schema: z.literal(SCHEMA),
  session: sessionSchema,
  deliveries: z.array(deliverySchema),
  /** A record that could not be read, kept as it was until the conversation expires. */
  aside: z.string().optional(),
});

export type ConversationRecord = z.infer<typeof recordSchema>;

export type ReadRecord =
  | { kind: 'none' }
  | { kind: 'read'; record: ConversationRecord }
  | { kind: 'unreadable'; aside: string };

/** From an older schema number to the next one up. */
const migrations: Readonly<Record<number, (record: unknown) => unknown>> = {};

/** Parses a stored value; an older schema is migrated, and what cannot be read is handed back untouched. */
export function readRecord(value: string | undefined): ReadRecord {
  if (value === undefined) return { kind: 'none' };
  const parsed = recordSchema.safeParse(migrate(parseJson(value)));
  return parsed.success ? { kind: 'read', record: parsed.data } : { kind: 'unreadable', aside: value };
}

/** The value to store after a turn. */
export function writeRecord(
  session: Session,
  deliveries: ConversationRecord['deliveries'],
  aside?: string,
): string {
  const record: ConversationRecord = { schema: SCHEMA, session, deliveries, aside };
  return JSON.stringify(record);
}

/** Puts a delivery first; older ones lose their replies, and the oldest are forgotten. */
export function remember(
  deliveries: ConversationRecord['deliveries'],
  delivery: ConversationRecord['deliveries'][number],
): ConversationRecord['deliveries'] {
  return [delivery, ...deliveries]
    .slice(0, REMEMBERED)
    .map(([id, said], index) => [id, index < REPLIES_KEPT ? said : []]);
}

const versioned = z.object({ schema: z.number().int() });

function migrate(record: unknown): unknown {
  const { data } = versioned.safeParse(record);
  const step = data && data.schema < SCHEMA ? migrations[data.schema] : undefined;
  return step ? migrate(step(record)) : record;
}

function parseJson(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}

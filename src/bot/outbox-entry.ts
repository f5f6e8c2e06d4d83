/** What the turns leave in the outbox for this room: a reply, and where it goes. */
import type { Said } from '../conversation/reply.ts';
import { readEntry } from '../turns/outbox-entry.ts';
import { parseJson } from '../turns/versioned.ts';
import { type Reference, referenceSchema } from './conversation-reference.ts';

export interface OutboxMessage {
  readonly said: Said;
  readonly reference: Reference;
}

/** Undefined when the entry cannot be read (any more). */
export function readOutboxEntry(value: string): OutboxMessage | undefined {
  const entry = readEntry(value);
  const reference = entry && referenceSchema.safeParse(parseJson(entry.reference)).data;
  return reference && { said: entry.said, reference };
}

/** What the turns leave in the outbox for this room: a reply, and where it goes. */
import { z } from 'zod';
import type { Said } from '../conversation/reply.ts';
import { readOneSaid } from '../turns/stored-reply.ts';
import { type Reference, referenceSchema } from './conversation-reference.ts';

export interface OutboxMessage {
  readonly said: Said;
  readonly reference: Reference;
}

/** Undefined when the entry cannot be read (any more). */
export function readOutboxEntry(value: string): OutboxMessage | undefined {
  const entry = entrySchema.safeParse(parseJson(value)).data;
  const reference = entry && referenceSchema.safeParse(parseJson(entry.reference)).data;
  const said = reference && readOneSaid(entry.said);
  return said && reference && { said, reference };
}

const entrySchema = z.object({ said: z.unknown(), reference: z.string() });

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

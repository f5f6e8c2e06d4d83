/** What the turns leave in the outbox for this room: a reply, and where it goes. */
import { z } from 'zod';
import { LOCALES } from '../conversation/locale.ts';
import type { Said } from '../conversation/reply.ts';
import { type Reference, referenceSchema } from './conversation-reference.ts';

export interface OutboxMessage {
  readonly said: Said;
  readonly reference: Reference;
}

/** Undefined when the entry cannot be read (any more). */
export function readOutboxEntry(value: string): OutboxMessage | undefined {
  const entry = entrySchema.safeParse(parseJson(value)).data;
  const reference = entry && referenceSchema.safeParse(parseJson(entry.reference)).data;
  return reference && { said: entry.said, reference };
}

/** Replies are our own: only that it is one at all is looked at. */
const saidSchema = z.object({ locale: z.enum(LOCALES), reply: z.looseObject({ kind: z.string() }) });
const entrySchema = z.object({
  said: z.custom<Said>(value => saidSchema.safeParse(value).success),
  reference: z.string(),
});

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

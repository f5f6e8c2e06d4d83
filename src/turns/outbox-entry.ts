/** What waits in the outbox as it is kept, a reply each: written here, and parsed when it is sent later. */
import * as z from 'zod';
import { type Said, saidSchema } from '../conversation/reply.ts';
import { carriedReply } from './migrations/reply.ts';
import { type Format, readVersioned, writeVersioned } from './versioned.ts';

export interface ReplyToSend {
  readonly said: Said;
  /** Where it goes, in the words of the channel that sends it. */
  readonly reference: string;
}

/** Raised when the shape of an entry, or of the reply in it, changes; a migration then carries the one before over. */
const format: Format<ReplyToSend> = {
  newest: 2,
  schema: z.object({ said: saidSchema, reference: z.string() }),
  unnumbered: 1,
  migrations: { 1: fromNovember },
};

export function writeEntry(entry: ReplyToSend): string {
  return writeVersioned(format, entry);
}

/** Undefined when the entry is in no form known here. */
export function readEntry(value: string): ReplyToSend | undefined {
  return readVersioned(value, format);
}

function fromNovember(value: unknown): unknown {
  const { data } = z.looseObject({ said: z.looseObject({ reply: z.unknown() }) }).safeParse(value);
  return data && { ...data, schema: 2, said: { ...data.said, reply: carriedReply(data.said.reply) } };
}

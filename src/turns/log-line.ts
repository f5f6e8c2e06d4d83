/** Lines of a conversation's log as they are kept, a turn each: written here, and parsed on every read. */
import * as z from 'zod';
import { localeSchema } from '../conversation/locale.ts';
import { type Reply, replySchema } from '../conversation/reply.ts';
import { carriedReply } from './migrations/reply.ts';
import { packed, unpacked } from './packed-line.ts';
import type { LogLine } from './turns.ts';
import { type Format, readVersioned, writeVersioned } from './versioned.ts';

/** Stands where an old reply can no longer be shown: somebody who scrolls back sees that there was something. */
const WITHDRAWN: Reply = { kind: 'notice', notice: 'withdrawn' };

/** Raised when the shape of a line, or of a reply in it, changes; a migration then carries the one before over. */
const format: Format<LogLine> = {
  newest: 2,
  schema: z.object({
    id: z.string(),
    at: z.number(),
    heard: z.record(z.string(), z.unknown()).exactOptional(),
    locale: localeSchema,
    said: z.array(replySchema.catch(WITHDRAWN)),
  }),
  unnumbered: 1,
  migrations: { 1: fromNovember },
};

export function writeLine(line: LogLine): string {
  return packed(writeVersioned(format, line));
}

/** The line, or undefined when it is in no form known here. */
export function readLine(value: string): LogLine | undefined {
  const text = unpacked(value);
  return text === undefined ? undefined : readVersioned(text, format);
}

function fromNovember(value: unknown): unknown {
  const { data } = z.looseObject({ said: z.array(z.unknown()) }).safeParse(value);
  return data && { ...data, schema: 2, said: data.said.map(carriedReply) };
}

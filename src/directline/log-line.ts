/** Lines of a conversation's log, parsed on every read. */
import { z } from 'zod';
import { localeSchema } from '../conversation/locale.ts';
import type { Reply } from '../conversation/reply.ts';
import type { LogLine } from '../turns/turns.ts';

/** Replies are our own and were typed when they were written; only the frame around them is checked. */
const replyFrame = z.looseObject({ kind: z.string() });
const replySchema = z.custom<Reply>(value => replyFrame.safeParse(value).success);

const lineSchema: z.ZodType<LogLine> = z.object({
  id: z.string(),
  at: z.number(),
  heard: z.record(z.string(), z.unknown()).exactOptional(),
  locale: localeSchema,
  said: z.array(replySchema),
});

/** The line, or undefined when it is in no form known here. */
export function parseLine(value: string): LogLine | undefined {
  return lineSchema.safeParse(parseJson(value)).data;
}

function parseJson(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}

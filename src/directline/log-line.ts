/** Lines of a conversation's log, parsed on every read. */
import { z } from 'zod';
import type { Said } from '../conversation/reply.ts';
import type { LogLine } from '../turns/turns.ts';

/** Replies are our own and were typed when they were written; only the frame around them is checked. */
const saidFrame = z.object({ locale: z.string(), reply: z.object({ kind: z.string() }) });
const saidSchema = z.custom<Said>(value => saidFrame.safeParse(value).success);

const lineSchema: z.ZodType<LogLine> = z.discriminatedUnion('by', [
  z.object({ by: z.literal('user'), activity: z.unknown() }),
  z.object({ by: z.literal('bot'), id: z.string(), at: z.number(), said: saidSchema }),
]);

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

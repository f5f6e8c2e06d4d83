/** Lines of a conversation's log, parsed on every read. */
import { z } from 'zod';
import { localeSchema } from '../conversation/locale.ts';
import type { Reply } from '../conversation/reply.ts';
import { readReply } from '../turns/stored-reply.ts';
import type { LogLine } from '../turns/turns.ts';

const lineSchema = z.object({
  id: z.string(),
  at: z.number(),
  heard: z.record(z.string(), z.unknown()).exactOptional(),
  locale: localeSchema,
  said: z.array(z.unknown()),
});

/** The line, or undefined when it is in no form known here. */
export function parseLine(value: string): LogLine | undefined {
  const line = lineSchema.safeParse(parseJson(value)).data;
  return line && { ...line, said: line.said.map(reply => readReply(reply) ?? WITHDRAWN) };
}

/** What no version of ours can show any more is not passed over in silence. */
const WITHDRAWN: Reply = { kind: 'notice', notice: 'withdrawn' };

function parseJson(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}

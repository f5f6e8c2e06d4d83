/**
 * Replies as records keep them for the caller of a repeated delivery: parsed on every read, and carried over from the
 * shapes of earlier versions, since a record is raised with these lines as they are. One that cannot be carried is none.
 */
import * as z from 'zod';
import { localeSchema } from '../conversation/locale.ts';
import { type Reply, replySchema, type Said } from '../conversation/reply.ts';
import { carriedReply } from './migrations/reply.ts';

const frameSchema = z.object({ locale: localeSchema, reply: z.unknown() });

/** Undefined when it is no reply of any version. */
export function readReply(value: unknown): Reply | undefined {
  return replySchema.safeParse(carriedReply(value)).data;
}

/** Several, each in its language; what cannot be read is left out. */
export function readSaid(value: unknown): readonly Said[] {
  return Array.isArray(value) ? value.flatMap(one => readOneSaid(one) ?? []) : [];
}

function readOneSaid(value: unknown): Said | undefined {
  const frame = frameSchema.safeParse(value).data;
  const reply = frame && readReply(frame.reply);
  return reply && { locale: frame.locale, reply };
}

/**
 * Replies as they are kept (in records, logs, the outbox and under share codes): parsed on every read, and carried over
 * from the shapes of earlier versions. One that cannot be carried is none.
 */
import { z } from 'zod';
import { localeSchema } from '../conversation/locale.ts';
import {
  type Reply,
  replySchema,
  type Said,
  type SharedResult,
  sharedResultSchema,
} from '../conversation/reply.ts';
import { carriedReply, carriedShare } from './migrate-reply.ts';

const frameSchema = z.object({ locale: localeSchema, reply: z.unknown() });

/** Undefined when it is no reply of any version. */
export function readReply(value: unknown): Reply | undefined {
  return replySchema.safeParse(carriedReply(value)).data;
}

/** A reply in its language. */
export function readOneSaid(value: unknown): Said | undefined {
  const frame = frameSchema.safeParse(value).data;
  const reply = frame && readReply(frame.reply);
  return reply && { locale: frame.locale, reply };
}

/** Several; what cannot be read is left out. */
export function readSaid(value: unknown): readonly Said[] {
  return Array.isArray(value) ? value.flatMap(one => readOneSaid(one) ?? []) : [];
}

/** A result that was shared. */
export function readShared(value: unknown): SharedResult | undefined {
  return sharedResultSchema.safeParse(carriedShare(value)).data;
}

/** An activity as it comes from outside: the fields this bot reads, checked; everything else is left behind. */
import * as z from 'zod';

/** Ids become parts of a path, in which `.` and `..` would lead elsewhere: those are refused. */
const id = z
  .string()
  .max(1000)
  .regex(/^(?!\.{1,2}$)/)
  .min(1);
const tag = z.string().max(200).nullish();
const account = z.object({ id });

const incomingSchema = z.object({
  type: z.string().min(1).max(100),
  id: id.nullish(),
  channelId: z.string().regex(/^[a-z0-9][a-z0-9._-]{0,99}$/i),
  serviceUrl: z.string().min(1).max(2000),
  conversation: z.object({ id, isGroup: z.boolean().nullish(), conversationType: tag, tenantId: tag }),
  /** A name that is no text is left out rather than refused: it is only shown. */
  from: account.extend({
    name: z.string().nullish().catch(undefined),
    /** Teams' own id of a person, the same in all conversations. */
    aadObjectId: z.guid().nullish().catch(undefined),
  }),
  recipient: account,
  locale: tag,
  deliveryMode: tag,
  replyToId: id.nullish(),
  text: z.string().nullish(),
  value: z.unknown().optional(),
  channelData: z.unknown().optional(),
  name: tag,
  action: tag,
  membersAdded: z.array(account).nullish(),
  membersRemoved: z.array(account).nullish().catch(undefined),
  entities: z.array(z.unknown()).nullish(),
  attachments: z.array(z.unknown()).nullish().catch(undefined),
});

export type IncomingActivity = z.infer<typeof incomingSchema>;

export type ReadActivity =
  | { kind: 'read'; activity: IncomingActivity }
  /** `field` is a name from the schema, never something the sender wrote. */
  | { kind: 'invalid'; field: string };

export function readActivity(body: unknown): ReadActivity {
  const parsed = incomingSchema.safeParse(body);
  if (parsed.success) return { kind: 'read', activity: parsed.data };
  const path = parsed.error.issues[0]?.path.filter(part => typeof part === 'string') ?? [];
  return { kind: 'invalid', field: path.join('.') || 'body' };
}

/** Whether several people share the conversation: there the bot answers only when it is addressed. */
export function isShared({ conversation }: IncomingActivity): boolean {
  const { isGroup, conversationType } = conversation;
  return isGroup === true || conversationType === 'groupChat' || conversationType === 'channel';
}

/** Whether the caller wants the replies in the answer itself. */
export function expectsReplies({ deliveryMode }: IncomingActivity): boolean {
  return deliveryMode === 'expectReplies';
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

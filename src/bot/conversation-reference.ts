/** Where to send a conversation's replies, small enough to be kept beside each of them until it is delivered. */
import * as z from 'zod';
import type { Delivery } from '../turns/turns.ts';
import { answererOf } from './answerer.ts';
import type { IncomingActivity } from './incoming-activity.ts';

export const referenceSchema = z.object({
  channelId: z.string(),
  serviceUrl: z.string(),
  conversation: z.object({
    id: z.string(),
    isGroup: z.boolean().optional(),
    conversationType: z.string().optional(),
    tenantId: z.string().optional(),
  }),
  /** Ids: the only name kept is the one in `by`. */
  bot: z.string(),
  user: z.string(),
  /** The message answered; events are not, since screens know no message by their ids. */
  replyToId: z.string().optional(),
  /** The card whose button was pressed: the answered question takes its place. */
  card: z.object({ id: z.string(), nonce: z.string() }).optional(),
  /** Who answered, in a shared conversation: for the others to read, and gone once the reply has been delivered. */
  by: z.string().optional(),
  /** The process that saved the reply, and sends it unless it is gone by then. */
  sender: z.string().optional(),
  /** When the activity came, epoch milliseconds: replies too old are not sent any more. */
  at: z.number(),
});

export type Reference = z.infer<typeof referenceSchema>;

/** Where the replies to an activity go. `at`: when it came, epoch milliseconds; `sender`: the process that answers it. */
export function referenceTo(
  activity: IncomingActivity,
  input: Delivery['input'],
  { at, sender }: Pick<Reference, 'at' | 'sender'>,
): Reference {
  const { type, id, channelId, serviceUrl, conversation, from, recipient } = activity;
  return {
    channelId,
    serviceUrl,
    conversation: withoutNulls(conversation),
    bot: recipient.id,
    user: from.id,
    replyToId: type === 'message' && id ? id : undefined,
    card: cardOf(activity, input),
    by: answererOf(activity),
    sender,
    at,
  };
}

/**
 * Where to send what is said unasked later: not as an answer to the message that began it, not in the place of its card,
 * to nobody by name, and by whatever process is there then.
 */
export function laterReference(reference: Reference): Reference {
  const { replyToId: _, card: __, by: ___, sender: ____, ...where } = reference;
  return where;
}

/** In Teams a press names the message its card came in. */
function cardOf({ channelId, replyToId }: IncomingActivity, input: Delivery['input']): Reference['card'] {
  if (channelId !== 'msteams' || !replyToId || input.kind !== 'press') return undefined;
  const nonce = 'nonce' in input.press ? input.press.nonce : undefined;
  return nonce === undefined ? undefined : { id: replyToId, nonce };
}

function withoutNulls({ id, isGroup, conversationType, tenantId }: IncomingActivity['conversation']) {
  return {
    id,
    isGroup: isGroup || undefined,
    conversationType: conversationType || undefined,
    tenantId: tenantId || undefined,
  };
}

/** Activities on their way out: between our own shape, the SDK's, and JSON. */
import type { Activity, ConversationReference } from 'botbuilder';
import type { OutgoingActivity } from '../presentation/activity.ts';
import type { Call } from './connector.ts';
import type { Reference } from './conversation-reference.ts';
import { isRecord } from './incoming-activity.ts';

/** Of a body that was read: that the SDK may have it too. */
export function isSdkActivity(value: unknown): value is Partial<Activity> {
  return isRecord(value) && typeof value.type === 'string';
}

/** An activity of ours as the SDK knows it. Copied, since contexts and middleware write into what they are given. */
export function sdkActivity(activity: OutgoingActivity): Partial<Activity> {
  const copy: Partial<Activity> = { ...activity };
  if (copy.attachments) copy.attachments = [...copy.attachments];
  return copy;
}

/** Where a kept reply belongs, as the SDK knows it: ids, and nobody's name. */
export function sdkReference(reference: Reference): Partial<ConversationReference> {
  const { channelId, serviceUrl, conversation, bot, user, replyToId } = reference;
  const { id, isGroup = false, conversationType = '', tenantId = '' } = conversation;
  return {
    channelId,
    serviceUrl,
    conversation: { id, name: '', isGroup, conversationType, tenantId },
    bot: { id: bot, name: '' },
    user: { id: user, name: '' },
    ...(replyToId !== undefined && { activityId: replyToId }),
  };
}

/** The call that sends an activity as a context made it. Of people it holds their ids alone. */
export function writtenFor(
  method: 'POST' | 'PUT',
  activity: Partial<Activity>,
  replyToId: string | undefined,
): Call & { readonly channelId: string } {
  const { channelId = '', serviceUrl = '', conversation } = activity;
  const id = method === 'PUT' ? activity.id : undefined;
  const body = JSON.stringify(addressed(activity, { id, replyToId }));
  const activityId = method === 'PUT' ? activity.id : replyToId;
  return { method, channelId, serviceUrl, conversation: conversation?.id ?? '', activityId, body };
}

/** The activity with the fields that say where it belongs, and of people their ids alone. */
export function addressed(
  activity: Partial<Activity>,
  { id, replyToId }: { id?: string | undefined; replyToId: string | undefined },
): object {
  const { conversation, from, recipient } = activity;
  // Not a spread: in Node 20 each field that is added to one costs a microsecond, and every reply comes through here.
  return Object.assign({}, activity, {
    id,
    replyToId,
    conversation: conversation && {
      id: conversation.id,
      isGroup: conversation.isGroup || undefined,
      conversationType: conversation.conversationType || undefined,
      tenantId: conversation.tenantId || undefined,
    },
    from: from && { id: from.id },
    recipient: recipient && { id: recipient.id },
  });
}

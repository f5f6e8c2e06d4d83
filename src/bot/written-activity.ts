/** Activities on their way out: between our own shape, the SDK's, and JSON. */
import type { Activity, Attachment, ConversationReference } from 'botbuilder';
import type { OutgoingActivity } from '../presentation/activity.ts';
import { memoOfAlike } from '../presentation/drawn-alike.ts';
import { jsonList, oneByte } from '../presentation/json-text.ts';
import type { Call } from './connector.ts';
import type { Reference } from './conversation-reference.ts';
import { isRecord } from './incoming-activity.ts';

/** Of a body that was read: that the SDK may have it too. */
export function isSdkActivity(value: unknown): value is Partial<Activity> {
  return isRecord(value) && typeof value.type === 'string';
}

/** An activity of ours as the SDK knows it. Copied, since contexts and middleware write into what they are given. */
export function sdkActivity(activity: OutgoingActivity): Partial<Activity> {
  return { ...activity, attachments: [...(activity.attachments ?? [])] };
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

/** Whether somebody may have written into the cards since they were drawn. */
export type Cards = 'as-drawn' | 'maybe-changed';

interface Writing {
  readonly replyToId: string | undefined;
  readonly cards: Cards;
}

/** The call that sends an activity as a context made it. Of people it holds their ids alone. */
export function writtenFor(
  method: 'POST' | 'PUT',
  activity: Partial<Activity>,
  { replyToId, cards }: Writing,
): Call & { readonly channelId: string } {
  const { channelId = '', serviceUrl = '', conversation } = activity;
  const id = method === 'PUT' ? activity.id : undefined;
  const body = activityText(activity, { id, replyToId, cards });
  const activityId = method === 'PUT' ? activity.id : replyToId;
  return { method, channelId, serviceUrl, conversation: conversation?.id ?? '', activityId, body };
}

/** The activity with the fields that say where it belongs, as JSON. */
export function activityText(
  activity: Partial<Activity>,
  writing: Writing & { readonly id?: string | undefined },
): string {
  const { attachments = [] } = activity;
  const fields = addressed(activity, writing);
  if (attachments.length === 0) return JSON.stringify(fields);
  if (writing.cards === 'maybe-changed') return JSON.stringify({ ...fields, attachments });
  const own = oneByte(JSON.stringify(fields));
  return `${own.slice(0, -1)},"attachments":${jsonList(attachments.map(attachmentText))}}`;
}

const attachmentText = memoOfAlike((attachment: Attachment) => oneByte(JSON.stringify(attachment)));

/** Without the attachments, in one copy: leaving one field out by name took as long as writing the others as JSON. */
function addressed(
  activity: Partial<Activity>,
  { id, replyToId }: { id?: string | undefined; replyToId: string | undefined },
): object {
  const { conversation, from, recipient } = activity;
  return {
    ...activity,
    attachments: undefined,
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
  };
}

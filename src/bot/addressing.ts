import type { OutgoingActivity } from '../presentation/activity.ts';
import { activityJson } from '../presentation/activity-json.ts';
import type { Reference } from './conversation-reference.ts';

/** Writes activities as a channel takes them: with the fields that say where they belong, and their id if they have one. */
export function addressing(reference: Reference): (activity: OutgoingActivity, id?: string) => string {
  const { channelId, serviceUrl, conversation, bot, user, replyToId } = reference;
  const from = { id: bot };
  const recipient = { id: user };
  const place = JSON.stringify({ channelId, serviceUrl, conversation, from, recipient, replyToId });
  return (activity, id) =>
    activityJson(activity, id === undefined ? place : `{"id":${JSON.stringify(id)},${place.slice(1)}`);
}

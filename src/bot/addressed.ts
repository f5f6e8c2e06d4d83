import type { OutgoingActivity } from '../presentation/activity.ts';
import { activityJson } from '../presentation/activity-json.ts';
import type { Reference } from './conversation-reference.ts';

/** The activity as a channel takes it, as JSON: with the fields that say where it belongs, and its id if it has one. */
export function addressed(activity: OutgoingActivity, reference: Reference, id?: string): string {
  const { channelId, serviceUrl, conversation, bot, user, replyToId } = reference;
  const from = { id: bot };
  const recipient = { id: user };
  return activityJson(activity, { id, channelId, serviceUrl, conversation, from, recipient, replyToId });
}

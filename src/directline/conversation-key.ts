import type { ConversationKey } from '../store/port.ts';

/** The name under which this channel keeps its conversations. */
export const CHANNEL = 'directline';

/** A conversation of this channel, as the store knows it. */
export function keyOf(conversation: string): ConversationKey {
  return { channel: CHANNEL, conversation };
}

import type { ConversationKey } from '../store/port.ts';

/** A conversation of this channel, as the store knows it. */
export function keyOf(conversation: string): ConversationKey {
  return { channel: 'directline', conversation };
}

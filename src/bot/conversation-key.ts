import type { ConversationKey } from '../store/port.ts';

/** Our own web chat keeps its conversations under this name: one of Microsoft's must never open one of them. */
const OURS = 'directline';

/** A channel's conversation, as the store knows it. */
export function conversationKey(of: { channelId: string; conversation: { id: string } }): ConversationKey {
  const channel = of.channelId === OURS ? `hosted-${OURS}` : of.channelId;
  return { channel, conversation: of.conversation.id };
}

/** Sends what conversations say by themselves: a register of services has answered, and nobody's message is being answered. */
import type { FollowedUp } from '../turns/turns.ts';
import { parseJson } from '../turns/versioned.ts';
import { type Reference, referenceSchema } from './conversation-reference.ts';
import type { OutboxDispatcher } from './outbox-dispatcher.ts';

/** Where to send it: as a message of its own, neither a reply to the message that asked nor in the place of its card. */
export function laterReference({ replyToId: _, card: __, ...reference }: Reference): Reference {
  return reference;
}

/** Never rejects: what does not arrive waits in the outbox. */
export async function deliverFollowUp(
  outbox: Pick<OutboxDispatcher, 'deliver'>,
  { key, said, outboxIds, reference: text }: FollowedUp,
): Promise<void> {
  const reference = referenceSchema.safeParse(parseJson(text)).data;
  if (!reference) return;
  const messages = outboxIds.flatMap((outboxId, index) => {
    const one = said[index];
    return one ? [{ outboxId, said: one, reference }] : [];
  });
  await outbox.deliver(key, messages);
}

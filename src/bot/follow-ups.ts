/** Sends what conversations say by themselves: a register of services has answered, and nobody's message is being answered. */
import type { FollowedUp } from '../turns/turns.ts';
import { parseJson } from '../turns/versioned.ts';
import { type Reference, referenceSchema } from './conversation-reference.ts';
import type { OutboxDispatcher } from './outbox-dispatcher.ts';

/** Where to send it: not as an answer to the message that began it, not in the place of its card, and to nobody by name. */
export function laterReference(reference: Reference): Reference {
  const { replyToId: _, card: __, by: ___, sender: ____, ...where } = reference;
  return where;
}

/**
 * The same as it is kept beside a reply that is said now, by this process. With the hour of the message it would be
 * anybody's to send where the register took minutes, and so be sent twice.
 */
export function addressedNow(text: string, { at, sender }: Pick<Reference, 'at' | 'sender'>): string {
  const reference = referenceSchema.safeParse(parseJson(text)).data;
  return reference ? JSON.stringify({ ...reference, at, ...(sender !== undefined && { sender }) }) : text;
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

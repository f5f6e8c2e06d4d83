/** Sends what conversations say by themselves: a register of services has answered, and nobody's message is being answered. */
import type { FollowedUp, SendsFollowUps } from '../turns/turns.ts';
import { parseJson } from '../turns/versioned.ts';
import { type Reference, referenceSchema } from './conversation-reference.ts';
import type { OutboxDispatcher } from './outbox-dispatcher.ts';
import type { Senders } from './senders.ts';

/**
 * The same as it is kept beside a reply that is said now, by this process. With the hour of the message it would be
 * anybody's to send where the register took minutes, and so be sent twice.
 */
function addressedNow(text: string, { at, sender }: Pick<Reference, 'at' | 'sender'>): string {
  const reference = referenceSchema.safeParse(parseJson(text)).data;
  return reference ? JSON.stringify({ ...reference, at, ...(sender !== undefined && { sender }) }) : text;
}

/** Never rejects: what does not arrive waits in the outbox. */
async function deliverFollowUp(
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

export interface FollowUpParts {
  readonly outbox: Pick<OutboxDispatcher, 'deliver'>;
  readonly senders: Pick<Senders, 'id'>;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** What this process sends of it. */
export function followUpsBy({ outbox, senders, now }: FollowUpParts): SendsFollowUps {
  return {
    address: reference => addressedNow(reference, { at: now(), sender: senders.id }),
    send: followed => void deliverFollowUp(outbox, followed),
  };
}

/** The app was taken out of a conversation: nothing more is sent there, and where to send it is forgotten. */
import type { Locale } from '../conversation/locale.ts';
import type { Turns } from '../turns/turns.ts';
import { conversationKey } from './conversation-key.ts';
import type { Reference } from './conversation-reference.ts';
import type { OutboxDispatcher } from './outbox-dispatcher.ts';
import type { Reminders } from './reminders.ts';

export interface LeaveOptions {
  readonly turns: Pick<Turns, 'process' | 'recall'>;
  readonly outbox: Pick<OutboxDispatcher, 'forget'>;
  readonly reminders: Pick<Reminders, 'note'>;
}

/**
 * Ends reminders and drops what still waits in the outbox. The wish to be reminded goes too, so that adding the app
 * again does not bring it back; the answers stay, as they would have, until their time. Throws StoreUnavailable.
 */
export async function takeLeave(
  { turns, outbox, reminders }: LeaveOptions,
  { reference, deliveryId, locale }: { reference: Reference; deliveryId: string; locale: Locale },
): Promise<void> {
  const key = conversationKey(reference);
  await reminders.note(reference, 'nothing');
  await outbox.forget(key);
  const session = await turns.recall(key);
  if (session?.reminders !== 'on') return;
  await turns.process({ key, deliveryId, input: { kind: 'left' }, locale, out: { to: 'caller' } });
}

/** The turns of a process: those of one conversation one after the other, and what is asked of conversations beside them. */
import { remind } from '../conversation/reminding.ts';
import type { Session } from '../conversation/session.ts';
import { formatKey } from '../store/conversation-key.ts';
import type { ConversationKey, Store } from '../store/port.ts';
import { createFollowUps } from './follow-up.ts';
import { createKeyedQueue } from './keyed-queue.ts';
import { processTurn } from './process-turn.ts';
import { readRecord } from './record.ts';
import type { TurnOutcome, Turns } from './turns.ts';
import { partsOf, type TurnsDependencies } from './turns-parts.ts';
import { castQuietly } from './workshop/quiet-ballot.ts';

/** A turn that has waited so long for those before it is not begun any more: its answer is due within two seconds. */
const LONGEST_WAIT_MS = 1_500;

export function createTurns(given: TurnsDependencies): Turns {
  const queue = createKeyedQueue();
  const parts = partsOf(given);
  const { store, context, workshops, collections, kept, waits, now } = parts;
  const { instrument } = context;
  const followUps = createFollowUps({ register: given.register, waits });
  const turns: Turns = {
    published: collections.published,
    kept: kept.find,
    workshops,
    onFollowUp: followUps.sends,
    resume: () => followUps.resume(turns),
    process: async delivery => {
      const begin = now();
      // Not queued: thirty people of a group press at once, and a ballot changes nothing of the conversation.
      const cast = await castQuietly({ store, instrument, workshops }, delivery);
      if (cast) return cast;
      const run = async (): Promise<TurnOutcome> =>
        now() - begin > LONGEST_WAIT_MS ? { kind: 'busy' } : processTurn(parts, delivery);
      return followUps.after(turns, delivery, await queue.run(formatKey(delivery.key), run));
    },
    recall: key => sessionAt(store, key),
    reminder: async key => {
      const session = await sessionAt(store, key);
      const reply = session && remind(context, session, now());
      return session && reply && { locale: session.locale, reply };
    },
  };
  return turns;
}

async function sessionAt(store: Pick<Store, 'load'>, key: ConversationKey): Promise<Session | undefined> {
  const read = readRecord((await store.load(key, 'record')).record);
  return read.kind === 'read' ? read.record.session : undefined;
}

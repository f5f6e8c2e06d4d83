/** Goes on with what a turn was waiting for, once the register of services has answered. */
import type { LookedFor } from '../conversation/prefilling/source.ts';
import type { Delivery, FollowedUp, TurnOutcome, Turns } from './turns.ts';
import type { ServiceRegister } from './with-wished.ts';

type Listener = (followed: FollowedUp) => void;

export interface FollowUps {
  readonly tell: (listener: Listener) => void;
  /** Begins to wait, where a turn said that it does. The outcome as it was given. */
  readonly after: (
    turns: Pick<Turns, 'process' | 'recall'>,
    delivery: Delivery,
    outcome: TurnOutcome,
  ) => TurnOutcome;
}

export function createFollowUps(register: Pick<ServiceRegister, 'ready'> | undefined): FollowUps {
  const listeners: Listener[] = [];
  const goOn = async (turns: Pick<Turns, 'process' | 'recall'>, delivery: Delivery, awaits: LookedFor) => {
    await register?.ready(awaits);
    const followed = await followUp(turns, delivery);
    if (followed) for (const listener of listeners) listener(followed);
  };
  return {
    tell: listener => void listeners.push(listener),
    after(turns, delivery, outcome) {
      const awaits = outcome.kind === 'applied' ? outcome.awaits : undefined;
      // What travels in the answer to a call cannot follow it.
      if (register && awaits && delivery.out.to !== 'caller')
        void goOn(turns, delivery, awaits).catch(() => undefined);
      return outcome;
    },
  };
}

/** Nothing is said where the conversation has been erased since. */
async function followUp(
  turns: Pick<Turns, 'process' | 'recall'>,
  { key, locale, place, out, deliveryId }: Delivery,
): Promise<FollowedUp | undefined> {
  const session = await turns.recall(key);
  if (!session?.awaits) return undefined;
  const later = laterOf(out);
  const outcome = await turns.process({
    key,
    deliveryId: `looked-up ${deliveryId}`,
    input: { kind: 'looked-up' },
    locale,
    ...(place && { place }),
    out: later,
  });
  if (outcome.kind !== 'applied' || later.to !== 'outbox') return undefined;
  return { key, said: outcome.said, outboxIds: outcome.outboxIds, reference: later.reference };
}

/** What the user sent is not logged again, and no message is answered. */
function laterOf(out: Delivery['out']): Delivery['out'] {
  if (out.to === 'outbox') return { to: 'outbox', reference: out.later ?? out.reference };
  return out.to === 'log' ? { to: 'log' } : out;
}

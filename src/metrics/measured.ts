/** The store and the turns, measured from outside: they know nothing of it. */
import { type ConversationKey, type Store, StoreUnavailable } from '../store/port.ts';
import type { TurnOutcome, Turns } from '../turns/turns.ts';
import type { Meter } from './meter.ts';

/** The same store; `meter` learns how long its calls take, which fail, and which commits are in conflict. */
export function measuredStore(store: Store, meter: Meter): Store {
  const timed = timer(meter);
  return {
    load: (key, what) => timed('load', () => store.load(key, what)),
    commit: (key, commit) =>
      timed('commit', async () => {
        const outcome = await store.commit(key, commit);
        if (outcome.kind === 'conflict') meter.add('conflicts');
        return outcome;
      }),
    confirm: (key, version) => timed('confirm', () => store.confirm(key, version)),
    acknowledge: (key, ids) => timed('acknowledge', () => store.acknowledge(key, ids)),
    readLog: (key, after, limit) => timed('read-log', () => store.readLog(key, after, limit)),
    listen: (key, listener) => timed('listen', () => store.listen(key, listener)),
    undelivered: (olderThanMs, limit) => timed('undelivered', () => store.undelivered(olderThanMs, limit)),
    shared: (name, create) => timed('names', () => store.shared(name, create)),
    claim: (name, value, ttlMs) => timed('names', () => store.claim(name, value, ttlMs)),
    claimed: name => timed('names', () => store.claimed(name)),
    release: (name, value) => timed('names', () => store.release(name, value)),
    remind: (key, reminder) => timed('reminders', () => store.remind(key, reminder)),
    dueReminders: (now, limit) => timed('reminders', () => store.dueReminders(now, limit)),
    collect: (name, member, collected) => timed('collections', () => store.collect(name, member, collected)),
    gather: name => timed('collections', () => store.gather(name)),
    withdraw: (name, member) => timed('collections', () => store.withdraw(name, member)),
    health: () => timed('health', () => store.health()),
    close: () => store.close(),
  };
}

type Timed = <T>(operation: string, work: () => Promise<T>) => Promise<T>;

function timer(meter: Meter): Timed {
  return async (operation, work) => {
    const began = performance.now();
    try {
      return await work();
    } catch (error) {
      if (error instanceof StoreUnavailable) meter.add('store-failures', [operation]);
      throw error;
    } finally {
      meter.time('store', performance.now() - began, [operation]);
    }
  };
}

/** The same turns; `meter` learns what became of each, and how long it took. */
export function measuredTurns(turns: Turns, meter: Meter): Turns {
  return {
    ...turns,
    process: delivery => {
      const began = performance.now();
      const channel = channelOf(delivery.key);
      const done = (outcome: TurnOutcome['kind'] | 'failed') => {
        meter.add('turns', [channel, outcome]);
        meter.time('turn', performance.now() - began, [channel]);
      };
      const turn = turns.process(delivery);
      void turn.then(
        ({ kind }) => done(kind),
        () => done('failed'),
      );
      return turn;
    },
  };
}

const CHANNELS = new Set(['directline', 'msteams', 'webchat', 'emulator']);

/** Channels name themselves: what is none of the known ones is one of the others. */
function channelOf({ channel }: ConversationKey): string {
  return CHANNELS.has(channel) ? channel : 'other';
}

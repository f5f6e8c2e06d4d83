import { randomUUID } from 'node:crypto';
import {
  type ConversationKey,
  type LogEntry,
  type Store,
  StoreUnavailable,
} from '../../../src/store/port.ts';

export type ChannelStore = Pick<Store, 'load' | 'commit' | 'readLog' | 'listen'>;

interface Kept {
  record: string;
  version: string;
  readonly log: LogEntry[];
}

export interface MemoryStoreControls {
  forget(): void;
  /** Out of reach from now on, until `go`. */
  stop(): void;
  go(): void;
  /** Listeners at present. */
  listening(): number;
  /** How often a log was read from its first line. */
  readFromStart(): number;
}

/** The part of the store port that the channel and its scripted turns need, kept in memory. */
export function createMemoryStore(): ChannelStore & MemoryStoreControls {
  const kept = new Map<string, Kept>();
  const listeners = new Map<string, Set<() => void>>();
  const state = { running: true, serial: 0, fromStart: 0 };
  const nameOf = ({ channel, conversation }: ConversationKey) => JSON.stringify([channel, conversation]);
  const running = () => {
    if (!state.running) throw new StoreUnavailable('stopped by the test');
  };
  return {
    forget: () => kept.clear(),
    stop: () => {
      state.running = false;
    },
    go: () => {
      state.running = true;
    },
    listening: () => [...listeners.values()].reduce((sum, { size }) => sum + size, 0),
    readFromStart: () => state.fromStart,
    load: async key => {
      running();
      const found = kept.get(nameOf(key));
      return { record: found?.record, version: found?.version, outbox: [] };
    },
    commit: async (key, { expected, record, log = [] }) => {
      running();
      const found = kept.get(nameOf(key));
      if (found?.version !== expected) return { kind: 'conflict' };
      const entries = log.map(value => ({ id: `${++state.serial}`, value }));
      const version = randomUUID();
      kept.set(nameOf(key), { record, version, log: [...(found?.log ?? []), ...entries] });
      for (const listener of listeners.get(nameOf(key)) ?? []) queueMicrotask(listener);
      return { kind: 'committed', version, logIds: entries.map(({ id }) => id), outboxIds: [] };
    },
    readLog: async (key, after, limit) => {
      running();
      if (after === undefined) state.fromStart += 1;
      const log = kept.get(nameOf(key))?.log ?? [];
      return log.filter(({ id }) => after === undefined || Number(id) > Number(after)).slice(0, limit);
    },
    listen: async (key, listener) => {
      running();
      const group = listeners.get(nameOf(key)) ?? new Set();
      listeners.set(nameOf(key), group.add(listener));
      return async () => {
        group.delete(listener);
      };
    },
  };
}

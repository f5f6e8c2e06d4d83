import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openStore } from '../../../src/store/open-store.ts';
import { type LogEntry, type Store, StoreUnavailable } from '../../../src/store/port.ts';

export type ChannelStore = Pick<Store, 'load' | 'commit' | 'readLog' | 'listen' | 'claim' | 'claimed'>;

export interface ControlledStore extends ChannelStore {
  /** Lets all that is kept now expire. */
  expire(): void;
  /** Out of reach from now on, all of it or its logs alone, until `go`. */
  stop(what?: 'all' | 'logs'): void;
  go(): void;
  /** What is read of a log from now on is handed out only after `release`; `reached` tells that something waits. */
  holdLogs(): { reached: Promise<void>; release: () => void };
  /** Listeners at present. */
  listening(): number;
  /** How often a log was read from its first line. */
  readFromStart(): number;
}

/** A real embedded store in a folder of its own, removed when the test ends, that a test can make fail. */
export async function openControlledStore(now: () => number): Promise<ControlledStore> {
  const state = { stopped: 'nothing', ahead: 0, listening: 0, fromStart: 0, hold: async () => {} };
  const dataDir = mkdtempSync(join(tmpdir(), 'directline-'));
  const store = await openStore({
    dataDir,
    ttlDays: 30,
    now: () => now() + state.ahead,
    onProblem: () => undefined,
  });
  onTestFinished(async () => {
    await store.close();
    rmSync(dataDir, { recursive: true, force: true });
  });
  const reachable = (part: 'logs' | 'records') => {
    if (state.stopped === 'all' || state.stopped === part) throw new StoreUnavailable('stopped by the test');
  };
  return {
    ...controlsOf(state),
    expire: () => {
      state.ahead += 31 * 24 * 3_600_000;
    },
    load: async key => {
      reachable('records');
      return store.load(key);
    },
    commit: async (key, commit) => {
      reachable('records');
      return store.commit(key, commit);
    },
    readLog: async (key, after, limit): Promise<readonly LogEntry[]> => {
      reachable('logs');
      if (after === undefined) state.fromStart += 1;
      const entries = await store.readLog(key, after, limit);
      await state.hold();
      return entries;
    },
    claim: async (name, value, ttlMs) => {
      reachable('records');
      return store.claim(name, value, ttlMs);
    },
    claimed: async name => {
      reachable('records');
      return store.claimed(name);
    },
    listen: async (key, listener) => {
      reachable('logs');
      const leave = await store.listen(key, listener);
      state.listening += 1;
      return async () => {
        state.listening -= 1;
        await leave();
      };
    },
  };
}

function controlsOf(state: {
  stopped: string;
  listening: number;
  fromStart: number;
  hold: () => Promise<void>;
}): Pick<ControlledStore, 'stop' | 'go' | 'holdLogs' | 'listening' | 'readFromStart'> {
  return {
    stop: (what = 'all') => {
      state.stopped = what;
    },
    go: () => {
      state.stopped = 'nothing';
    },
    holdLogs: () => {
      const reached = createGate();
      const released = createGate();
      state.hold = () => {
        reached.open();
        return released.passed;
      };
      return { reached: reached.passed, release: released.open };
    },
    listening: () => state.listening,
    readFromStart: () => state.fromStart,
  };
}

function createGate(): { passed: Promise<void>; open: () => void } {
  let open = () => {};
  const passed = new Promise<void>(resolve => {
    open = resolve;
  });
  return { passed, open: () => open() };
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbeddedStore } from '../../src/store/embedded/embedded-store.ts';
import { sweepExpired } from '../../src/store/embedded/sweep-expired.ts';
import { closeTables, openTables } from '../../src/store/embedded/tables.ts';
import type { Store } from '../../src/store/port.ts';
import { type Backend, TTL_MS } from './backend.ts';

/** A folder of its own, and a clock that only the test moves forward. */
export function embeddedBackend(): Backend {
  const dataDir = mkdtempSync(join(tmpdir(), 'store-'));
  const stores: Store[] = [];
  let passed = 0;
  const now = () => Date.now() + passed;
  const tables = openTables(dataDir);
  return {
    address: { kind: 'embedded', dataDir },
    open: async () => {
      const store = openEmbeddedStore({ dataDir, ttlMs: TTL_MS, now, onProblem: () => undefined });
      stores.push(store);
      return store;
    },
    passTime: async ms => {
      passed += ms;
      await sweepExpired(tables, now(), undefined);
    },
    keptNames: async () => {
      const { conversations, log, outbox, shared, claims, reminders, collections, members } = tables;
      const all = [conversations, log, outbox, shared, claims, reminders, collections, members];
      return all.flatMap(table => [...table.getKeys()].map(String));
    },
    parts: 'together',
    close: async () => {
      await Promise.all(stores.map(store => store.close()));
      await closeTables(tables);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

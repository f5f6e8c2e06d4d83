import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/port.ts';

/** A real embedded store in a folder of its own, closed and removed when the test ends. */
export async function embeddedStore({ now = () => 0 }: { now?: () => number } = {}): Promise<Store> {
  const dataDir = mkdtempSync(join(tmpdir(), 'porrasbotti-'));
  const store = await openStore({ dataDir, ttlDays: 1, now, onProblem: () => undefined });
  onTestFinished(async () => {
    await store.close();
    rmSync(dataDir, { recursive: true, force: true });
  });
  return store;
}

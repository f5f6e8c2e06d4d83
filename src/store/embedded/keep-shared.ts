import { StoreUnavailable } from '../port.ts';
import type { ReportProblem } from '../problem.ts';
import { failingWithCause } from './lmdb-failure.ts';
import { putIfStill } from './put-if-still.ts';
import { lookAgain, type Tables } from './tables.ts';

const ATTEMPTS = 5;

interface Wanted {
  /** Makes the value where there is none. */
  readonly create: () => string;
  readonly now: number;
  readonly ttlMs: number;
  readonly onProblem: ReportProblem;
}

/** The first value set under the name wins, for all processes; reading it renews its time to live. */
export async function keepShared(
  tables: Tables,
  name: string,
  { create, now, ttlMs, onProblem }: Wanted,
): Promise<string> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    lookAgain(tables);
    const found = tables.shared.getEntry(name);
    const live = found && found.value.expiresAt > now ? found.value.value : undefined;
    const kept = { value: live ?? create(), expiresAt: now + ttlMs };
    const writing = failingWithCause(onProblem, async () => {
      tables.room.check('adding');
      return putIfStill(tables.shared, { name, version: found?.version, kept });
    });
    // What is there is given on a full disk as well: its time is renewed when there is room again.
    const written = await (live === undefined ? writing : writing.catch(() => false));
    // whoever was quicker has renewed the same value
    if (written || live !== undefined) return kept.value;
  }
  throw new StoreUnavailable('busy');
}

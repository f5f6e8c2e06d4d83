import { partOfCommit } from './lmdb-failure.ts';
import { putIfStill } from './put-if-still.ts';
import { lookAgain, type Tables } from './tables.ts';

interface Claim {
  readonly name: string;
  readonly value: string;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly ttlMs: number;
}

/** Takes a name that is free or whose time has passed; true as well when it is held with this value. */
export async function claim(tables: Tables, { name, value, now, ttlMs }: Claim): Promise<boolean> {
  lookAgain(tables);
  const found = tables.claims.getEntry(name);
  if (found && found.value.expiresAt > now) return found.value.value === value;
  return putIfStill(tables.claims, {
    name,
    version: found?.version,
    kept: { value, expiresAt: now + ttlMs },
  });
}

/** The value that a name is claimed with; undefined where it is free. `now` is epoch milliseconds. */
export function claimed(tables: Tables, name: string, now: number): string | undefined {
  lookAgain(tables);
  const found = tables.claims.get(name);
  return found && found.expiresAt > now ? found.value : undefined;
}

/** Gives a name up, if it is claimed with this value. */
export async function release(tables: Tables, name: string, value: string): Promise<void> {
  lookAgain(tables);
  const { claims } = tables;
  const found = claims.getEntry(name);
  if (found?.value.value !== value) return;
  await claims.ifVersion(name, found.version ?? 0, () => partOfCommit(claims.remove(name)));
}

import { StoreUnavailable } from '../port.ts';
import { newVersionToken } from '../version-token.ts';
import { rowVersion } from './row-version.ts';
import type { Tables } from './tables.ts';

const ATTEMPTS = 10;

interface Lifetime {
  readonly now: number;
  readonly ttlMs: number;
}

/** The first value set under the name wins, for all processes; reading it renews its time to live. */
export async function keepShared(
  { shared }: Tables,
  name: string,
  create: () => string,
  { now, ttlMs }: Lifetime,
): Promise<string> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const found = shared.getEntry(name);
    const live = found && found.value.expiresAt > now ? found.value : undefined;
    const value = live?.value ?? create();
    const write = () => shared.put(name, { value, expiresAt: now + ttlMs }, rowVersion(newVersionToken()));
    const written = found
      ? await shared.ifVersion(name, found.version ?? 0, write)
      : await shared.ifNoExists(name, write);
    if (written) return value;
  }
  throw new StoreUnavailable('busy');
}

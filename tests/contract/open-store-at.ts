import { openEmbeddedStore } from '../../src/store/embedded/embedded-store.ts';
import type { Store } from '../../src/store/port.ts';
import { openRedisStore } from '../../src/store/redis/redis-store.ts';
import { type StoreAddress, TTL_MS } from './backend.ts';

/** Opens a store as a process of its own would, with the real clock. */
export async function openStoreAt(address: StoreAddress): Promise<Store> {
  const common = { ttlMs: TTL_MS, onProblem: () => undefined };
  return address.kind === 'redis'
    ? openRedisStore({ ...common, url: address.url, keyPrefix: address.keyPrefix })
    : openEmbeddedStore({ ...common, dataDir: address.dataDir, now: Date.now });
}

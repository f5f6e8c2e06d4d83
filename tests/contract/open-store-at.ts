import * as z from 'zod';
import { openEmbeddedStore } from '../../src/store/embedded/embedded-store.ts';
import type { Store } from '../../src/store/port.ts';
import { openRedisStore } from '../../src/store/redis/redis-store.ts';
import { type StoreAddress, TTL_MS } from './backend.ts';

const addressSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('redis'), url: z.string(), keyPrefix: z.string() }),
  z.object({ kind: z.literal('embedded'), dataDir: z.string() }),
]);

/** Opens a store as a process of its own would, with the real clock. `address`: a StoreAddress as JSON. */
export function openStoreAt(address: string): Store {
  const at: StoreAddress = addressSchema.parse(JSON.parse(address));
  const common = { ttlMs: TTL_MS, onProblem: () => undefined };
  return at.kind === 'redis'
    ? openRedisStore({ ...common, url: at.url, keyPrefix: at.keyPrefix })
    : openEmbeddedStore({ ...common, dataDir: at.dataDir, now: Date.now });
}

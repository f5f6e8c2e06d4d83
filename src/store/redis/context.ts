import type { RedisConnection } from './connection.ts';

/** What every part of this store works with. */
export interface RedisContext {
  readonly redis: RedisConnection;
  readonly prefix: string;
  readonly ttlMs: number;
  /** Tells this store's commits from those of others. */
  readonly origin: string;
}

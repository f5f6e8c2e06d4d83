import type { Redis } from 'ioredis';
import type { Store } from '../../src/store/port.ts';

/** A store that is broken in one way, as real ones have been. */
export interface Defect {
  readonly name: string;
  /** Spoils a good store. `redis` is a connection of its own that all stores of the process share. */
  readonly spoil: (store: Store, raw: Raw) => Store;
}

/** What a defect needs to go behind the good store's back. */
export interface Raw {
  readonly redis: Redis;
  readonly prefix: string;
}

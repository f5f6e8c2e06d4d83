import type { Store } from '../../src/store/port.ts';

/** How another process opens a store on the same data. */
export type StoreAddress =
  | { kind: 'redis'; url: string; keyPrefix: string }
  | { kind: 'embedded'; dataDir: string };

/** What the suite needs to hold one kind of store to the contract: empty at first, and never shared. */
export interface Backend {
  /** A further store on the same data, with a connection of its own. */
  open(): Promise<Store>;
  /** How a real second process reaches the data. */
  readonly address: StoreAddress;
  /** Lets time pass for everything that has a time to live; what has none stays. */
  passTime(ms: number): Promise<void>;
  /** Everything still kept, by name; bookkeeping of the backend itself left out. */
  keptNames(): Promise<readonly string[]>;
  /** `apart`, in a cluster: what is collected with a commit is put in before it. */
  readonly parts: 'together' | 'apart';
  close(): Promise<void>;
}

/** The time to live that the suite's stores are opened with. */
export const TTL_MS = 60 * 60 * 1_000;

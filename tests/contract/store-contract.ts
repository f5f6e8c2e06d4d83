/** What every store must do, whatever it is made of: one suite, run against each. */
import { afterEach, beforeEach, describe } from 'vitest';
import type { ConversationKey, Store } from '../../src/store/port.ts';
import type { Backend } from './backend.ts';
import { claimContract } from './claim-contract.ts';
import { collectionContract } from './collection-contract.ts';
import { commitContract } from './commit-contract.ts';
import { expiryContract } from './expiry-contract.ts';
import { keyContract } from './key-contract.ts';
import { logContract } from './log-contract.ts';
import { outboxContract } from './outbox-contract.ts';
import { reminderContract } from './reminder-contract.ts';
import { sharedContract } from './shared-contract.ts';

/** The backend of the running test; each test has a fresh one. */
export interface Bench {
  readonly backend: () => Backend;
  /** The first store on it. */
  readonly store: () => Store;
}

export const KEY: ConversationKey = { channel: 'msteams', conversation: '19:abc@thread.tacv2;messageid=17' };

/** Declares the suite under a name; `openBackend` gives a fresh, empty backend. */
export function describeStore(name: string, openBackend: () => Backend | Promise<Backend>): void {
  describe(name, () => {
    let backend: Backend | undefined;
    let store: Store | undefined;
    beforeEach(async () => {
      backend = await openBackend();
      store = await backend.open();
    });
    afterEach(() => backend?.close());
    const bench: Bench = { backend: () => opened(backend), store: () => opened(store) };
    describe('commit', () => commitContract(bench));
    describe('keys', () => keyContract(bench));
    describe('log', () => logContract(bench));
    describe('outbox', () => outboxContract(bench));
    describe('time to live and erasing', () => expiryContract(bench));
    describe('shared values and health', () => sharedContract(bench));
    describe('claims', () => claimContract(bench));
    describe('reminders', () => reminderContract(bench));
    describe('collections', () => collectionContract(bench));
  });
}

function opened<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('not opened');
  return value;
}

import type { ConversationKey, Store } from '../../src/store/port.ts';

/** Adds one to the number that is the record, trying again after each conflict, as a turn does. */
export async function increment(store: Store, key: ConversationKey): Promise<void> {
  for (let attempt = 0; attempt < 10_000; attempt++) {
    const { record = '0', version } = await store.load(key);
    const outcome = await store.commit(key, { expected: version, record: String(Number(record) + 1) });
    if (outcome.kind === 'committed') return;
  }
  throw new Error('never committed');
}

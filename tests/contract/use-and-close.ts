/** Run as a process of its own: uses a store, listens, closes it, and has nothing left to wait for. */
import { openStore } from '../../src/store/open-store.ts';

const [dataDir = '', redisUrl] = process.argv.slice(2);
const key = { channel: 'directline', conversation: 'used' };
const store = await openStore({ redisUrl, dataDir, ttlDays: 1, now: Date.now, onProblem: () => undefined });
await store.listen(key, () => undefined);
await store.commit(key, { expected: undefined, record: '1', log: ['a'] });
await store.close();

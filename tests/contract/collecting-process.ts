/**
 * Run as a process of its own: collects `theirs 0`, `theirs 1`… one after the other. Says "started" when it is at it,
 * and "done" when all are in. Arguments, each as JSON: the store's address, the collection's name, how many members.
 */
import { openStoreAt } from './open-store-at.ts';

const [address = '', name = '', members = ''] = process.argv.slice(2);
const store = openStoreAt(address);
for (let i = 0; i < Number(members); i++) {
  await store.collect(String(JSON.parse(name)), `theirs ${i}`, { value: `value ${i}`, ttlMs: 60_000 });
  if (i === 0) process.stdout.write('started\n');
}
await store.close();
process.stdout.write('done\n');

/**
 * Run as a process of its own: opens the store it is told of and adds to a counter against whoever else does the
 * same, until its input ends. Says "started" when it is at it, and at the end how often it has added.
 * Arguments: the address as JSON, the conversation as JSON.
 */
import * as z from 'zod';
import { increment } from './increment.ts';
import { openStoreAt } from './open-store-at.ts';

const [address = '', key = ''] = process.argv.slice(2);
const keySchema = z.object({ channel: z.string(), conversation: z.string() });

const store = openStoreAt(address);
const conversation = keySchema.parse(JSON.parse(key));
const ended = new Promise(resolve => process.stdin.resume().once('end', resolve));
let state: 'going' | 'ending' = 'going';
void ended.then(() => {
  state = 'ending';
});
let times = 0;
for (; state === 'going'; times++) {
  await increment(store, conversation);
  if (times === 0) process.stdout.write('started\n');
}
await store.close();
process.stdout.write(`${times}\n`);

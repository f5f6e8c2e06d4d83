/**
 * Run as a process of its own: opens the store it is told of and adds to a counter, as often as it is told,
 * against whoever else does the same. Arguments: the address as JSON, the conversation as JSON, how often.
 */
import { z } from 'zod';
import { increment } from './increment.ts';
import { openStoreAt } from './open-store-at.ts';

const arguments_ = z.tuple([z.string(), z.string(), z.coerce.number()]).parse(process.argv.slice(2));
const [address, key, times] = arguments_;
const addressSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('redis'), url: z.string(), keyPrefix: z.string() }),
  z.object({ kind: z.literal('embedded'), dataDir: z.string() }),
]);
const keySchema = z.object({ channel: z.string(), conversation: z.string() });

const store = await openStoreAt(addressSchema.parse(JSON.parse(address)));
for (let i = 0; i < times; i++) await increment(store, keySchema.parse(JSON.parse(key)));
await store.close();

import { formatMember, toCollection } from '../collection.ts';
import type { Collected, Collection, CollectOutcome } from '../port.ts';
import { safeName } from '../safe-name.ts';
import { partOfCommit } from './lmdb-failure.ts';
import { lookAgain, type MemberKey, type Tables } from './tables.ts';

/** Which member of which collection, and when: epoch milliseconds. */
interface Asked {
  readonly name: string;
  readonly member: string;
  readonly now: number;
}

/**
 * Puts a member in. Here and in what follows the callback of the transaction runs under the write lock, which one
 * process at a time can hold, and reads what stands there then: there is nothing to compare and to try again.
 */
export async function collect(tables: Tables, asked: Asked, collected: Collected): Promise<CollectOutcome> {
  lookAgain(tables);
  return tables.root.transaction(() => collectWithin(tables, asked, collected));
}

/** The same, within a transaction. */
export function collectWithin(
  tables: Tables,
  { name, member, now }: Asked,
  { value, ttlMs, provided }: Collected,
): CollectOutcome {
  const key = safeName(name);
  const until = expiryOf(tables, key);
  if (provided) {
    const found = until > now ? tables.members.get([key, safeName(provided.member)]) : undefined;
    if (found?.value !== provided.value) return 'left-out';
  }
  // what has expired and was not swept away yet must not come back with the newcomer
  if (until <= now) removeCollection(tables, key);
  partOfCommit(tables.collections.put(key, { expiresAt: Math.max(until, now + ttlMs) }));
  partOfCommit(tables.members.put([key, safeName(member)], { member: formatMember(member), value }));
  return 'collected';
}

/** Every member's value; an empty map where nothing is kept. `now` is epoch milliseconds. */
export function gather(tables: Tables, name: string, now: number): Collection {
  lookAgain(tables);
  const key = safeName(name);
  if (expiryOf(tables, key) <= now) return new Map();
  return toCollection(
    tables.members.getRange(membersOf(key)).map(({ value }) => [value.member, value.value] as const),
  );
}

/** Takes a member out, and with the last one the collection. */
export async function withdraw(tables: Tables, name: string, member: string): Promise<void> {
  lookAgain(tables);
  const key = safeName(name);
  await tables.root.transaction(() => {
    partOfCommit(tables.members.remove([key, safeName(member)]));
    const [left] = tables.members.getKeys({ ...membersOf(key), limit: 1 });
    if (left === undefined) partOfCommit(tables.collections.remove(key));
  });
}

/** Removes expired collections, at most so many; one after the other, so that turns come in between. */
export async function sweepCollections(tables: Tables, now: number, limit: number): Promise<void> {
  lookAgain(tables);
  const expired = tables.collections.getRange().filter(({ value }) => value.expiresAt <= now);
  for (const { key } of [...expired].slice(0, limit)) {
    await tables.root.transaction(() => {
      if (expiryOf(tables, key) <= now) removeCollection(tables, key);
    });
  }
}

/** Epoch milliseconds; 0 for a collection that is not there. */
function expiryOf({ collections }: Tables, key: string): number {
  return collections.get(key)?.expiresAt ?? 0;
}

function removeCollection({ collections, members }: Tables, key: string): void {
  partOfCommit(collections.remove(key));
  for (const member of [...members.getKeys(membersOf(key))]) partOfCommit(members.remove(member));
}

/** No name of a member sorts after `~` and what follows it there (see safeName). */
function membersOf(key: string): { start: MemberKey; end: MemberKey } {
  return { start: [key, ''], end: [key, '\u{7f}'] };
}

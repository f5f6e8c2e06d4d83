/** The defects of collections: see planted-defects.ts. */
import type { Store } from '../../src/store/port.ts';
import { collectionKey } from '../../src/store/redis/keys.ts';
import type { Defect, Raw } from './planted-defect.ts';

export const PLANTED_COLLECTION_DEFECTS: readonly Defect[] = [
  {
    name: 'collecting: the first value stays',
    spoil: store => ({
      ...store,
      collect: async (name, member, collected) => {
        if ((await store.gather(name)).has(member)) return 'collected';
        return store.collect(name, member, collected);
      },
    }),
  },
  { name: 'collecting: read all, then write all', spoil: readAllThenWriteAll },
  {
    name: 'a collection that ends never',
    spoil: afterCollecting(({ redis }, key) => redis.persist(key)),
  },
  { name: 'collecting again does not renew', spoil: endFromTheFirst },
  {
    name: 'a short time cuts a long one short',
    spoil: afterCollecting(({ redis }, key, ttlMs) => redis.pexpire(key, ttlMs)),
  },
  {
    name: 'a withdrawal renews',
    spoil: (store, { redis, prefix }) => ({
      ...store,
      withdraw: async (name, member) => {
        await store.withdraw(name, member);
        await redis.pexpire(collectionKey(prefix, name), 60 * 60 * 1_000);
      },
    }),
  },
  {
    name: 'withdrawing one forgets all',
    spoil: (store, { redis, prefix }) => ({
      ...store,
      withdraw: async name => void (await redis.del(collectionKey(prefix, name))),
    }),
  },
  { name: 'withdrawing leaves an empty value', spoil: emptyValue },
  { name: 'withdrawing the last: look, then delete', spoil: lookThenDelete },
  { name: 'the cached collection itself is handed out', spoil: sharedCollection },
  { name: 'members as keys of an object', spoil: plainObject },
  {
    name: 'long names of collections cut short',
    spoil: withNames(name => name.slice(0, 1_024)),
  },
  {
    name: 'half a surrogate pair is any half',
    spoil: store => ({
      ...store,
      collect: (name, member, collected) => store.collect(name, wellFormed(member), collected),
      withdraw: (name, member) => store.withdraw(name, wellFormed(member)),
    }),
  },
  {
    name: 'collections and claims under one key',
    spoil: (store, { redis, prefix }) => ({
      ...store,
      claim: async (name, value, ttlMs) =>
        (await redis.exists(collectionKey(prefix, name))) === 0 && store.claim(name, value, ttlMs),
    }),
  },
  { name: 'erasing a conversation takes collections along', spoil: erasingTakesAll },
  {
    name: 'what a member depends on is not looked at',
    spoil: store => ({
      ...store,
      collect: (name, member, { value, ttlMs }) => store.collect(name, member, { value, ttlMs }),
    }),
  },
  {
    name: 'nothing is put in with a commit',
    spoil: store => ({ ...store, commit: (key, { collect: _, ...commit }) => store.commit(key, commit) }),
  },
  { name: 'put in with a commit: first the one, then the other', spoil: collectThenCommit },
  { name: 'put in with a commit: first the other, then the one', spoil: commitThenCollect },
  { name: 'what a member depends on: look, then collect', spoil: lookThenCollect },
  {
    name: 'whatever value what a member depends on has',
    spoil: store => ({
      ...store,
      collect: async (name, member, { provided, ...collected }) => {
        if (provided && !(await store.gather(name)).has(provided.member)) return 'left-out';
        return store.collect(name, member, collected);
      },
    }),
  },
];

type Spoil = Defect['spoil'];

function afterCollecting(after: (raw: Raw, key: string, ttlMs: number) => Promise<unknown>): Spoil {
  return (store, raw) => ({
    ...store,
    collect: async (name, member, collected) => {
      const outcome = await store.collect(name, member, collected);
      await after(raw, collectionKey(raw.prefix, name), collected.ttlMs);
      return outcome;
    },
  });
}

function withNames(change: (name: string) => string): Spoil {
  return store => ({
    ...store,
    collect: (name, member, collected) => store.collect(change(name), member, collected),
    gather: name => store.gather(change(name)),
    withdraw: (name, member) => store.withdraw(change(name), member),
  });
}

/** What becomes of a text in UTF-8 and back. */
function wellFormed(text: string): string {
  return Buffer.from(text).toString();
}

function readAllThenWriteAll(store: Store, { redis, prefix }: Raw): Store {
  return {
    ...store,
    collect: async (name, member, { value, ttlMs }) => {
      const all = (await store.gather(name)).set(member, value);
      const key = collectionKey(prefix, name);
      const fields = [...all].flatMap(([one, its]) => [JSON.stringify(one), its]);
      await redis
        .multi()
        .del(key)
        .hset(key, ...fields)
        .pexpire(key, ttlMs)
        .exec();
      return 'collected';
    },
  };
}

function endFromTheFirst(store: Store, { redis, prefix }: Raw): Store {
  return {
    ...store,
    collect: async (name, member, collected) => {
      const key = collectionKey(prefix, name);
      const left = await redis.pttl(key);
      const outcome = await store.collect(name, member, collected);
      if (left > 0) await redis.pexpire(key, left);
      return outcome;
    },
  };
}

function emptyValue(store: Store): Store {
  return {
    ...store,
    withdraw: async (name, member) => {
      const isIn = (await store.gather(name)).has(member);
      if (isIn) await store.collect(name, member, { value: '', ttlMs: 1 });
    },
  };
}

function lookThenDelete(store: Store, { redis, prefix }: Raw): Store {
  return {
    ...store,
    withdraw: async (name, member) => {
      const { size } = await store.gather(name);
      if (size === 1) await redis.del(collectionKey(prefix, name));
      else await store.withdraw(name, member);
    },
  };
}

function lookThenCollect(store: Store): Store {
  return {
    ...store,
    collect: async (name, member, { provided, ...collected }) => {
      const found = provided && (await store.gather(name)).get(provided.member);
      if (found !== provided?.value) return 'left-out';
      return store.collect(name, member, collected);
    },
  };
}

function collectThenCommit(store: Store): Store {
  return {
    ...store,
    commit: async (key, { collect, ...commit }) => {
      const outcome = collect && (await store.collect(collect.name, collect.member, collect));
      return outcome === 'left-out' ? { kind: 'left-out' } : store.commit(key, commit);
    },
  };
}

function commitThenCollect(store: Store): Store {
  return {
    ...store,
    commit: async (key, { collect, ...commit }) => {
      const outcome = await store.commit(key, commit);
      if (collect && outcome.kind === 'committed') await store.collect(collect.name, collect.member, collect);
      return outcome;
    },
  };
}

function sharedCollection(store: Store): Store {
  const cache = new Map<string, Map<string, string>>();
  return {
    ...store,
    gather: async name => {
      const fresh = await store.gather(name);
      const cached = cache.get(name);
      if (cached && fresh.size > 0 && [...fresh.keys()].every(member => cached.has(member))) return cached;
      cache.set(name, fresh);
      return fresh;
    },
  };
}

function plainObject(store: Store): Store {
  return {
    ...store,
    gather: async name => {
      const all: Record<string, string> = {};
      for (const [member, value] of await store.gather(name)) all[member] = value;
      return new Map(Object.entries(all));
    },
  };
}

function erasingTakesAll(store: Store, { redis, prefix }: Raw): Store {
  return {
    ...store,
    commit: async (key, commit) => {
      if (commit.erasure === 'done') await redis.del(collectionKey(prefix, key.conversation));
      return store.commit(key, commit);
    },
  };
}

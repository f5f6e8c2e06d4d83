/** Results kept for years, in the store: one collection for what is kept together, and one for what a person finds. */
import { LRUCache } from 'lru-cache';
import type { Effect } from '../conversation/effect.ts';
import {
  type KeptAssessment,
  type KeptFound,
  type KeptRun,
  keptRunSchema,
  memberOf,
  type SharedFigures,
  sharedFiguresSchema,
} from '../conversation/kept.ts';
import type { Collection, Store } from '../store/port.ts';
import { type Format, readVersioned, writeVersioned } from './versioned.ts';

export interface KeptDependencies {
  readonly store: Pick<Store, 'collect' | 'gather' | 'withdraw'>;
  /** How long results are kept after the last of them was, in milliseconds. */
  readonly keptMs: number;
}

type Keep = Extract<Effect, { kind: 'keep' }>;

/** Each throws StoreUnavailable. */
export interface KeptResults {
  find(key: string): Promise<KeptAssessment | undefined>;
  /** What a conversation goes on with (`key`) and what its person has. */
  recall(of: { readonly key: string | undefined; readonly person: string | undefined }): Promise<KeptFound>;
  /** Keeps and throws away. Done twice it comes to the same. */
  carryOut(effects: readonly Effect[]): Promise<void>;
  /** Takes out what was kept for a turn that then did not come to be. */
  undo(effects: readonly Effect[]): Promise<void>;
}

const runFormat: Format<KeptRun> = { newest: 1, schema: keptRunSchema, migrations: {} };

export function createKept({ store, keptMs }: KeptDependencies): KeptResults {
  const find = async (key: string): Promise<KeptAssessment | undefined> => {
    const members = await store.gather(nameOf(key));
    const runs = [...members.values()]
      .flatMap(value => readVersioned(value, runFormat) ?? [])
      .sort((one, other) => one.at - other.at);
    const last = runs.at(-1);
    return last && { key, name: last.name, runs, shared: sharedAmong(members) };
  };
  const keep = async ({ key, run, person }: Keep) => {
    const value = writeVersioned(runFormat, run);
    await store.collect(nameOf(key), memberOf(run), { value, ttlMs: keptMs });
    if (person !== undefined) await store.collect(ownNameOf(person), key, { value: '', ttlMs: keptMs });
  };
  const forget = async (key: string, person: string | undefined) => {
    for (const member of (await store.gather(nameOf(key))).keys()) await store.withdraw(nameOf(key), member);
    if (person !== undefined) await store.withdraw(ownNameOf(person), key);
  };
  return {
    find,
    recall: async ({ key, person }) => {
      const keys = person === undefined ? [] : [...(await store.gather(ownNameOf(person))).keys()];
      const own = (await Promise.all(keys.map(find))).flatMap(found => found ?? []);
      const current = key === undefined ? undefined : (own.find(one => one.key === key) ?? (await find(key)));
      return { current, own };
    },
    carryOut: async effects => {
      for (const effect of effects) {
        if (effect.kind === 'keep') await keep(effect);
        if (effect.kind === 'forget') await forget(effect.key, effect.person);
      }
    },
    undo: async effects => {
      for (const effect of effects)
        if (effect.kind === 'keep' && effect.fresh) await forget(effect.key, effect.person);
    },
  };
}

/** Figures of kept results that are shared with other municipalities: what leads to them stands beside the results. */
const sharedFormat: Format<SharedFigures> = { newest: 1, schema: sharedFiguresSchema, migrations: {} };

function sharedAmong(members: Collection): readonly SharedFigures[] {
  return [...members.values()].flatMap(value => readVersioned(value, sharedFormat) ?? []);
}

/** Throws StoreUnavailable, as do those below. */
export async function sharedOf(store: Pick<Store, 'gather'>, key: string): Promise<readonly SharedFigures[]> {
  return sharedAmong(await store.gather(nameOf(key)));
}

/** One of a dialog: one shared anew takes its place. */
export async function rememberShared(
  { store, keptMs }: { readonly store: Pick<Store, 'collect'>; readonly keptMs: number },
  key: string,
  shared: SharedFigures,
): Promise<void> {
  const value = writeVersioned(sharedFormat, shared);
  await store.collect(nameOf(key), sharedName(shared), { value, ttlMs: keptMs });
}

export async function forgetShared(
  store: Pick<Store, 'withdraw'>,
  key: string,
  shared: SharedFigures,
): Promise<void> {
  await store.withdraw(nameOf(key), sharedName(shared));
}

/** No result is called so: an instrument's id has no line end. */
function sharedName({ dialog }: SharedFigures): string {
  return `shared\n${dialog}`;
}

function nameOf(key: string): string {
  return `kept\n${key}`;
}

function ownNameOf(person: string): string {
  return `kept-of\n${person}`;
}

/** Codes that one conversation may try in an hour. */
const MOST_TRIES = 10;
const HOUR_MS = 3_600_000;

/** Counts the codes tried in each conversation, beside what a channel counts of its callers: false when those were enough. */
export function createTries(): (conversation: string) => boolean {
  const tried = new LRUCache<string, number>({ max: 10_000, ttl: HOUR_MS, noUpdateTTL: true });
  return conversation => {
    const count = (tried.get(conversation) ?? 0) + 1;
    tried.set(conversation, count);
    return count <= MOST_TRIES;
  };
}

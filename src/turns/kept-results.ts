/**
 * Results kept for years, in the store. Those under one code are one collection, a member each; a second collection for
 * each person known to the channel lists the codes' hashes that are theirs.
 */
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

export interface KeptResultsDependencies {
  readonly store: Pick<Store, 'collect' | 'gather' | 'withdraw'>;
  /** How long results are kept after the last of them was, in milliseconds. */
  readonly keptMs: number;
}

type Keep = Extract<Effect, { kind: 'keep' }>;

/** Each throws StoreUnavailable. */
export interface KeptResults {
  /** The results under the hash of a code, the oldest first; undefined where there are none. */
  find(key: string): Promise<KeptAssessment | undefined>;
  /** What a conversation goes on with (`key`) and what its person has. */
  recall(of: { readonly key: string | undefined; readonly person: string | undefined }): Promise<KeptFound>;
  /** Keeps and throws away. Done twice it comes to the same. */
  carryOut(effects: readonly Effect[]): Promise<void>;
  /** Takes out what was kept for a turn that then did not come to be. */
  undo(effects: readonly Effect[]): Promise<void>;
}

const runFormat: Format<KeptRun> = { newest: 1, schema: keptRunSchema, migrations: {} };

export function createKeptResults({ store, keptMs }: KeptResultsDependencies): KeptResults {
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

/**
 * Where the figures stand that this municipality shares with others: kept beside its results, so that whoever throws
 * those away can take the figures out, too.
 */
const sharedFormat: Format<SharedFigures> = { newest: 1, schema: sharedFiguresSchema, migrations: {} };

function sharedAmong(members: Collection): readonly SharedFigures[] {
  return [...members.values()].flatMap(value => readVersioned(value, sharedFormat) ?? []);
}

/** The shared figures that belong to the results under a key. Throws StoreUnavailable, as do the two below. */
export async function sharedOf(store: Pick<Store, 'gather'>, key: string): Promise<readonly SharedFigures[]> {
  return sharedAmong(await store.gather(nameOf(key)));
}

/** One for each dialog: figures that are shared anew take the place of the earlier ones. */
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

/** Cannot be the name of a result in the same collection: those hold no line end. */
function sharedName({ dialog }: SharedFigures): string {
  return `shared\n${dialog}`;
}

function nameOf(key: string): string {
  return `kept\n${key}`;
}

function ownNameOf(person: string): string {
  return `kept-of\n${person}`;
}

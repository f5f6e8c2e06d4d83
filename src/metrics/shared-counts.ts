/**
 * What all processes have counted together, kept in the store they share: each writes its own counts down now and then,
 * and before it reads. So whichever process is asked tells the same, and no figure ever goes back.
 */
import * as z from 'zod';
import type { Store } from '../store/port.ts';
import type { Meter } from './meter.ts';
import { addUp, NOTHING, type Snapshot, since, snapshotSchema } from './snapshot.ts';

export interface SharedCounts {
  /** Of all processes; levels are of those that live. Throws StoreUnavailable. */
  read(): Promise<Snapshot>;
  /** Writes down what this process has counted; to be called every PUBLISH_MS. Throws StoreUnavailable. */
  publish(): Promise<void>;
  /** The last time: this process is no longer there. Throws StoreUnavailable. */
  leave(): Promise<void>;
}

export interface SharedCountsOptions {
  readonly store: Pick<Store, 'collect' | 'gather' | 'withdraw' | 'claim'>;
  readonly meter: Pick<Meter, 'snapshot'>;
  /** Epoch milliseconds; clocks of different machines may be apart by half a minute. */
  readonly now: () => number;
  readonly newId: () => string;
}

export const PUBLISH_MS = 30_000;
const LIVES_FOR_MS = 3 * PUBLISH_MS;
/** After so long without a word from a process, its counts are added to those of all that are gone. */
const FOLDED_AFTER_MS = 3_600_000;
/** A process that could not write for so long takes a new name: others may soon add its old counts to those that are gone. */
const OWN_FOR_MS = FOLDED_AFTER_MS / 2;
/** Renewed at every writing. Where nobody has served for so long, counting begins anew. */
const KEPT_MS = 400 * 86_400_000;
const LIST = 'counts';
/** The counts of those that are gone. The others are called by random names. */
const GONE = 'gone';

const keptSchema = snapshotSchema.extend({
  at: z.number(),
  /**
   * Processes that have ended and whose counts were added to these. One may still stand in the list under its own name, where
   * taking it out failed: its counts there are passed over, or they would count twice.
   */
  folded: z.array(z.string()).default([]),
});
type Kept = z.infer<typeof keptSchema>;

interface Own {
  id: string;
  /** What was written down under an earlier name. */
  before: Snapshot;
  written: { readonly at: number; readonly snapshot: Snapshot } | undefined;
}

export function createSharedCounts(options: SharedCountsOptions): SharedCounts {
  const { store, meter, now, newId } = options;
  const own: Own = { id: newId(), before: NOTHING, written: undefined };
  const write = async (there: 'here' | 'leaving') => {
    const at = now();
    if (own.written && Math.abs(at - own.written.at) > OWN_FOR_MS)
      Object.assign(own, { id: newId(), before: own.written.snapshot, written: undefined });
    const snapshot = meter.snapshot();
    const mine = since(own.before, snapshot);
    const kept = there === 'here' ? { ...mine, at } : { ...mine, levels: {}, at: at - LIVES_FOR_MS };
    await store.collect(LIST, own.id, { value: JSON.stringify(kept), ttlMs: KEPT_MS });
    own.written = { at, snapshot };
  };
  return {
    async read() {
      await write('here');
      return total(await readList(store), now());
    },
    async publish() {
      await write('here');
      await fold(options, own.id);
    },
    leave: () => write('leaving'),
  };
}

type List = ReadonlyMap<string, Kept>;

/** What another version has written in a form not known here is passed over. */
async function readList(store: SharedCountsOptions['store']): Promise<List> {
  const list = new Map<string, Kept>();
  for (const [id, value] of await store.gather(LIST)) {
    const kept = keptOf(value);
    if (kept) list.set(id, kept);
  }
  return list;
}

function keptOf(value: string): Kept | undefined {
  try {
    return keptSchema.safeParse(JSON.parse(value)).data;
  } catch {
    return undefined;
  }
}

function total(list: List, now: number): Snapshot {
  const folded = new Set(list.get(GONE)?.folded);
  const all = [...list].flatMap(([id, kept]) =>
    folded.has(id) ? [] : [{ ...kept, lives: lives(kept, now) }],
  );
  const living = all.filter(({ lives }) => lives);
  return {
    ...addUp(all),
    levels: { ...addUp(living).levels, processes: living.length },
  };
}

function lives({ at }: Kept, now: number): boolean {
  return Math.abs(now - at) < LIVES_FOR_MS;
}

/** Puts the counts of processes long gone together, so that the list does not grow with every start of a server. */
async function fold({ store, now }: SharedCountsOptions, own: string): Promise<void> {
  const list = await readList(store);
  const gone = list.get(GONE);
  const old = [...list].filter(
    ([id, { at }]) => id !== GONE && id !== own && Math.abs(now() - at) > FOLDED_AFTER_MS,
  );
  if (old.length === 0 || !(await store.claim('counts', own, PUBLISH_MS))) return;
  const before = new Set(gone?.folded);
  const added = old.filter(([id]) => !before.has(id)).map(([, kept]) => kept);
  const folded = old.map(([id]) => id);
  const value = { ...addUp([...(gone ? [gone] : []), ...added]), levels: {}, at: 0, folded };
  // First told, then taken out: a crash in between counts nothing twice.
  await store.collect(LIST, GONE, { value: JSON.stringify(value), ttlMs: KEPT_MS });
  for (const id of folded) await store.withdraw(LIST, id);
}

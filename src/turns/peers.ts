/**
 * Figures that municipalities chose to share, in the store: a cell for each dialog and class of municipality (by size and
 * kind). Adding, taking out, and the sums of a cell that may be shown.
 */
import type { Published } from '../assessment/collecting.ts';
import { cellOf } from '../assessment/peer-class.ts';
import {
  countedSince,
  type PeerMember,
  type PublishedCells,
  peerMemberSchema,
  publishPeers,
  replacing,
} from '../assessment/peers.ts';
import type { Effect } from '../conversation/effect.ts';
import type { SharedFigures } from '../conversation/kept.ts';
import type { Store } from '../store/port.ts';
import { publishedFormat } from './collections.ts';
import { forgetShared, rememberShared, sharedOf } from './kept-results.ts';
import { republish } from './republish.ts';
import { type Format, readVersioned, writeVersioned } from './versioned.ts';

export interface PeersDependencies {
  readonly store: Pick<Store, 'collect' | 'gather' | 'withdraw' | 'claim' | 'release'>;
  /** How long a figure is counted after it was added or changed, in milliseconds. */
  readonly keptMs: number;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** Each throws StoreUnavailable. */
export interface Peers {
  /** What is public of a dialog, cell by cell. */
  published(dialog: string): Promise<PublishedCells>;
  /**
   * Shares, stops sharing, and takes out what belongs to kept results that are thrown away: before those are. Done twice
   * it comes to the same.
   */
  carryOut(effects: readonly Effect[]): Promise<void>;
  /** Takes out what was shared for a turn that then did not come to be. */
  undo(effects: readonly Effect[]): Promise<void>;
}

/** What one municipality shares: figures alone, under a random name. */
export const peerFormat: Format<PeerMember> = { newest: 1, schema: peerMemberSchema, migrations: {} };

export function createPeers(dependencies: PeersDependencies): Peers {
  const { store } = dependencies;
  const unshare = async (key: string, shared: SharedFigures) => {
    await store.withdraw(nameOf(shared), shared.member);
    await forgetShared(store, key, shared);
    await refresh(dependencies, shared);
  };
  const carryOut = async (effect: Effect) => {
    if (effect.kind === 'share-figures') await share(dependencies, effect);
    if (effect.kind === 'unshare-figures') await unshare(effect.key, effect.shared);
    if (effect.kind === 'forget')
      for (const shared of await sharedOf(store, effect.key)) await unshare(effect.key, shared);
  };
  return {
    published: dialog => readPublished(dependencies, dialog),
    carryOut: async effects => {
      for (const effect of effects) await carryOut(effect);
    },
    undo: async effects => {
      for (const effect of effects)
        if (effect.kind === 'share-figures' && effect.fresh) await unshare(effect.key, effect.shared);
    },
  };
}

/** Where the figures will stand is written first: if the process dies in between, they can still be taken out. */
async function share(
  dependencies: PeersDependencies,
  { key, shared, figures }: Effect & { kind: 'share-figures' },
): Promise<void> {
  const { store, keptMs, now } = dependencies;
  await rememberShared({ store, keptMs }, key, shared);
  const earlier = (await membersOf(dependencies, shared)).get(shared.member) ?? { figures: {} };
  const value = writeVersioned(peerFormat, replacing(earlier, figures, now()));
  await store.collect(nameOf(shared), shared.member, { value, ttlMs: keptMs });
  await refresh(dependencies, shared);
}

type Cell = Pick<SharedFigures, 'dialog' | 'class'>;

function nameOf({ dialog, class: of }: Cell): string {
  return `peers\n${dialog}\n${cellOf(of)}`;
}

function publishedNameOf(dialog: string): string {
  return `peers-published\n${dialog}`;
}

async function readPublished(
  { store, keptMs, now }: PeersDependencies,
  dialog: string,
): Promise<Map<string, Published>> {
  const cells = new Map<string, Published>();
  for (const [cell, value] of await store.gather(publishedNameOf(dialog))) {
    const { figures = {} } = readVersioned(value, publishedFormat) ?? {};
    // Figures published longer ago than one is kept: everything counted in them is gone by now.
    const recent = Object.entries(figures).filter(([, { at }]) => now() - at < keptMs);
    cells.set(cell, Object.fromEntries(recent));
  }
  return cells;
}

/** Lets figures that are too old fall off, and makes public anew what can be. */
async function refresh(dependencies: PeersDependencies, of: Cell): Promise<void> {
  const { store, keptMs } = dependencies;
  const cell = cellOf(of.class);
  await republish(store, {
    lock: `publish-peers\n${of.dialog}\n${cell}`,
    make: async () => {
      const before = (await readPublished(dependencies, of.dialog)).get(cell) ?? {};
      return { before, after: publishPeers((await membersOf(dependencies, of)).values(), before) };
    },
    write: after => {
      const value = writeVersioned(publishedFormat, { figures: after });
      return store.collect(publishedNameOf(of.dialog), cell, { value, ttlMs: keptMs });
    },
  });
}

async function membersOf(
  { store, keptMs, now }: PeersDependencies,
  of: Cell,
): Promise<Map<string, PeerMember>> {
  const members = new Map<string, PeerMember>();
  for (const [member, value] of await store.gather(nameOf(of))) {
    const read = readVersioned(value, peerFormat);
    const counted = read && countedSince(read, now() - keptMs);
    if (counted && Object.keys(counted.figures).length > 0) members.set(member, counted);
    else if (counted) await store.withdraw(nameOf(of), member);
  }
  return members;
}

/**
 * Answers that many people give beside each other (a survey of residents), in the store: adding, taking out, and the
 * sums of them that may be shown.
 */
import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import { type Collected, type CollectionOf, type Published, publish } from '../assessment/collecting.ts';
import type { Instrument } from '../assessment/instrument.ts';
import type { Effect } from '../conversation/effect.ts';
import { type Store, StoreUnavailable } from '../store/port.ts';
import { republish } from './republish.ts';
import { type Format, readVersioned, writeVersioned } from './versioned.ts';

export interface CollectionsDependencies {
  readonly store: Pick<Store, 'collect' | 'gather' | 'withdraw' | 'claim' | 'release'>;
  readonly current: (dialog: string) => Instrument | undefined;
  /** How long an answer is counted after it was given, in milliseconds. */
  readonly keptMs: number;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

export interface Collections {
  /** The sums that anybody may see; empty while too few have answered. Throws StoreUnavailable. */
  published(of: CollectionOf): Promise<Published>;
  /** Takes one person's answers out. Throws StoreUnavailable: who was told that all is erased must not be told wrong. */
  withdraw(effect: Effect & { kind: 'withdraw' }): Promise<void>;
  /**
   * Adds one person's answers, or puts them in the place of their earlier ones. Where the store does not
   * answer they are lost, and the person is not told: the turn itself has been saved by then.
   */
  contribute(effect: Effect & { kind: 'contribute' }): Promise<void>;
}

/** What one of many people answered: `since` in epoch milliseconds, or in a workshop the round it was given in. */
export const memberFormat: Format<Collected> = {
  newest: 1,
  schema: z.strictObject({ since: z.number(), answers: z.record(z.string(), z.string()) }),
  migrations: {},
};

/** Figures as they were last made public. */
export const publishedFormat: Format<{ figures: Published }> = {
  newest: 1,
  schema: z.strictObject({
    figures: z.record(
      z.string(),
      z.strictObject({ at: z.number(), n: z.number(), counts: z.record(z.string(), z.number()) }),
    ),
  }),
  migrations: {},
};

/** 128 random bits: it stands in the conversation's record alone, and leads nowhere once that is gone. */
export function newMemberName(): string {
  return randomBytes(16).toString('base64url');
}

export function createCollections(dependencies: CollectionsDependencies): Collections {
  const { store, keptMs, now } = dependencies;
  return {
    published: of => readPublished(dependencies, of),
    withdraw: async ({ of, member }) => {
      await store.withdraw(nameOf(of), member);
      await unlessUnavailable(() => refresh(dependencies, of));
    },
    contribute: ({ of, member, collected }) =>
      unlessUnavailable(async () => {
        // Somebody changes an answer that was too old to be counted: it counts again, as one given today.
        const since = now() - collected.since < keptMs ? collected.since : now();
        const value = writeVersioned(memberFormat, { ...collected, since });
        await store.collect(nameOf(of), member, { value, ttlMs: keptMs });
        await refresh(dependencies, of);
      }),
  };
}

/** Does it if the store answers; if not, the next answer makes the sums public anew. */
async function unlessUnavailable(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
  }
}

const PUBLISHED = 'figures';

function nameOf({ dialog, group }: CollectionOf): string {
  return `answers\n${dialog}\n${group}`;
}

function publishedNameOf({ dialog, group }: CollectionOf): string {
  return `published\n${dialog}\n${group}`;
}

/** Figures whose latest answer is too old are public no longer. */
async function readPublished(
  { store, keptMs, now }: CollectionsDependencies,
  of: CollectionOf,
): Promise<Published> {
  const value = (await store.gather(publishedNameOf(of))).get(PUBLISHED);
  const { figures = {} } = (value !== undefined && readVersioned(value, publishedFormat)) || {};
  const recent = Object.entries(figures).filter(([, { at }]) => now() - at < keptMs);
  return Object.fromEntries(recent);
}

/** Lets answers that are too old fall off, and makes public anew what can be. */
async function refresh(dependencies: CollectionsDependencies, of: CollectionOf): Promise<void> {
  const { store, keptMs } = dependencies;
  const figures = dependencies.current(of.dialog)?.collects?.figures;
  if (!figures) return;
  await republish(store, {
    lock: `publish\n${of.dialog}\n${of.group}`,
    make: async () => {
      const before = await readPublished(dependencies, of);
      return { before, after: publish(figures, (await membersOf(dependencies, of)).values(), before) };
    },
    write: after => {
      const value = writeVersioned(publishedFormat, { figures: after });
      return store.collect(publishedNameOf(of), PUBLISHED, { value, ttlMs: keptMs });
    },
  });
}

async function membersOf(
  { store, keptMs, now }: CollectionsDependencies,
  of: CollectionOf,
): Promise<Map<string, Collected>> {
  const members = new Map<string, Collected>();
  for (const [member, value] of await store.gather(nameOf(of))) {
    const collected = readVersioned(value, memberFormat);
    if (collected && now() - collected.since < keptMs) members.set(member, collected);
    else if (collected) await store.withdraw(nameOf(of), member);
  }
  return members;
}

/** One workshop as it is in the store at a moment, and how its parts are written. */
import { randomBytes } from 'node:crypto';
import type { Collected } from '../../assessment/collecting.ts';
import type { Instrument } from '../../assessment/instrument.ts';
import type { Store } from '../../store/port.ts';
import { ballotsIn, readState, stateName, type WorkshopState } from './state.ts';

export interface WorkshopsKept {
  readonly store: Pick<Store, 'collect' | 'gather' | 'withdraw' | 'claim' | 'claimed' | 'release'>;
  /** The version that a workshop was begun with. */
  readonly instrument: (dialog: string, version: string) => Instrument | undefined;
  /** How long a workshop is kept after something was last done in it, in milliseconds. */
  readonly keptMs: number;
}

export interface WorkshopScene extends WorkshopsKept {
  readonly id: string;
  readonly state: WorkshopState;
  /** By the names of their parts. */
  readonly ballots: ReadonlyMap<string, Collected>;
}

type At = WorkshopsKept & { readonly id: string };

/** Its time ran out, or it was ended, while something was done in it. */
export class WorkshopGone extends Error {
  override readonly name = 'WorkshopGone';
}

/** Undefined where no workshop is kept under this id. */
export async function findScene({ store, instrument, keptMs, id }: At): Promise<WorkshopScene | undefined> {
  const parts = await store.gather(stateName(id));
  const state = readState(parts);
  return state && { store, instrument, keptMs, id, state, ballots: ballotsIn(parts) };
}

/** As it is now. Throws WorkshopGone. */
export async function sceneNow(at: At): Promise<WorkshopScene> {
  const scene = await findScene(at);
  if (!scene) throw new WorkshopGone();
  return scene;
}

export async function put({ store, keptMs, id }: At, part: string, value: string): Promise<void> {
  await store.collect(stateName(id), part, { value, ttlMs: keptMs });
}

export async function takeOut({ store, id }: At, part: string): Promise<void> {
  await store.withdraw(stateName(id), part);
}

/** Long enough for a few round trips. */
const LOCK_MS = 10_000;
const TRIES = 20;
const PAUSE_MS = 50;

/**
 * Runs the work under the workshop's lock, one at a time over all processes. Undefined where the lock was not free within
 * a second: somebody else is then doing the same, and its result is in the store.
 */
export async function alone<T>({ store, id }: At, work: () => Promise<T>): Promise<T | undefined> {
  const [name, mine] = [`workshop lock\n${id}`, newSecret()];
  for (let attempt = 0; !(await store.claim(name, mine, LOCK_MS)); attempt++) {
    if (attempt === TRIES) return undefined;
    await new Promise(resolve => setTimeout(resolve, PAUSE_MS));
  }
  try {
    return await work();
  } finally {
    await store.release(name, mine);
  }
}

export function codeName(code: string): string {
  return `workshop code\n${code}`;
}

export function newSecret(): string {
  return randomBytes(16).toString('base64url');
}

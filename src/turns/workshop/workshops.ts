/** Workshops in the store: who may do what, which ballots count, and what of them is shown. */
import { LRUCache } from 'lru-cache';
import type { WorkshopAnswer, WorkshopCall } from '../../conversation/workshop.ts';
import type { CollectWith, ConversationKey } from '../../store/port.ts';
import type { Tries } from '../count-tries.ts';
import { ballotOf, type Polling, takeBack } from './ballots.ts';
import { isFacilitator } from './facilitator.ts';
import { lead } from './lead.ts';
import { join, open } from './open.ts';
import { findScene, sceneNow, WorkshopGone, type WorkshopsKept } from './scene.ts';
import { told } from './told.ts';

export interface WorkshopsDependencies extends WorkshopsKept {
  readonly wrongCodes: Tries;
}

/** Who calls. Nothing of it is kept as it is. */
export interface Caller {
  /** The conversation that a workshop is begun in. */
  readonly key?: ConversationKey;
  /** Whose ballot it is: the channel's own name of the person. Without it none is taken. */
  readonly voter?: string | undefined;
  /** Where wrong codes are counted by; without it no code is looked up. */
  readonly codesFrom?: string | undefined;
}

/** A ballot that is to be put in with a turn. */
export interface ReadyBallot {
  readonly kind: 'ready';
  readonly collect: CollectWith;
  /** To be called where the store left it out, so that the next try asks for the workshop's state anew. */
  leftOut(): void;
}

type Cast = WorkshopCall & { do: 'cast' };

export interface Workshops {
  /** Does it; the same call once more does no harm. Throws StoreUnavailable: then it may have been done or not. */
  call(call: WorkshopCall, caller: Caller): Promise<WorkshopAnswer>;
  /** A ballot that the caller puts in, or why it would not be taken. Throws StoreUnavailable. */
  ballot(call: Cast, caller: Caller): Promise<ReadyBallot | { kind: 'over' | 'unknown' }>;
  /** Where the group's answers go: undefined where no workshop is kept under this id. Throws StoreUnavailable. */
  hostOf(id: string): Promise<ConversationKey | undefined>;
}

/** Two hundred people press within seconds: for their ballots a process asks for a workshop's state once a second. */
const KNOWN_MS = 1000;
const KNOWN = 200;
/** How often a ballot is given again because a reveal ended the round in between: one reveal takes several round trips. */
const TRIES = 10;

interface Dependencies extends WorkshopsDependencies {
  readonly lately: LRUCache<string, Polling>;
}

export function createWorkshops(given: WorkshopsDependencies): Workshops {
  const lately = new LRUCache<string, Polling>({ max: KNOWN, ttl: KNOWN_MS, ttlAutopurge: true });
  const dependencies = { ...given, lately };
  return {
    call: (call, caller) => orUnknown(() => answerTo(dependencies, call, caller)),
    ballot: (call, caller) => orUnknown(() => readyBallot(dependencies, call, caller)),
    hostOf: async id => (await findScene({ ...given, id }))?.state.host,
  };
}

async function orUnknown<T>(work: () => Promise<T>): Promise<T | { kind: 'unknown' }> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof WorkshopGone) return { kind: 'unknown' };
    throw error;
  }
}

async function answerTo(
  dependencies: Dependencies,
  call: WorkshopCall,
  caller: Caller,
): Promise<WorkshopAnswer> {
  if (call.do === 'open') return open(dependencies, call.judged, caller.key);
  if (call.do === 'join') return join(dependencies, call.code, caller.codesFrom);
  if (call.do === 'cast') return cast(dependencies, call, caller);
  const scene = await sceneNow({ ...dependencies, id: call.id });
  switch (call.do) {
    case 'look':
      return told(scene, call.secret);
    case 'withdraw':
      return takeBack(scene, caller.voter);
    default:
      return isFacilitator(scene.state, call.secret) ? lead(scene, call) : { kind: 'not-yours' };
  }
}

async function cast(dependencies: Dependencies, call: Cast, caller: Caller): Promise<WorkshopAnswer> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const ballot = await readyBallot(dependencies, call, caller);
    if (ballot.kind !== 'ready') return ballot;
    const { name, member, ...collected } = ballot.collect;
    if ((await dependencies.store.collect(name, member, collected)) === 'collected') return { kind: 'taken' };
    ballot.leftOut();
  }
  return { kind: 'over' };
}

async function readyBallot(
  dependencies: Dependencies,
  { id, answers }: Cast,
  { voter }: Caller,
): Promise<ReadyBallot | { kind: 'over' }> {
  const { lately, keptMs: ttlMs } = dependencies;
  const known = lately.get(id);
  const { phase, round, ballotKey } = known ?? (await sceneNow({ ...dependencies, id })).state;
  const collect = ballotOf({ ttlMs, phase, round, ballotKey }, { id, answers, voter });
  if (collect && !known) lately.set(id, { phase, round, ballotKey });
  return collect ? { kind: 'ready', collect, leftOut: () => lately.delete(id) } : { kind: 'over' };
}

/** Workshops in the store: who may do what, which ballots count, and what of them is shown. */
import { LRUCache } from 'lru-cache';
import type { WorkshopAnswer, WorkshopCall } from '../../conversation/workshop.ts';
import type { ConversationKey } from '../../store/port.ts';
import type { WrongCodes } from '../wrong-codes.ts';
import { castBallot, type Polling, takeBack } from './ballots.ts';
import { lead } from './lead.ts';
import { join, open } from './open.ts';
import { findScene, sceneNow, WorkshopGone, type WorkshopsKept } from './scene.ts';
import { holds, told } from './told.ts';

export interface WorkshopsDependencies extends WorkshopsKept {
  readonly wrongCodes: WrongCodes;
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

export interface Workshops {
  /** Does it; the same call once more does no harm. Throws StoreUnavailable: then it may have been done or not. */
  call(call: WorkshopCall, caller: Caller): Promise<WorkshopAnswer>;
  /** Where the group's answers go: undefined where no workshop is kept under this id. Throws StoreUnavailable. */
  hostOf(id: string): Promise<ConversationKey | undefined>;
}

/** A crowd presses at once: for its ballots a process knows a workshop for so long without asking. */
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
    call: async (call, caller) => {
      try {
        return await answerTo(dependencies, call, caller);
      } catch (error) {
        if (error instanceof WorkshopGone) return { kind: 'unknown' };
        throw error;
      }
    },
    hostOf: async id => (await findScene({ ...given, id }))?.state.host,
  };
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
      return holds(scene.state, call.secret) ? lead(scene, call) : { kind: 'not-yours' };
  }
}

async function cast(
  dependencies: Dependencies,
  { id, answers }: WorkshopCall & { do: 'cast' },
  { voter }: Caller,
): Promise<WorkshopAnswer> {
  const { lately } = dependencies;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const known = attempt === 0 ? lately.get(id) : undefined;
    const { phase, round, ballotKey } = known ?? (await sceneNow({ ...dependencies, id })).state;
    const polling = { phase, round, ballotKey };
    const outcome = await castBallot(dependencies, polling, { id, answers, voter });
    if (outcome === 'taken') lately.set(id, polling);
    if (outcome !== 'another-round') return { kind: outcome };
  }
  return { kind: 'over' };
}

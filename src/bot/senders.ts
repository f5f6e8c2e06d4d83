/**
 * Which processes send replies at this moment. Each says so in the store every second and a half with a number that
 * grows; whoever is not heard of any more is gone, and the replies it had saved are for the others to send. Nobody's
 * clock is compared with another's: a process counts the time in which it looked itself and saw no change.
 */
import type { Store } from '../store/port.ts';

/** `unsure`: it is in the list, and has to be watched a little longer. */
export type Verdict = 'sends' | 'gone' | 'unsure';

export interface Senders {
  /**
   * This process; another one after it could not make itself heard for long, since others may have taken over.
   * Undefined before it was heard at all: nobody may conclude anything from its absence then.
   */
  readonly id: string | undefined;
  /** False while others may hold this process to be gone: it begins nothing then. */
  mayBegin(): boolean;
  verdict(id: string): Verdict;
  /** Whether somebody is being watched, or is gone with replies that nobody has sent yet. */
  inDoubt(): boolean;
  /** Says that this process is there, and looks who else is; to be called every BEAT_MS. Throws StoreUnavailable. */
  beat(): Promise<void>;
  /** Those found gone whose replies are still to be looked for; undefined when there is nothing to look for. */
  readonly left: ReadonlySet<string> | undefined;
  /** Their replies have been looked for. Throws StoreUnavailable. */
  sentFor(left: ReadonlySet<string>): Promise<void>;
  /** Takes this process out of the list. Throws StoreUnavailable. */
  leave(): Promise<void>;
}

export interface SendersOptions {
  readonly store: Pick<Store, 'collect' | 'gather' | 'withdraw'>;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly newId: () => string;
}

export const BEAT_MS = 1500;
const LIST = 'senders';
/** With nobody left to say that it is there, the list goes. */
const KEPT_MS = 60_000;
const GONE_AFTER_MS = 5000;
/** Sooner than others can hold this process to be gone. */
const HEARD_FOR_MS = 4000;
/** What one look can count for: a process that was asleep itself has not watched anybody. */
const LOOK_MS = 2000;

interface Watched {
  readonly beat: string;
  /** For so long this very beat has been seen, in milliseconds. */
  readonly still: number;
  readonly moved: 'never' | 'once';
}

interface State {
  id: string;
  beats: number;
  heardAt: number | undefined;
  lookedAt: number | undefined;
  watched: ReadonlyMap<string, Watched>;
  left: Set<string> | undefined;
}

export function createSenders({ store, now, newId }: SendersOptions): Senders {
  const state: State = {
    id: newId(),
    beats: 0,
    heardAt: undefined,
    lookedAt: undefined,
    watched: new Map(),
    left: undefined,
  };
  const isHeard = () => state.heardAt === undefined || now() - state.heardAt < HEARD_FOR_MS;
  const verdict = (id: string) => verdictOn(state, id);
  return {
    get id() {
      return state.heardAt === undefined ? undefined : state.id;
    },
    get left() {
      return state.left;
    },
    mayBegin: isHeard,
    verdict,
    inDoubt: () => state.left !== undefined || [...state.watched.keys()].some(id => verdict(id) === 'unsure'),
    async beat() {
      if (!isHeard()) state.id = newId();
      const at = now();
      state.beats += 1;
      await store.collect(LIST, state.id, { value: String(state.beats), ttlMs: KEPT_MS });
      state.heardAt = at;
      look(state, await store.gather(LIST), now());
    },
    async sentFor(left) {
      for (const id of left) await store.withdraw(LIST, id);
      const more = [...(state.left ?? [])].filter(id => !left.has(id));
      state.left = more.length > 0 ? new Set(more) : undefined;
    },
    leave: () => store.withdraw(LIST, state.id),
  };
}

function verdictOn({ id: own, watched, lookedAt }: State, id: string): Verdict {
  if (id === own) return 'sends';
  if (lookedAt === undefined) return 'unsure';
  const seen = watched.get(id);
  if (!seen || seen.still >= GONE_AFTER_MS) return 'gone';
  return seen.moved === 'once' && seen.still < GONE_AFTER_MS / 2 ? 'sends' : 'unsure';
}

function look(state: State, list: ReadonlyMap<string, string>, now: number): void {
  const before = state.watched;
  const passed = Math.min(now - (state.lookedAt ?? now), LOOK_MS);
  // At the first look there may be replies of those who left the list long ago.
  const left = state.lookedAt === undefined ? new Set<string>() : state.left;
  const watched = new Map<string, Watched>();
  for (const [id, beat] of list) if (id !== state.id) watched.set(id, watch(before.get(id), beat, passed));
  state.watched = watched;
  state.lookedAt = now;
  const gone = [...before.keys(), ...watched.keys()].filter(
    id => verdictOn(state, id) === 'gone' && !isGone(before.get(id)),
  );
  state.left = gone.length > 0 ? new Set([...(left ?? []), ...gone]) : left;
}

function isGone(seen: Watched | undefined): boolean {
  return seen !== undefined && seen.still >= GONE_AFTER_MS;
}

function watch(seen: Watched | undefined, beat: string, passed: number): Watched {
  if (!seen) return { beat, still: 0, moved: 'never' };
  return seen.beat === beat ? { ...seen, still: seen.still + passed } : { beat, still: 0, moved: 'once' };
}

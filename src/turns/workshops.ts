/** Workshops in the store: who may do what, which ballots count, and what of them is shown. */
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { type Collected, type Published, publishInSteps } from '../assessment/collecting.ts';
import type { Instrument } from '../assessment/instrument.ts';
import { type BallotPart, ballotPart } from '../assessment/workshop/ballot.ts';
import { consensusOf } from '../assessment/workshop/consensus.ts';
import { answersTo, FEWEST_BALLOTS, type Spread, spreadsOf } from '../assessment/workshop/spread.ts';
import {
  CODE_HOURS,
  type Judged,
  type Workshop,
  type WorkshopAnswer,
  type WorkshopCall,
} from '../conversation/workshop.ts';
import type { ConversationKey, Store } from '../store/port.ts';
import { memberFormat } from './collections.ts';
import { newShareCode } from './share-code.ts';
import { readVersioned, writeVersioned } from './versioned.ts';
import {
  ballotsName,
  PART,
  readState,
  stateName,
  type WorkshopState,
  writeAbout,
  writeConsensus,
  writePublished,
} from './workshop-state.ts';
import type { WrongCodes } from './wrong-codes.ts';

export interface WorkshopsDependencies {
  readonly store: Pick<Store, 'collect' | 'gather' | 'withdraw' | 'claim' | 'claimed' | 'release'>;
  /** The version that a workshop was begun with. */
  readonly instrument: (dialog: string, version: string) => Instrument | undefined;
  readonly wrongCodes: WrongCodes;
  /** How long a workshop is kept after something was last done in it, in milliseconds. */
  readonly keptMs: number;
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

/**
 * A crowd presses at once: for its ballots a process knows a workshop for so long without asking. Whether the key still
 * stands is asked after each.
 */
const KNOWN_MS = 1000;
const KNOWN = 200;

export function createWorkshops(given: WorkshopsDependencies): Workshops {
  const lately = new LRUCache<string, WorkshopState>({ max: KNOWN, ttl: KNOWN_MS, ttlAutopurge: true });
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
    hostOf: async id => (await stateOf(dependencies.store, id))?.host,
  };
}

/** Its time ran out, or it was ended, while something was done in it. */
class WorkshopGone extends Error {
  override readonly name = 'WorkshopGone';
}

async function answerTo(
  dependencies: WorkshopsDependencies & { readonly lately: LRUCache<string, WorkshopState> },
  call: WorkshopCall,
  caller: Caller,
): Promise<WorkshopAnswer> {
  if (call.do === 'open') return open(dependencies, call.judged, caller);
  if (call.do === 'join') return join(dependencies, call.code, caller);
  const { id } = call;
  const { lately } = dependencies;
  const known = call.do === 'cast' ? lately.get(id) : undefined;
  const state = known ?? (await stateThere({ ...dependencies, id }));
  if (call.do !== 'cast') lately.delete(id);
  else if (!known && state.phase === 'open') lately.set(id, state);
  return act({ ...dependencies, id, state }, call, caller);
}

interface Scene extends WorkshopsDependencies {
  readonly id: string;
  readonly state: WorkshopState;
}

type Called = Exclude<WorkshopCall, { do: 'open' | 'join' }>;

async function act(scene: Scene, call: Called, caller: Caller): Promise<WorkshopAnswer> {
  switch (call.do) {
    case 'look':
      return told(scene, call.secret);
    case 'cast':
      return cast(scene, call.answers, caller);
    case 'withdraw':
      return takeBack(scene, caller);
    default:
      return holds(scene.state, call.secret) ? lead(scene, call) : { kind: 'not-yours' };
  }
}

async function lead(scene: Scene, call: Extract<Called, { secret: string }>): Promise<WorkshopAnswer> {
  const { state } = scene;
  if (call.do === 'hand-over') return handOver(scene);
  if (call.do === 'end') return end(scene);
  if (call.do === 'lock') return lock(scene, call);
  if (state.phase === 'locked') return told(scene, call.secret);
  switch (call.do) {
    case 'reveal':
      await alone(scene, () => reveal(scene));
      break;
    case 'agree':
      await agree(scene, call);
      break;
    default:
      await put(scene, PART.phase, call.do === 'close' ? 'closed' : 'open');
  }
  return told(scene, call.secret);
}

const HOUR_MS = 3_600_000;
/** Codes are drawn anew where one is taken: among a thousand million twice in a row is no chance. */
const DRAWS = 5;

async function open(
  dependencies: WorkshopsDependencies,
  judged: Judged,
  { key: host }: Caller,
): Promise<WorkshopAnswer> {
  const { store } = dependencies;
  const id = randomBytes(16).toString('base64url');
  const secret = newSecret();
  if (!host) return { kind: 'unknown' };
  for (let draw = 0; draw < DRAWS; draw++) {
    const code = newShareCode();
    if (!(await store.claim(codeName(code), id, CODE_HOURS * HOUR_MS))) continue;
    const scene = { ...dependencies, id };
    await put(scene, PART.ballotKey, randomBytes(32).toString('base64url'));
    await put(scene, PART.control, hashOf(secret));
    await put(scene, PART.phase, 'open');
    // Last: without it there is no workshop.
    await put(scene, PART.about, writeAbout({ code, judged, host }));
    const answer = await told({ ...scene, state: await stateThere(scene) }, secret);
    return answer.kind === 'workshop' ? { ...answer, secret } : answer;
  }
  return { kind: 'unknown' };
}

async function join(
  dependencies: WorkshopsDependencies,
  code: string,
  { codesFrom }: Caller,
): Promise<WorkshopAnswer> {
  const { store, wrongCodes } = dependencies;
  if (codesFrom === undefined || wrongCodes.tooMany(codesFrom)) return { kind: 'too-many-tries' };
  const id = await store.claimed(codeName(code));
  const state = id === undefined ? undefined : await stateOf(store, id);
  if (id === undefined || !state) {
    wrongCodes.add(codesFrom);
    return { kind: 'unknown' };
  }
  return told({ ...dependencies, id, state }, undefined);
}

/** Takes a ballot in the place of the same person's earlier one. */
async function cast(
  scene: Scene,
  answers: Readonly<Record<string, string>>,
  { voter }: Caller,
): Promise<WorkshopAnswer> {
  const { store, keptMs, id, state } = scene;
  const member = memberOf(state, voter);
  if (state.phase !== 'open' || member === undefined) return { kind: 'over' };
  const value = writeVersioned(memberFormat, { since: state.round, answers });
  await store.collect(ballotsName(id), member, { value, ttlMs: keptMs });
  // Where the key still stands the lock has not begun to count: this will be counted.
  const after = await store.gather(stateName(id));
  if (after.has(PART.ballotKey)) return { kind: 'taken' };
  // Counted or not, the lock clears it away; only after that nobody else does. Before, an earlier one would be lost by it.
  if (after.get(PART.phase) === 'locked') await store.withdraw(ballotsName(id), member);
  return { kind: 'over' };
}

async function takeBack({ store, id, state }: Scene, { voter }: Caller): Promise<WorkshopAnswer> {
  const member = memberOf(state, voter);
  if (member !== undefined) await store.withdraw(ballotsName(id), member);
  return { kind: 'taken' };
}

/** Without the key of the workshop nobody can tell whose name it is; it goes when the group's answer is locked. */
function memberOf({ ballotKey }: WorkshopState, voter: string | undefined): string | undefined {
  if (ballotKey === undefined || voter === undefined) return undefined;
  return createHmac('sha256', ballotKey).update(voter).digest('base64url');
}

/** Shows what can be shown by now, in steps of three answers to each question. */
async function reveal(scene: Scene): Promise<Published> {
  const state = await stateThere(scene);
  const part = partOf(scene, state.judged);
  if (!part) return state.published;
  const figures = part.asked.questions.map(asked => ({
    id: asked.field.key,
    input: asked.field.key,
    of: [...answersTo(part.instrument, asked)],
  }));
  const members = await ballotsOf(scene);
  const published = publishInSteps({ figures, fewest: FEWEST_BALLOTS }, members, state.published);
  await put(scene, PART.published, writePublished(published));
  await put(scene, PART.round, String(state.round + 1));
  return published;
}

async function agree(scene: Scene, { key, value }: Extract<Called, { do: 'agree' }>): Promise<void> {
  if (value === undefined) await scene.store.withdraw(stateName(scene.id), PART.agreed(key));
  else await put(scene, PART.agreed(key), JSON.stringify(value));
}

/**
 * The group's answers are what it agreed on, and the answers in the middle for the rest. The key goes first: from then on
 * no ballot comes in, and those that are there are nobody's.
 */
async function lock(scene: Scene, call: Extract<Called, { do: 'lock' }>): Promise<WorkshopAnswer> {
  const done = await alone(scene, async () => {
    if ((await stateThere(scene)).phase === 'locked') return 'locked';
    if ((await spreadsNow(scene)).length === 0) return 'too-few';
    await scene.store.withdraw(stateName(scene.id), PART.ballotKey);
    const spreads = await spreadsNow(scene);
    const members = (await ballotsOf(scene)).length;
    const agreed = { ...(await stateThere(scene)).agreed, ...call.agreed };
    await put(
      scene,
      PART.consensus,
      writeConsensus(consensusOf(spreads, { workshop: scene.id, members, agreed })),
    );
    await put(scene, PART.phase, 'locked');
    return 'locked';
  });
  if (done === 'too-few') return { kind: 'too-few' };
  return told(scene, call.secret);
}

async function spreadsNow(scene: Scene): Promise<readonly Spread[]> {
  const published = await reveal(scene);
  const part = partOf(scene, scene.state.judged);
  return part ? spreadsOf(part.instrument, part.asked, published) : [];
}

async function handOver(scene: Scene): Promise<WorkshopAnswer> {
  const secret = newSecret();
  await put(scene, PART.control, hashOf(secret));
  const answer = await told(scene, secret);
  return answer.kind === 'workshop' ? { ...answer, secret } : answer;
}

/** Nothing of it stays. */
async function end(scene: Scene): Promise<WorkshopAnswer> {
  const { store, id, state } = scene;
  await forgetBallots(scene);
  await store.release(codeName(state.code), id);
  for (const part of (await store.gather(stateName(id))).keys()) await store.withdraw(stateName(id), part);
  return { kind: 'unknown' };
}

/** How it is now. What a lock left behind when its process ended in the middle is cleared away first. */
async function told(scene: Scene, secret: string | undefined): Promise<WorkshopAnswer> {
  const { id } = scene;
  const state = await stateThere(scene);
  if (state.phase === 'locked') await forgetBallots(scene);
  const { code, judged, phase, published, agreed, consensus } = state;
  const ballots = phase === 'locked' ? [] : await ballotsOf(scene);
  const shown = Math.max(0, ...Object.values(published).map(({ at }) => at));
  const workshop: Workshop = {
    ...{ id, code, judged, phase, published, agreed },
    holder: secret !== undefined && holds(state, secret) ? 'facilitator' : 'anybody',
    answered: consensus?.members ?? ballots.length,
    waiting: ballots.filter(({ since }) => since > shown).length,
    ...(consensus && { consensus }),
  };
  return { kind: 'workshop', workshop };
}

async function forgetBallots({ store, id }: Pick<Scene, 'store' | 'id'>): Promise<void> {
  const ballots = await store.gather(ballotsName(id));
  await Promise.all([...ballots.keys()].map(member => store.withdraw(ballotsName(id), member)));
}

async function ballotsOf({ store, id }: Pick<Scene, 'store' | 'id'>): Promise<Collected[]> {
  const ballots = await store.gather(ballotsName(id));
  return [...ballots.values()].flatMap(value => readVersioned(value, memberFormat) ?? []);
}

interface FoundPart {
  readonly instrument: Instrument;
  readonly asked: BallotPart;
}

function partOf({ instrument: find }: WorkshopsDependencies, judged: Judged): FoundPart | undefined {
  const instrument = find(judged.dialog, judged.version);
  const asked = instrument && ballotPart(instrument, judged.at);
  return instrument && asked && { instrument, asked };
}

/** Long enough for a few round trips. */
const LOCK_MS = 10_000;
const TRIES = 20;
const PAUSE_MS = 50;

/** What reads and then writes is done by one at a time, of all processes; who does not get there finds it done. */
async function alone<T>({ store, id }: Scene, work: () => Promise<T>): Promise<T | undefined> {
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

async function put(
  { store, keptMs, id }: Pick<Scene, 'store' | 'keptMs' | 'id'>,
  part: string,
  value: string,
): Promise<void> {
  await store.collect(stateName(id), part, { value, ttlMs: keptMs });
}

async function stateOf(
  store: WorkshopsDependencies['store'],
  id: string,
): Promise<WorkshopState | undefined> {
  return readState(await store.gather(stateName(id)));
}

/** Throws WorkshopGone. */
async function stateThere({ store, id }: Pick<Scene, 'store' | 'id'>): Promise<WorkshopState> {
  const state = await stateOf(store, id);
  if (!state) throw new WorkshopGone();
  return state;
}

function codeName(code: string): string {
  return `workshop code\n${code}`;
}

function newSecret(): string {
  return randomBytes(16).toString('base64url');
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

function holds({ control }: WorkshopState, secret: string): boolean {
  return control !== undefined && timingSafeEqual(Buffer.from(control), Buffer.from(hashOf(secret)));
}

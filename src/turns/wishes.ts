/** What a turn can wish for by an effect (`recall`, `gather`, `look-up` …), and how each wish is fulfilled. */
import type { CollectionOf, Published } from '../assessment/collecting.ts';
import type { PublishedCells } from '../assessment/peers.ts';
import type { ConversationContext } from '../conversation/context.ts';
import type { Effect } from '../conversation/effect.ts';
import type { KeptFound } from '../conversation/kept.ts';
import type { PartAnswers } from '../conversation/parts.ts';
import type { Found } from '../conversation/prefilling/found.ts';
import type { Look, LookedFor, Looking } from '../conversation/prefilling/source.ts';
import type { WorkshopAnswer, WorkshopCall } from '../conversation/workshop.ts';
import type { ColleagueParts } from './colleague-parts.ts';
import type { Collections } from './collections.ts';
import type { KeptResults } from './kept-results.ts';
import type { Peers } from './peers.ts';
import type { ResumeCodes } from './resume-codes.ts';
import type { Delivery } from './turns.ts';
import type { ReadyBallot, Workshops } from './workshop/workshops.ts';

/** The register of services (Palvelutietovaranto), as turns ask it. */
export interface ServiceRegister {
  /** What is known now. What is not is begun to be asked, and waited for by `ready`. */
  readonly look: (what: LookedFor) => Promise<Look>;
  /** What was found before, however long ago; nobody is asked. */
  readonly kept: (what: LookedFor) => Promise<Found | undefined>;
  /** Resolves when what is being asked of a municipality is there, or has been given up. Never rejects. */
  readonly ready: (what: LookedFor) => Promise<void>;
}

/** Where wishes are fulfilled. */
export interface WishParts {
  readonly context: ConversationContext;
  readonly collections: Pick<Collections, 'published'>;
  readonly kept: Pick<KeptResults, 'recall'>;
  readonly workshops: Pick<Workshops, 'call' | 'ballot'>;
  readonly parts: Pick<ColleagueParts, 'asked' | 'answered'>;
  readonly peers: Pick<Peers, 'published'>;
  readonly codes?: ResumeCodes;
  readonly keeps?: 'results' | 'nothing';
  readonly register?: Pick<ServiceRegister, 'look' | 'kept'> | undefined;
}

/** What was loaded for a turn so far. */
export interface Loaded {
  readonly published: Map<string, Published>;
  readonly asked: Map<string, 'open' | 'closed'>;
  readonly peers: Map<string, PublishedCells>;
  readonly looked: Map<string, Look>;
  readonly done: Map<string, WorkshopAnswer>;
  kept?: KeptFound;
  arrived?: readonly PartAnswers[];
  ballot?: ReadyBallot;
}

export function nothingLoaded(): Loaded {
  return { published: new Map(), asked: new Map(), peers: new Map(), looked: new Map(), done: new Map() };
}

interface Fulfilling {
  readonly parts: WishParts;
  readonly delivery: Delivery;
  readonly found: Loaded;
  readonly recalled: Parameters<KeptResults['recall']>[0];
}

export async function fulfil(wish: Wish, { parts, delivery, found, recalled }: Fulfilling): Promise<void> {
  switch (wish.kind) {
    case 'gather':
      found.published.set(collectionKey(wish.of), await parts.collections.published(wish.of));
      return;
    case 'part-asked':
      found.asked.set(wish.key, (await parts.parts.asked(wish.key)) ? 'open' : 'closed');
      return;
    case 'parts-answered':
      found.arrived = await parts.parts.answered(wish.keys);
      return;
    case 'look-at-peers':
      found.peers.set(wish.dialog, await parts.peers.published(wish.dialog));
      return;
    case 'recall':
      found.kept = await parts.kept.recall(recalled);
      return;
    case 'look-up':
      await lookUp(wish, { register: parts.register, looked: found.looked });
      return;
    case 'workshop':
      found.done.set(JSON.stringify(wish.call), await answered(wish.call, { parts, delivery, found }));
  }
}

/** A ballot is put in by the turn's own commit: until then it counts as taken. */
async function answered(
  call: WorkshopCall,
  { parts, delivery, found }: Omit<Fulfilling, 'recalled'>,
): Promise<WorkshopAnswer> {
  if (call.do !== 'cast') return parts.workshops.call(call, delivery);
  const ballot = await parts.workshops.ballot(call, delivery);
  if (ballot.kind !== 'ready') return ballot;
  found.ballot = ballot;
  return { kind: 'taken' };
}

interface LookingUp {
  readonly register: WishParts['register'];
  readonly looked: Map<string, Look>;
}

async function lookUp(
  { how, ...what }: LookedFor & { readonly how?: Looking },
  { register, looked }: LookingUp,
): Promise<void> {
  if (register)
    looked.set(lookKey(what, how), await (how === 'kept' ? lookAtKept(register, what) : register.look(what)));
}

async function lookAtKept({ kept }: Pick<ServiceRegister, 'kept'>, what: LookedFor): Promise<Look> {
  const found = await kept(what);
  return found ? { kind: 'found', found } : { kind: 'failed', why: 'no-answer' };
}

export function lookKey({ dialog, municipality }: LookedFor, how: Looking | undefined): string {
  return `${dialog} ${municipality} ${how ?? ''}`;
}

const WISHES = [
  'gather',
  'recall',
  'workshop',
  'look-up',
  'part-asked',
  'parts-answered',
  'look-at-peers',
] as const;
type Wish = Extract<Effect, { kind: (typeof WISHES)[number] }>;

export function isWish(effect: Effect): effect is Wish {
  return WISHES.some(kind => kind === effect.kind);
}

export function collectionKey({ dialog, group }: CollectionOf): string {
  return `${dialog} ${group}`;
}

/**
 * `takeTurn` is pure and loads nothing. Where it needs more than the session ("compare with last year"), it says so by an
 * effect (`recall`, `gather`, `look-up` …): that is loaded here, and the turn is taken again with it in the context.
 */
import type { CollectionOf, Published } from '../assessment/collecting.ts';
import type { PublishedCells } from '../assessment/peers.ts';
import type { ConversationContext, Turn } from '../conversation/context.ts';
import type { Effect } from '../conversation/effect.ts';
import type { KeptFound } from '../conversation/kept.ts';
import type { PartAnswers } from '../conversation/parts.ts';
import type { Found } from '../conversation/prefilling/found.ts';
import type { Look, LookedFor, Looking, PrefillSource } from '../conversation/prefilling/source.ts';
import type { Session } from '../conversation/session.ts';
import type { WorkshopAnswer, WorkshopCall } from '../conversation/workshop.ts';
import type { ColleagueParts } from './colleague-parts.ts';
import { type Collections, newMemberName } from './collections.ts';
import type { KeptResults } from './kept-results.ts';
import type { Peers } from './peers.ts';
import type { ResumeCodes } from './resume-codes.ts';
import { newShareCode } from './share-code.ts';
import type { Delivery } from './turns.ts';
import type { ReadyBallot, Workshops } from './workshop/workshops.ts';

export interface ServiceRegister {
  /** What is known now. What is not is begun to be asked, and waited for by `ready`. */
  readonly look: (what: LookedFor) => Promise<Look>;
  /** What was found before, however long ago; nobody is asked. */
  readonly kept: (what: LookedFor) => Promise<Found | undefined>;
  /** Resolves when what is being asked of a municipality is there, or has been given up. Never rejects. */
  readonly ready: (what: LookedFor) => Promise<void>;
}

interface Wishes {
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

/** A turn, and the ballot that is to be put in with it. */
interface Fulfilled<Worked> {
  readonly worked: Worked;
  readonly ballot: ReadyBallot | undefined;
}

type WorkedOut = { kind: 'repeated' } | { kind: 'new'; before: Session; turn: Turn };

/** One wish may follow from another: for a workshop's result, then the kept one it is compared with, then its peers. */
const MOST_WISHES = 4;

/** Works a turn out, and again while it wishes for something. Most turns wish for nothing: they cost no round trip. */
export async function withWished<Worked extends WorkedOut>(
  parts: Wishes,
  delivery: Delivery,
  work: (context: ConversationContext) => Worked,
): Promise<Fulfilled<Worked>> {
  const fulfilled: Wished = {};
  const context = contextWith(parts, delivery, fulfilled);
  for (let wishes = 0; ; wishes++) {
    const worked = work(context);
    const wished = worked.kind === 'new' ? worked.turn.effects.filter(isWish) : [];
    if (worked.kind === 'repeated' || wished.length === 0 || wishes === MOST_WISHES)
      return { worked, ballot: fulfilled.loaded?.ballot };
    fulfilled.loaded ??= nothingLoaded();
    const about = { parts, delivery, found: fulfilled.loaded };
    const recalled = { key: worked.before.kept?.key, person: personOf(delivery) };
    for (const wish of wished) await fulfil(wish, { ...about, recalled });
  }
}

/** What was loaded for a turn so far. */
interface Loaded {
  readonly published: Map<string, Published>;
  readonly asked: Map<string, 'open' | 'closed'>;
  readonly peers: Map<string, PublishedCells>;
  readonly looked: Map<string, Look>;
  readonly done: Map<string, WorkshopAnswer>;
  kept?: KeptFound;
  arrived?: readonly PartAnswers[];
  ballot?: ReadyBallot;
}

function nothingLoaded(): Loaded {
  return { published: new Map(), asked: new Map(), peers: new Map(), looked: new Map(), done: new Map() };
}

/** Most turns wish for nothing: for them nothing is made ready. */
interface Wished {
  loaded?: Loaded;
}

/** Each field, so that none is forgotten: the object is written in one go, where a spread would grow it field by field. */
type Whole = { readonly [Field in keyof Required<ConversationContext>]: ConversationContext[Field] };

function contextWith({ context, codes, keeps }: Wishes, delivery: Delivery, wished: Wished): Whole {
  const { prefill } = context;
  const look: PrefillSource['look'] = (what, how) => wished.loaded?.looked.get(lookKey(what, how));
  return {
    offered: context.offered,
    current: context.current,
    instrument: context.instrument,
    actions: context.actions,
    actionsVersion: context.actionsVersion,
    understand: context.understand,
    findPress: context.findPress,
    findCard: context.findCard,
    naming: context.naming,
    reminders: context.reminders,
    shareCode: once(newShareCode),
    memberName: once(newMemberName),
    mayShare: delivery.mayShare,
    link: codes && (() => codes.make('link', delivery)),
    part: codes && (() => codes.make('part', delivery)),
    resume: keeps === 'nothing' ? undefined : codes && (() => codes.make('kept', delivery)),
    gathered: of => wished.loaded?.published.get(collectionKey(of)),
    workshop: call => wished.loaded?.done.get(JSON.stringify(call)),
    prefill: prefill && { dialogs: prefill.dialogs, municipalities: prefill.municipalities, look },
    person: personOf(delivery),
    kept: codes && (() => wished.loaded?.kept),
    asked: key => wished.loaded?.asked.get(key),
    peers: dialog => wished.loaded?.peers.get(dialog),
    arrived: () => wished.loaded?.arrived,
  };
}

/** Who speaks; in a group the answers are nobody's own. */
function personOf({ place, person }: Delivery): string | undefined {
  return place === 'group' ? undefined : person;
}

interface Fulfilling {
  readonly parts: Wishes;
  readonly delivery: Delivery;
  readonly found: Loaded;
  readonly recalled: Parameters<KeptResults['recall']>[0];
}

async function fulfil(wish: Wish, { parts, delivery, found, recalled }: Fulfilling): Promise<void> {
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
  readonly register: Wishes['register'];
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

function lookKey({ dialog, municipality }: LookedFor, how: Looking | undefined): string {
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

/** Drawn for the few turns that use it, and then the same however often the turn is worked out. */
function once(draw: () => string): () => string {
  let drawn: string | undefined;
  return () => {
    drawn ??= draw();
    return drawn;
  };
}

function isWish(effect: Effect): effect is Wish {
  return WISHES.some(kind => kind === effect.kind);
}

function collectionKey({ dialog, group }: CollectionOf): string {
  return `${dialog} ${group}`;
}

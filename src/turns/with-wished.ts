/**
 * `takeTurn` is pure and loads nothing. Where it needs more than the session ("compare with last year"), it says so by an
 * effect (`recall`, `gather`, `look-up` …): that is loaded here, and the turn is taken again with it in the context.
 */
import type { ConversationContext, Turn } from '../conversation/context.ts';
import type { PrefillSource } from '../conversation/prefilling/source.ts';
import type { Session } from '../conversation/session.ts';
import { newMemberName } from './collections.ts';
import { newShareCode } from './share-code.ts';
import type { Delivery } from './turns.ts';
import {
  collectionKey,
  fulfil,
  isWish,
  type Loaded,
  lookKey,
  nothingLoaded,
  type WishParts,
} from './wishes.ts';
import type { ReadyBallot } from './workshop/workshops.ts';

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
  parts: WishParts,
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

/** Most turns wish for nothing: for them nothing is made ready. */
interface Wished {
  loaded?: Loaded;
}

/** Each field, so that none is forgotten: the object is written in one go, where a spread would grow it field by field. */
type Whole = { readonly [Field in keyof Required<ConversationContext>]: ConversationContext[Field] };

function contextWith({ context, codes, keeps }: WishParts, delivery: Delivery, wished: Wished): Whole {
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

/** Drawn for the few turns that use it, and then the same however often the turn is worked out. */
function once(draw: () => string): () => string {
  let drawn: string | undefined;
  return () => {
    drawn ??= draw();
    return drawn;
  };
}

/** A turn with what it wished for: what many people's answers come to, what was kept, what became of a workshop. */
import type { CollectionOf, Published } from '../assessment/collecting.ts';
import type { ConversationContext, Turn } from '../conversation/context.ts';
import type { KeptFound } from '../conversation/kept.ts';
import type { Effect } from '../conversation/reply.ts';
import type { Session } from '../conversation/session.ts';
import type { WorkshopAnswer } from '../conversation/workshop.ts';
import { type Collections, newMemberName } from './collections.ts';
import type { KeptResults } from './kept.ts';
import type { ResumeCodes } from './resume-codes.ts';
import { newShareCode } from './share-code.ts';
import type { Delivery } from './turns.ts';
import type { Workshops } from './workshops.ts';

interface Wishes {
  readonly context: ConversationContext;
  readonly collections: Pick<Collections, 'published'>;
  readonly kept: Pick<KeptResults, 'recall'>;
  readonly workshops: Pick<Workshops, 'call'>;
  readonly codes?: ResumeCodes;
  readonly keeps?: 'results' | 'nothing';
}

type WorkedOut = { kind: 'repeated' } | { kind: 'new'; before: Session; turn: Turn };

/** One wish may follow from another: for a workshop, what was kept, and with that for what others answered. */
const MOST_WISHES = 4;

/** Works a turn out; once more where it wished for something. Most turns wish for nothing and cost no round trip. */
export async function withWished<Worked extends WorkedOut>(
  parts: Wishes,
  delivery: Delivery,
  work: (context: ConversationContext) => Worked,
): Promise<Worked> {
  const { collections, kept, workshops } = parts;
  const person = delivery.place === 'group' ? undefined : delivery.person;
  const published = new Map<string, Published>();
  const loaded: { kept?: KeptFound } = {};
  const done = new Map<string, WorkshopAnswer>();
  const context: ConversationContext = {
    ...contextOf(parts, delivery),
    gathered: of => published.get(collectionKey(of)),
    workshop: call => done.get(JSON.stringify(call)),
    ...(person !== undefined && { person }),
    ...(parts.codes && { kept: () => loaded.kept }),
  };
  const fulfil = async (wish: Wish, { before }: { before: Session }) => {
    if (wish.kind === 'gather') published.set(collectionKey(wish.of), await collections.published(wish.of));
    else if (wish.kind === 'recall') loaded.kept = await kept.recall({ key: before.kept?.key, person });
    else done.set(JSON.stringify(wish.call), await workshops.call(wish.call, delivery));
  };
  for (let wishes = 0; ; wishes++) {
    const worked = work(context);
    if (worked.kind === 'repeated' || wishes === MOST_WISHES) return worked;
    const wished = worked.turn.effects.filter(isWish);
    if (wished.length === 0) return worked;
    for (const wish of wished) await fulfil(wish, worked);
  }
}

type Wish = Extract<Effect, { kind: 'gather' | 'recall' | 'workshop' }>;

function contextOf({ context, codes, keeps }: Wishes, delivery: Delivery): ConversationContext {
  return {
    ...context,
    shareCode: newShareCode(),
    memberName: newMemberName(),
    ...(codes && { link: codes.make('link', delivery) }),
    ...(codes && keeps !== 'nothing' && { resume: codes.make('kept', delivery) }),
  };
}

function isWish(effect: Effect): effect is Wish {
  return effect.kind === 'gather' || effect.kind === 'recall' || effect.kind === 'workshop';
}

function collectionKey({ dialog, group }: CollectionOf): string {
  return `${dialog} ${group}`;
}

/** A turn with what it wished for loaded: what many people's answers come to, and what was kept. */
import type { CollectionOf, Published } from '../assessment/collecting.ts';
import type { ConversationContext, Turn } from '../conversation/context.ts';
import type { KeptFound } from '../conversation/kept.ts';
import type { Effect } from '../conversation/reply.ts';
import type { Session } from '../conversation/session.ts';
import { type Collections, newMemberName } from './collections.ts';
import type { KeptResults } from './kept.ts';
import type { ResumeCodes } from './resume-codes.ts';
import { newShareCode } from './shares.ts';
import type { Delivery } from './turns.ts';

interface Wishes {
  readonly context: ConversationContext;
  readonly collections: Pick<Collections, 'published'>;
  readonly kept: Pick<KeptResults, 'recall'>;
  readonly codes?: ResumeCodes;
}

type WorkedOut = { kind: 'repeated' } | { kind: 'new'; before: Session; turn: Turn };

/** One wish may follow from another: for what was kept, and with that for what others answered. */
const MOST_WISHES = 3;

/** Works a turn out; once more where it wished for something. Most turns wish for nothing and cost no round trip. */
export async function withWished<Worked extends WorkedOut>(
  parts: Wishes,
  delivery: Delivery,
  work: (context: ConversationContext) => Worked,
): Promise<Worked> {
  const { collections, kept } = parts;
  const person = delivery.place === 'group' ? undefined : delivery.person;
  const published = new Map<string, Published>();
  const loaded: { kept?: KeptFound } = {};
  const context: ConversationContext = {
    ...contextOf(parts, delivery),
    gathered: of => published.get(collectionKey(of)),
    ...(person !== undefined && { person }),
    ...(parts.codes && { kept: () => loaded.kept }),
  };
  for (let wishes = 0; ; wishes++) {
    const worked = work(context);
    if (worked.kind === 'repeated' || wishes === MOST_WISHES) return worked;
    const wished = worked.turn.effects.filter(isWish);
    if (wished.length === 0) return worked;
    for (const wish of wished) {
      if (wish.kind === 'gather') published.set(collectionKey(wish.of), await collections.published(wish.of));
      else loaded.kept = await kept.recall({ key: worked.before.kept?.key, person });
    }
  }
}

function contextOf({ context, codes }: Wishes, delivery: Delivery): ConversationContext {
  return {
    ...context,
    shareCode: newShareCode(),
    memberName: newMemberName(),
    ...(codes && { resume: codes.make('kept', delivery) }),
  };
}

function isWish(effect: Effect): effect is Extract<Effect, { kind: 'gather' | 'recall' }> {
  return effect.kind === 'gather' || effect.kind === 'recall';
}

function collectionKey({ dialog, group }: CollectionOf): string {
  return `${dialog} ${group}`;
}

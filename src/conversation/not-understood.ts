import { boundsOf } from '../assessment/field.ts';
import type { Input } from '../assessment/instrument.ts';
import { namesIn } from '../assessment/names-in.ts';
import { type RunScene, type Scene, say, type Turn } from './context.ts';
import { openCard, refOf } from './place.ts';
import type { Reply } from './reply.ts';
import type { Session } from './session.ts';

/**
 * Says that a message was not understood; the misses are counted, and the open question stays open. `asked` is the open
 * field: of a number the reply tells the bounds. On a card of rows or of several fields it repeats how to speak of one of
 * them ("1 käytössä").
 */
export function notUnderstood(scene: Scene | RunScene, asked?: Input): Turn {
  const misses = scene.session.misses + 1;
  const bounds = asked?.type === 'number' ? boundsOf(asked) : {};
  const rejection = { problem: 'not-understood', misses, ...bounds } as const;
  return say(
    { ...scene.session, misses },
    [{ kind: 'rejected', rejection, ...('run' in scene && openCardOf(scene)) }],
    [{ kind: 'count', counter: 'reprompted', ...stepAsked(scene.session) }],
  );
}

type Card = NonNullable<Extract<Reply, { kind: 'rejected' }>['card']>;

function openCardOf(scene: RunScene): { card?: Card } {
  const { pending } = scene.session;
  const card = pending?.kind === 'step' && pending.input === undefined ? openCard(scene) : undefined;
  if (!card || card.part === 'own' || !['table', 'climb', 'form'].includes(card.step.type)) return {};
  return { card: { step: card.key, names: namesIn(scene.run.answers), ...refOf(scene.instrument) } };
}

/** The step that an open question belongs to, for the counts. */
function stepAsked({ pending }: Session): { step?: string } {
  return pending && 'step' in pending ? { step: pending.step } : {};
}

/** What of a message was not read, told before what became of the rest: whoever agrees to that would not miss it. */
export function notReadReply(unread: readonly string[]): readonly Reply[] {
  return unread.length > 0 ? [{ kind: 'not-read', words: unread.join('; ') }] : [];
}

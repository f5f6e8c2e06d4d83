/** Says why an answer or a card was not taken; it stays open. */
import type { Card } from '../assessment/card.ts';
import { type RunScene, say, type Turn } from './context.ts';
import { isOpenCard, refOf } from './place.ts';
import type { FieldProblem, Rejection } from './rejection.ts';
import type { Reply } from './reply.ts';

/** Says why a card was not taken; a question by itself is refused in its own words. */
export function refuse(scene: RunScene, card: Card, problems: readonly FieldProblem[]): Turn {
  const [first] = problems;
  const alone = !('inputs' in card.step) && card.step.type !== 'climb' && card.step.type !== 'choose';
  if (first && alone) return reject(scene, first.rejection);
  const nonce = scene.session.pending?.nonce;
  const asked = nonce !== undefined && isOpenCard(scene, card) && { open: { step: card.key, nonce } };
  return say(scene.session, [{ ...refusedReply(scene, problems), ...asked }]);
}

/** Why what was sent or said was not taken, field by field. */
export function refusedReply(
  { instrument }: RunScene,
  problems: readonly FieldProblem[],
): Extract<Reply, { kind: 'refused' }> {
  return { kind: 'refused', ...refOf(instrument), problems };
}

/** Refuses an answer; the question stays open. */
export function reject(scene: RunScene, rejection: Rejection): Turn {
  return say(scene.session, [{ kind: 'rejected', rejection }]);
}

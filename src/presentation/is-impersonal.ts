import type { Answers } from '../assessment/answers.ts';
import { findInput } from '../assessment/places.ts';
import type { Reply } from '../conversation/reply.ts';
import type { RenderContext } from './context.ts';

/**
 * Whether a reply can be drawn once and kept for everybody who gets the same one, as nearly all can: there is no address,
 * name, word or figure of a person in it. How such a reply is drawn stays in memory, and so outlives an erasure.
 */
export function isImpersonal(reply: Reply, context: RenderContext): boolean {
  if ('sections' in reply || 'line' in reply || 'growing' in reply) return false;
  if ('values' in reply && !isChosen(reply, context)) return false;
  if (reply.kind === 'answered') return reply.by === undefined;
  return IMPERSONAL.has(reply.kind) || (reply.kind === 'greeting' && !reply.returning);
}

const IMPERSONAL: ReadonlySet<Reply['kind']> = new Set(['question', 'notice', 'help']);

/** Whether only options of scales were chosen: what a person wrote or counted can look like an id, too. */
function isChosen(
  { dialog, version, values }: Extract<Reply, { values: Answers; dialog: string }>,
  context: RenderContext,
): boolean {
  const instrument = context.instrument(dialog, version);
  return Object.keys(values).every(key => instrument && findInput(instrument, key)?.type === 'choice');
}

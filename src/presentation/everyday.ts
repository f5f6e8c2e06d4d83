import type { Answers } from '../assessment/answers.ts';
import { findInput } from '../assessment/places.ts';
import type { Reply } from '../conversation/reply.ts';
import type { RenderContext } from './context.ts';

/**
 * Whether a reply is of those that are alike for everybody, as nearly all are: no address, no name, no words and no
 * figures of a person in them, for what is remembered of how they are drawn outlives an erasure.
 */
export function isEveryday(reply: Reply, context: RenderContext): boolean {
  if ('sections' in reply || 'line' in reply || 'growing' in reply) return false;
  if ('values' in reply && !isChosen(reply, context)) return false;
  if (reply.kind === 'answered') return reply.by === undefined;
  return EVERYDAY.has(reply.kind) || (reply.kind === 'greeting' && !reply.returning);
}

const EVERYDAY: ReadonlySet<Reply['kind']> = new Set(['question', 'notice', 'help']);

/** Whether only options of scales were chosen: what a person wrote or counted can look like an id, too. */
function isChosen(
  { dialog, version, values }: Extract<Reply, { values: Answers; dialog: string }>,
  context: RenderContext,
): boolean {
  const instrument = context.instrument(dialog, version);
  return Object.keys(values).every(key => instrument && findInput(instrument, key)?.type === 'choice');
}

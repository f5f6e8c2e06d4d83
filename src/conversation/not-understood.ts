import { boundsOf } from '../assessment/field.ts';
import type { Input } from '../assessment/instrument.ts';
import { type Scene, say, type Turn } from './context.ts';
import type { Session } from './session.ts';

/**
 * Says that a message was not understood; the misses are counted, and the open question stays open. `asked`: the field
 * that is: of a number it is told what would do.
 */
export function notUnderstood(scene: Scene, asked?: Input): Turn {
  const misses = scene.session.misses + 1;
  const bounds = asked?.type === 'number' ? boundsOf(asked) : {};
  const rejection = { problem: 'not-understood', misses, ...bounds } as const;
  return say(
    { ...scene.session, misses },
    [{ kind: 'rejected', rejection }],
    [{ kind: 'count', counter: 'reprompted', ...stepAsked(scene.session) }],
  );
}

/** The step that an open question belongs to, for the counts. */
function stepAsked({ pending }: Session): { step?: string } {
  return pending && 'step' in pending ? { step: pending.step } : {};
}

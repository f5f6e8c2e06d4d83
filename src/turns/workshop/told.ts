import type { Workshop, WorkshopAnswer } from '../../conversation/workshop.ts';
import { forgetBallots } from './ballots.ts';
import { isFacilitator } from './facilitator.ts';
import type { WorkshopScene } from './scene.ts';

/**
 * The workshop as its people may see it; `secret` shows whether the facilitator asks. Ballots that are still there after
 * the lock (its process died in the middle) are removed first.
 */
export async function told(scene: WorkshopScene, secret: string | undefined): Promise<WorkshopAnswer> {
  const { id, state } = scene;
  if (state.phase === 'locked') await forgetBallots(scene);
  const { code, judged, phase, published, agreed, consensus } = state;
  const ballots = phase === 'locked' ? [] : [...scene.ballots.values()];
  const shown = Math.max(0, ...Object.values(published).map(({ at }) => at));
  const workshop: Workshop = {
    ...{ id, code, judged, phase, published, agreed },
    holder: secret !== undefined && isFacilitator(state, secret) ? 'facilitator' : 'anybody',
    answered: consensus?.members ?? ballots.length,
    waiting: ballots.filter(({ since }) => since > shown).length,
    ...(consensus && { consensus }),
  };
  return { kind: 'workshop', workshop };
}

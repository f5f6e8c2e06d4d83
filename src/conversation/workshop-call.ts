import { notice, type Scene, say, type Turn } from './context.ts';
import type { Notice } from './notice.ts';
import type { Workshop, WorkshopAnswer, WorkshopCall, WorkshopRefusal } from './workshop.ts';

/** The turn that goes on from what became of a call; without it yet, the turn that asks for it to be done. */
export function withAnswer(scene: Scene, call: WorkshopCall, goOn: (answer: WorkshopAnswer) => Turn): Turn {
  const { workshop } = scene.context;
  if (!workshop) return notice(scene, 'unavailable-here');
  const answer = workshop(call);
  return answer ? goOn(answer) : say(scene.session, [], [{ kind: 'workshop', call }]);
}

/** The same where the answer is the workshop, or why there is none. */
export function withWorkshop(
  scene: Scene,
  call: WorkshopCall,
  goOn: (workshop: Workshop, secret: string | undefined) => Turn,
): Turn {
  return withAnswer(scene, call, answer => {
    if (answer.kind === 'workshop') return goOn(answer.workshop, answer.secret);
    return notice(scene, answer.kind === 'taken' ? 'unavailable-here' : NOTICES[answer.kind]);
  });
}

const NOTICES: Readonly<Record<WorkshopRefusal, Notice>> = {
  unknown: 'workshop-unknown',
  over: 'workshop-over',
  'not-yours': 'workshop-not-yours',
  'too-few': 'workshop-too-few',
  'too-many-tries': 'workshop-tries',
};

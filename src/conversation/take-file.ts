/** Takes over a filled file: what it says replaces what was answered, and the conversation goes on from it. */
import type { Entry } from '../assessment/answers.ts';
import { fieldAt } from '../assessment/places.ts';
import { walk } from '../assessment/walk.ts';
import { newRun } from './beginning.ts';
import { before, type RunScene, type Scene, say, type Turn, withRun } from './context.ts';
import { refOf } from './place.ts';
import { choosing, showNext } from './show.ts';
import { write } from './take.ts';

/** Entries of a file that has been checked. Cards that they fill are passed; the first with something open is shown. */
export function takeFile(
  scene: Scene,
  { dialog, entries }: { dialog: string; entries: readonly Entry[] },
): Turn {
  const definition = scene.context.current(dialog);
  if (!definition) return say(scene.session, [{ kind: 'notice', notice: 'unavailable-here' }]);
  const earlier = scene.session.runs[dialog];
  const fresh = newRun(scene, definition);
  const written = write(fresh, entries);
  if (written.kind === 'refused')
    return say(scene.session, [{ kind: 'refused', ...refOf(definition), problems: written.problems }]);
  const places = placesIn(written.scene, entries);
  const chosen = [...places.map(place => [place]), ...chosenEarlier(fresh, earlier?.answers)].reduce(
    choosing,
    written.scene,
  );
  const taken = passingFilled(
    withRun(chosen, { startedAt: earlier?.startedAt ?? fresh.run.startedAt }),
    places,
  );
  const count = new Set(
    entries.flatMap(({ key }) => (key.includes('.') ? [key.slice(0, key.lastIndexOf('.'))] : [])),
  ).size;
  const turn = before([{ kind: 'imported', ...refOf(definition), items: places, count }], showNext(taken));
  return { ...turn, effects: [{ kind: 'count', counter: 'imported' }, ...turn.effects] };
}

/** The outermost items that the file tells of. */
function placesIn({ definition, run }: RunScene, entries: readonly Entry[]) {
  const places = entries.flatMap(({ key }) => fieldAt(definition, key, run.answers)?.at[0] ?? []);
  return places.filter((place, index) => places.findIndex(({ item }) => item === place.item) === index);
}

/** Items chosen before stay chosen. */
function chosenEarlier({ definition }: RunScene, answers: RunScene['run']['answers'] | undefined) {
  return definition.steps.flatMap(step => {
    const chosen = step.type === 'choose' ? answers?.[step.id] : undefined;
    return step.type === 'choose' && Array.isArray(chosen)
      ? chosen.map(item => [{ list: step.list, item }])
      : [];
  });
}

/** Somebody has gone through the items in the file: what was left undecided there is not asked again by itself. */
function passingFilled(scene: RunScene, places: readonly { item: string }[]): RunScene {
  const { definition, run } = scene;
  const inFile = walk(definition, run.answers).path.filter(({ at }) =>
    places.some(({ item }) => at[0]?.item === item),
  );
  const tables = inFile.filter(({ step }) => step.type === 'table').map(({ key }) => key);
  const open = walk(definition, run.answers, tables).open.filter(({ step }) => step.type !== 'show');
  const complete = inFile.filter(
    ({ step, at }) => step.type === 'show' && !open.some(card => card.at[0]?.item === at[0]?.item),
  );
  return withRun(scene, { passed: [...tables, ...complete.map(({ key }) => key)] });
}

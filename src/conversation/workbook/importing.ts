/** Takes over a filled spreadsheet: what it says replaces what was answered, and the conversation goes on from it. */
import { servicesOf, type WorkbookAnswers } from '../../assessment/workbook/workbook-answers.ts';
import { before, type Scene, type Turn } from '../context.ts';
import { newWorkbook } from './beginning.ts';
import { isDone, keyOfPlace, placesOf } from './places.ts';
import { showNext } from './showing.ts';
import { workbookRunSchema } from './workbook-run.ts';
import { areaOf, refOf, type WorkbookScene, withWorkbook } from './workbook-scene.ts';

/** Answers that have been checked by the model. Cards that they fill are passed; the first with something open is shown. */
export function takeImport(scene: Scene, answers: WorkbookAnswers): Turn {
  const fresh = newWorkbook(scene);
  const { answers: kept, target } = workbookRunSchema.parse({
    ...fresh.run,
    target: answers.target,
    answers: answers.areas,
  });
  const filled = fresh.workbook.areas.map(({ id }) => id).filter(id => kept[id] !== undefined);
  const earlier = scene.session.workbook;
  const areas = fresh.workbook.areas
    .map(({ id }) => id)
    .filter(id => filled.includes(id) || earlier?.areas.includes(id));
  const taken = passingFilled(
    withWorkbook(fresh, {
      startedAt: earlier?.startedAt ?? fresh.run.startedAt,
      areas,
      answers: kept,
      target,
    }),
    filled,
  );
  const services = filled.flatMap(id => servicesOf(areaOf(taken, id), kept[id])).filter(one => one.answer);
  const imported = {
    kind: 'workbook-imported',
    ...refOf(taken),
    areas: filled,
    services: services.length,
  } as const;
  const turn = before([imported], showNext(taken));
  return { ...turn, effects: [{ kind: 'count', counter: 'imported' }, ...turn.effects] };
}

/** Somebody has gone through the areas in the file: what was left undecided there is not asked again by itself. */
function passingFilled(scene: WorkbookScene, filled: readonly string[]): WorkbookScene {
  const places = placesOf(scene.workbook, scene.run).filter(
    place => 'area' in place && filled.includes(place.area),
  );
  const lists = places.filter(({ card }) => card === 'services').map(keyOfPlace);
  const listed = withWorkbook(scene, { passed: lists });
  const complete = filled.filter(id =>
    places
      .filter(place => place.card === 'service' && place.area === id)
      .every(place => isDone(listed.workbook, listed.run, place)),
  );
  const closed = complete.map(area => keyOfPlace({ card: 'area', area }));
  return withWorkbook(listed, { passed: [...lists, ...closed] });
}

/** The commands that mean something else, or something more, in the workbook. */
import type { Command } from '../command.ts';
import { before, say, type Turn } from '../context.ts';
import type { Notice } from '../reply.ts';
import { askSure } from '../side-questions.ts';
import { resumeWorkbook } from './beginning.ts';
import { areaFigures, nameOf } from './figures-of.ts';
import { keyOfPlace, openPlace, type Place, placesOf } from './places.ts';
import { goTo, progressOf, repeatPlace, showNext, showWhole } from './showing.ts';
import { closed, passing } from './taking.ts';
import type { Noted, WorkbookReply } from './workbook-reply.ts';
import { findService, refOf, type WorkbookScene, withWorkbook } from './workbook-scene.ts';

/** Carries out a command of the workbook's own; undefined when it is the same everywhere. */
export function carryOutInWorkbook(scene: WorkbookScene, name: Command): Turn | undefined {
  switch (name) {
    case 'workbook':
    case 'resume':
      return resumeWorkbook(scene);
    case 'back':
      return back(scene);
    case 'cancel':
      return cancel(scene);
    case 'skip':
      return skip(scene);
    case 'why':
      return explain(scene);
    case 'status':
      return say(scene.session, [statusOf(scene)]);
    case 'summary':
    case 'finish':
      return showWhole(scene);
    case 'restart':
      return askSure(scene, 'restart');
    case 'pause':
      return say({ ...scene.session, paused: true }, [{ kind: 'notice', notice: 'paused' }]);
    case 'export':
      return say(scene.session, [{ kind: 'files', what: 'workbook' }]);
    case 'greet':
      return greetAgain(scene);
    case 'note':
    case 'ask-colleague':
      return notice(scene, 'unavailable-here');
    default:
      return undefined;
  }
}

/** Greets someone who comes back in the middle of the workbook. */
export function greetAgain(scene: WorkbookScene): Turn {
  return before([{ kind: 'greeting', returning: true, workbook: 'begun' }], showNext(scene));
}

/** Moves past the open card without filling it in; it can be come back to. */
export function skip(scene: WorkbookScene): Turn {
  const place = openPlace(scene.workbook, scene.run);
  if (!place || place.card === 'areas') return notice(scene, 'unavailable-here');
  const line = place.card === 'area' ? [] : [closed(scene, leftWith(scene, place))];
  return before(line, showNext(passing(scene, place)));
}

/** What was told of a card by typing, or that it was skipped. */
function leftWith(scene: WorkbookScene, place: Place): Noted {
  if (place.card === 'services') {
    const { counts } = areaFigures(scene, place.area);
    return counts.answered > 0
      ? { what: 'counts', area: place.area, counts }
      : { what: 'skipped', area: place.area };
  }
  if (!('service' in place)) return { what: 'skipped', ...('area' in place && { area: place.area }) };
  const service = findService(scene, place);
  const told = service?.answer?.phases ?? service?.answer?.usageRate;
  const name = nameOf(service ?? { id: place.service });
  return service?.answer && told !== undefined
    ? { what: 'services', services: [{ ...name, answer: service.answer }] }
    : { what: 'skipped', service: name };
}

function back(scene: WorkbookScene): Turn {
  const places = placesOf(scene.workbook, scene.run);
  const open = openPlace(scene.workbook, scene.run);
  const at = open ? places.findIndex(place => keyOfPlace(place) === keyOfPlace(open)) : places.length;
  // A card beside the way (a benefit, an own service) leads back to the way.
  if (at === -1) return showNext(withWorkbook(scene, { visiting: undefined }));
  const previous = places[at - 1];
  return previous ? goTo(scene, previous) : notice(scene, 'nothing-to-go-back-to');
}

/** Leaves what was opened last; answers stay. */
function cancel(scene: WorkbookScene): Turn {
  return scene.run.visiting === undefined
    ? notice(scene, 'unavailable-here')
    : showNext(withWorkbook(scene, { visiting: undefined }));
}

function explain(scene: WorkbookScene): Turn {
  // Where all of it has been gone through there are the figures to explain.
  const { card } = openPlace(scene.workbook, scene.run) ?? { card: 'area' };
  return say(scene.session, [{ kind: 'workbook-explained', ...refOf(scene), card }]);
}

/** How far the workbook is, area by area. */
export function statusOf(scene: WorkbookScene): WorkbookReply {
  const areas = scene.workbook.areas
    .filter(({ id }) => scene.run.areas.includes(id))
    .map(area => {
      const { services = {}, own = [] } = scene.run.answers[area.id] ?? {};
      const answered = Object.keys(services).length + own.length;
      return { area: area.id, answered, services: area.services.length + own.length };
    });
  const progress = progressOf(scene);
  return { kind: 'workbook-status', ...refOf(scene), progress, areas };
}

/** One short line, and the card that is open. */
export function noteAndRepeat(scene: WorkbookScene, name: Notice): Turn {
  return before([{ kind: 'notice', notice: name }], repeatPlace(scene));
}

export function notice(scene: WorkbookScene, name: Notice): Turn {
  return say(scene.session, [{ kind: 'notice', notice: name }]);
}

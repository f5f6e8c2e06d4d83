/** Shows a card of the workbook, or where all of them have led. */
import { servicesOf } from '../../assessment/workbook/workbook-answers.ts';
import { say, type Turn } from '../context.ts';
import type { Reply } from '../reply.ts';
import { areaFigures, nameOf, wholeFigures } from './figures-of.ts';
import { findPlace, isDone, keyOfPlace, openPlace, type Place, placesOf, servicesOn } from './places.ts';
import type { WorkbookProgress, WorkbookReply } from './workbook-reply.ts';
import { areaOf, findService, refOf, type WorkbookScene, withWorkbook } from './workbook-scene.ts';

/** Goes on from where the answers lead: the card gone to, else the first open one, else the whole result. */
export function showNext(scene: WorkbookScene): Turn {
  const place = openPlace(scene.workbook, scene.run);
  return place ? showPlace(scene, place) : showWhole(scene);
}

/** Shows a card under a new nonce: presses on any earlier card become stale. */
export function showPlace(scene: WorkbookScene, place: Place): Turn {
  const serial = scene.session.serial + 1;
  const nonce = serial.toString(36);
  const session = {
    ...scene.session,
    serial,
    misses: 0,
    pending: { kind: 'workbook', place: keyOfPlace(place), nonce } as const,
  };
  return say(session, [cardReply(scene, place, nonce)], [{ kind: 'count', counter: 'asked' }]);
}

/** The open card once more with the same nonce, so that the one already on screen stays good. */
export function repeatPlace(scene: WorkbookScene): Turn {
  const { pending } = scene.session;
  const place =
    pending?.kind === 'workbook' ? findPlace(scene.workbook, scene.run, pending.place) : undefined;
  return pending?.kind === 'workbook' && place
    ? say(scene.session, [cardReply(scene, place, pending.nonce)])
    : showNext(scene);
}

/** Goes to a card. */
export function goTo(scene: WorkbookScene, place: Place): Turn {
  return showNext(withWorkbook(scene, { visiting: keyOfPlace(place) }));
}

/** The whole municipality with the answers given so far. */
export function showWhole(scene: WorkbookScene): Turn {
  const first = scene.run.shown === undefined;
  const { session, run, workbook } = withWorkbook(scene, { shown: true, visiting: undefined });
  const open = openPlace(workbook, run) !== undefined;
  const whole: Reply = { kind: 'workbook-whole', ...refOf(scene), ...wholeFigures(scene), open };
  const counted = first ? [{ kind: 'count', counter: 'finished' } as const] : [];
  return say({ ...session, pending: undefined, misses: 0 }, [whole], counted);
}

export function progressOf({ workbook, run }: WorkbookScene): WorkbookProgress {
  const places = placesOf(workbook, run);
  return { done: places.filter(place => isDone(workbook, run, place)).length, total: places.length };
}

/** A card as it is with the answers given so far. */
export function cardReply(scene: WorkbookScene, place: Place, nonce: string): WorkbookReply {
  const card = { ...refOf(scene), nonce, place: keyOfPlace(place), progress: progressOf(scene) };
  const { run, workbook } = scene;
  switch (place.card) {
    case 'areas':
      return {
        kind: 'workbook-areas',
        ...card,
        areas: workbook.areas.map(({ id }) => id),
        chosen: run.areas,
      };
    case 'target':
      return { kind: 'workbook-target', ...card, target: run.target ?? {} };
    case 'own':
      return { kind: 'workbook-own', ...card, area: place.area };
    case 'services':
      return { kind: 'workbook-services', ...card, ...statusesOn(scene, place) };
    case 'area':
      return { kind: 'workbook-area', ...card, ...areaOnCard(scene, place.area) };
    case 'service':
    case 'benefit': {
      const found = findService(scene, place);
      const { area, service: id } = place;
      const answer = found?.answer ?? {};
      const service = nameOf(found ?? { id });
      return { kind: `workbook-${place.card}`, ...card, area, service, answer };
    }
  }
}

function statusesOn(scene: WorkbookScene, { area: id, part }: Place & { card: 'services' }) {
  const area = areaOf(scene, id);
  const parts = placesOf(scene.workbook, { ...scene.run, areas: [id] }).filter(
    ({ card }) => card === 'services',
  );
  const services = servicesOn(area, scene.run, part).map(service => ({
    ...nameOf(service),
    ...(service.answer && { status: service.answer.status }),
  }));
  return { area: id, part, parts: parts.length, services };
}

function areaOnCard(scene: WorkbookScene, id: string) {
  const services = servicesOf(areaOf(scene, id), scene.run.answers[id]).map(nameOf);
  const next = nextArea(scene, id);
  return { figures: areaFigures(scene, id), services, ...(next !== undefined && { next }) };
}

/** The chosen area, after this one or before it, that has something open. */
function nextArea({ workbook, run }: WorkbookScene, current: string): string | undefined {
  const open = placesOf(workbook, run).find(
    place => 'area' in place && place.area !== current && !isDone(workbook, run, place),
  );
  return open && 'area' in open ? open.area : undefined;
}

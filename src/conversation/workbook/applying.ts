/** Writes what a message said of services, or asks first when something had to be guessed. */
import { before, say, type Turn } from '../context.ts';
import { askAside } from '../side-questions.ts';
import { findPlace, isDone } from './places.ts';
import type { Heard } from './read-remarks.ts';
import type { Remark } from './remark.ts';
import { goTo, showNext } from './showing.ts';
import type { Taken } from './taken.ts';
import { closed, refuse, takeAnswer } from './taking.ts';
import { addOwn } from './taking-own.ts';
import type { Noted } from './workbook-reply.ts';
import { findService, refOf, type WorkbookScene, withWorkbook } from './workbook-scene.ts';

/** Undefined when the message said nothing of services. */
export function applyHeard(scene: WorkbookScene, heard: Heard): Turn | undefined {
  const [first] = heard.named;
  if (heard.remarks.length === 0) {
    return first ? goTo(includingAreas(scene, [first.area]), { card: 'service', ...first }) : undefined;
  }
  const certain = heard.certainty === 'sure' && heard.remarks.every(remark => statusKnown(scene, remark));
  return certain ? applyRemarks(scene, heard.remarks) : askFirst(scene, heard.remarks);
}

/** Writes them all, or none when one of them cannot be taken. */
export function applyRemarks(scene: WorkbookScene, remarks: readonly Remark[]): Turn {
  let taken: { scene: WorkbookScene; noted: Noted[] } = { scene, noted: [] };
  for (const remark of remarks) {
    const one = applyRemark(taken.scene, remark);
    if (one.kind === 'refused') return refuse(scene, one.problems);
    taken = { scene: one.scene, noted: [...taken.noted, one.noted] };
  }
  const changed = includingAreas(
    taken.scene,
    remarks.map(({ area }) => area),
  );
  return notedTurn(changed, together(taken.noted));
}

/** A reading to be confirmed: written on yes. */
export function askFirst(scene: WorkbookScene, remarks: readonly Remark[]): Turn {
  const likely = remarks.map(remark => ({ ...remark, ...guessedStatus(scene, remark) }));
  const services = likely.map(({ area, service, name, ...answer }) => {
    const found = service === undefined ? undefined : findService(scene, { area, service });
    const called = name ?? found?.name;
    return { id: service ?? 'own', ...(called !== undefined && { name: called }), answer };
  });
  return askAside(scene, (nonce, beneath) => [
    { kind: 'workbook-reading', nonce, remarks: likely, beneath },
    { kind: 'workbook-did-you-mean', ...refOf(scene), nonce, noted: { what: 'services', services } },
  ]);
}

function applyRemark(scene: WorkbookScene, { area, service, name, ...said }: Remark): Taken {
  if (service === undefined) return addOwn(scene, { area, name: name ?? '', status: said.status ?? 'inuse' });
  const earlier = findService(scene, { area, service })?.answer;
  const status = said.status ?? earlier?.status ?? 'inuse';
  const phases = said.phases && { ...earlier?.phases, ...said.phases };
  const answer = { ...earlier, ...said, status, ...(phases && { phases }) };
  return takeAnswer(scene, { area, service }, answer);
}

/** The card on screen stays open as it is; when this finished it, the next one is shown. */
function notedTurn(scene: WorkbookScene, noted: Noted): Turn {
  const { pending } = scene.session;
  const place =
    pending?.kind === 'workbook' ? findPlace(scene.workbook, scene.run, pending.place) : undefined;
  if (place && place.card !== 'own' && !isDone(scene.workbook, scene.run, place))
    return say({ ...scene.session, misses: 0 }, [
      { kind: 'workbook-noted', ...refOf(scene), noted, open: true },
    ]);
  return before([closed(scene, noted)], showNext(leavingDone(scene)));
}

function leavingDone(scene: WorkbookScene): WorkbookScene {
  const { visiting } = scene.run;
  const place = visiting === undefined ? undefined : findPlace(scene.workbook, scene.run, visiting);
  const done = place && (place.card === 'own' || isDone(scene.workbook, scene.run, place));
  return done ? withWorkbook(scene, { visiting: undefined }) : scene;
}

/** Areas spoken of are filled in too, in the definition's order. */
export function includingAreas(scene: WorkbookScene, ids: readonly string[]): WorkbookScene {
  const { run, workbook } = scene;
  const areas = workbook.areas.map(({ id }) => id).filter(id => run.areas.includes(id) || ids.includes(id));
  return areas.length === run.areas.length ? scene : withWorkbook(scene, { areas });
}

/** A usage rate alone does not say that a service is in use. */
function statusKnown(scene: WorkbookScene, { area, service, status }: Remark): boolean {
  if (status !== undefined) return true;
  return service !== undefined && findService(scene, { area, service })?.answer !== undefined;
}

function guessedStatus(scene: WorkbookScene, remark: Remark): Pick<Remark, 'status'> {
  return statusKnown(scene, remark) ? {} : { status: 'inuse' };
}

function together(noted: readonly Noted[]): Noted {
  const all = noted.flatMap(one => (one.what === 'services' ? [one] : []));
  const growing = all.at(-1)?.growing;
  const areas = new Set(all.map(one => one.growing?.area));
  return {
    what: 'services',
    services: all.flatMap(({ services }) => services),
    ...(growing && areas.size === 1 && { growing }),
  };
}

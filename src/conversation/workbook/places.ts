/** The cards of the workbook in their order. The place is derived from the answers, never a stored number. */
import { servicesOf } from '../../assessment/workbook/workbook-answers.ts';
import { PHASES, type Workbook, type WorkbookArea } from '../../assessment/workbook/workbook-definition.ts';
import type { WorkbookRun } from './workbook-run.ts';

export type Place =
  | { readonly card: 'areas' }
  /** Statuses of an area's services, all at once; a long list comes in parts, counted from 1. */
  | { readonly card: 'services'; readonly area: string; readonly part: number }
  | { readonly card: 'service'; readonly area: string; readonly service: string }
  /** What a service saves. Only where somebody goes there. */
  | { readonly card: 'benefit'; readonly area: string; readonly service: string }
  /** A service of the municipality's own. Only where somebody goes there. */
  | { readonly card: 'own'; readonly area: string }
  /** The area's measures, once its services have been gone through. */
  | { readonly card: 'area'; readonly area: string }
  /** The municipality's own targets. Only where somebody goes there. */
  | { readonly card: 'target' };

/** A card as it is kept in the session and travels in buttons: `service:work:startup-grants`. */
export type PlaceKey = string;

/** Services on one card: a longer one would be too heavy for Teams, which takes 28 KB. */
export const SERVICES_ON_A_CARD = 24;

export function keyOfPlace(place: Place): PlaceKey {
  if (!('area' in place)) return place.card;
  if (place.card === 'services') return `services:${place.area}:${place.part}`;
  return 'service' in place ? `${place.card}:${place.area}:${place.service}` : `${place.card}:${place.area}`;
}

/** The card behind a key, if this workbook has such a card with these answers. */
export function findPlace(workbook: Workbook, run: WorkbookRun, key: PlaceKey): Place | undefined {
  if (key === 'areas' || key === 'target') return { card: key };
  const [card, id, detail = ''] = key.split(':');
  const area = workbook.areas.find(one => one.id === id);
  if (!area) return undefined;
  if (card === 'own' || card === 'area') return { card, area: area.id };
  if (card === 'services') return servicePlaces(area, run).find(({ part }) => part === Number(detail));
  const known = servicesOf(area, run.answers[area.id]).some(service => service.id === detail);
  return known && (card === 'service' || card === 'benefit')
    ? { card, area: area.id, service: detail }
    : undefined;
}

/** Every card on the way, in order: areas, then in each area its services, the forms of those in use, its measures. */
export function placesOf(workbook: Workbook, run: WorkbookRun): Place[] {
  const chosen = workbook.areas.filter(({ id }) => run.areas.includes(id));
  return [{ card: 'areas' }, ...chosen.flatMap(area => placesInArea(area, run))];
}

function placesInArea(area: WorkbookArea, run: WorkbookRun): Place[] {
  const inUse = servicesOf(area, run.answers[area.id]).filter(({ answer }) => answer?.status === 'inuse');
  return [
    ...servicePlaces(area, run),
    ...inUse.map(({ id }): Place => ({ card: 'service', area: area.id, service: id })),
    { card: 'area', area: area.id },
  ];
}

function servicePlaces(area: WorkbookArea, run: WorkbookRun): (Place & { card: 'services' })[] {
  const count = servicesOf(area, run.answers[area.id]).length;
  return Array.from({ length: Math.ceil(count / SERVICES_ON_A_CARD) }, (_, index) => ({
    card: 'services',
    area: area.id,
    part: index + 1,
  }));
}

/** The services on one card of statuses. */
export function servicesOn(area: WorkbookArea, run: WorkbookRun, part: number) {
  const from = (part - 1) * SERVICES_ON_A_CARD;
  return servicesOf(area, run.answers[area.id]).slice(from, from + SERVICES_ON_A_CARD);
}

/** The card the person is at: one gone to, else the first not done. Undefined when all have been gone through. */
export function openPlace(workbook: Workbook, run: WorkbookRun): Place | undefined {
  const visited = run.visiting === undefined ? undefined : findPlace(workbook, run, run.visiting);
  return visited ?? placesOf(workbook, run).find(place => !isDone(workbook, run, place));
}

/** Whether a card needs no asking: sent in, skipped, or answered some other way. */
export function isDone(workbook: Workbook, run: WorkbookRun, place: Place): boolean {
  if (place.card === 'areas') return run.areas.length > 0;
  if (run.passed.includes(keyOfPlace(place))) return true;
  const area = 'area' in place && workbook.areas.find(({ id }) => id === place.area);
  if (!area) return false;
  if (place.card === 'services')
    return servicesOn(area, run, place.part).every(({ answer }) => answer !== undefined);
  if (place.card !== 'service') return false;
  const service = servicesOf(area, run.answers[area.id]).find(({ id }) => id === place.service);
  const { phases, usageRate } = service?.answer ?? {};
  return usageRate !== undefined && PHASES.every(phase => phases?.[phase] !== undefined);
}

/** Takes a card that was sent in: checks what it holds, writes it into the run, and goes on. */
import { benefitOf } from '../../assessment/workbook/benefit.ts';
import { parseWorkbookAnswers } from '../../assessment/workbook/parse-answers.ts';
import type { ServiceAnswer } from '../../assessment/workbook/workbook-answers.ts';
import { before, say, type Turn } from '../context.ts';
import { areaFigures, nameOf } from './figures-of.ts';
import { keyOfPlace, type Place, servicesOn } from './places.ts';
import {
  OPEN,
  readBenefitInputs,
  readServiceInputs,
  readStatus,
  type Sent,
  sentStatus,
} from './sent-inputs.ts';
import { repeatPlace, showNext } from './showing.ts';
import type { Taken } from './taken.ts';
import { takeOwn, takeTarget } from './taking-own.ts';
import type { FieldProblem, Noted } from './workbook-reply.ts';
import {
  areaOf,
  findService,
  refOf,
  type WorkbookScene,
  withAnswer,
  withWorkbook,
} from './workbook-scene.ts';

/** Takes the card of this place. What does not fit is refused as a whole, and the card stays open. */
export function takeCard(scene: WorkbookScene, place: Place, sent: Sent): Turn {
  switch (place.card) {
    case 'areas':
      return takeAreas(scene, (sent.areas ?? '').split(','));
    case 'services':
      return takeStatuses(scene, place, sent);
    case 'service':
      return takeService(scene, place, sent);
    case 'benefit':
      return takeBenefit(scene, place, sent);
    case 'own':
      return ended(scene, place, takeOwn(scene, place.area, sent));
    case 'target':
      return ended(scene, place, takeTarget(scene, sent));
    case 'area':
      return repeatPlace(scene);
  }
}

/** Ends a card: the line takes its place and the next one is shown, or what is wrong is told. */
export function ended(scene: WorkbookScene, place: Place, taken: Taken): Turn {
  if (taken.kind === 'refused') return refuse(scene, taken.problems);
  return before([closed(scene, taken.noted)], showNext(passing(taken.scene, place)));
}

export function refuse(scene: WorkbookScene, problems: readonly FieldProblem[]): Turn {
  return say(scene.session, [{ kind: 'workbook-refused', ...refOf(scene), problems }]);
}

/** Marks a card as gone through and leaves it; the ones beside the way are only left. */
export function passing(scene: WorkbookScene, place: Place): WorkbookScene {
  if (!ON_THE_WAY.includes(place.card)) return withWorkbook(scene, { visiting: undefined });
  const key = keyOfPlace(place);
  const passed = [...new Set([...scene.run.passed, key])];
  return withWorkbook(scene, { passed, visiting: undefined });
}

const ON_THE_WAY: readonly Place['card'][] = ['services', 'service', 'area'];

/** The line that takes the place of the open card. */
export function closed(scene: WorkbookScene, noted: Noted) {
  const { pending } = scene.session;
  const place = pending?.kind === 'workbook' ? { replaces: pending.nonce } : {};
  return { kind: 'workbook-noted', ...refOf(scene), ...place, noted } as const;
}

/** Takes the chosen areas; the answers of those left out stay. */
export function takeAreas(scene: WorkbookScene, ids: readonly string[]): Turn {
  const areas = scene.workbook.areas.map(({ id }) => id).filter(id => ids.includes(id));
  if (areas.length === 0) return refuse(scene, [{ field: 'areas', code: 'missing' }]);
  const chosen = withWorkbook(scene, { areas, visiting: undefined });
  return before([closed(scene, { what: 'areas', areas })], showNext(chosen));
}

/** Statuses of many services at once. One left open stays undecided; details given earlier are kept. */
function takeStatuses(scene: WorkbookScene, place: Place & { card: 'services' }, sent: Sent): Turn {
  const { area } = place;
  const services = servicesOn(areaOf(scene, area), scene.run, place.part);
  const decided = services.reduce((changed, { id, answer }) => {
    const status = sentStatus(sent, id, answer?.status);
    if (status === answer?.status) return changed;
    return withAnswer(changed, { area, service: id }, status && { ...answer, status });
  }, scene);
  const { counts } = areaFigures(decided, area);
  return ended(scene, place, { kind: 'taken', scene: decided, noted: { what: 'counts', area, counts } });
}

function takeService(scene: WorkbookScene, place: Place & { card: 'service' }, sent: Sent): Turn {
  const earlier = findService(scene, place)?.answer;
  if (sent.status === OPEN && isListed(scene, place)) return undecide(scene, place);
  const status = readStatus(sent.status) ?? earlier?.status;
  if (!status) return refuse(scene, [{ field: 'status', code: 'missing' }]);
  const read = readServiceInputs(scene, earlier, sent);
  const taken = takeAnswer(scene, place, { ...earlier, ...read.answer, status }, read.problems);
  if (taken.kind === 'refused' || sent.onward !== 'benefit') return ended(scene, place, taken);
  const benefit = keyOfPlace({ ...place, card: 'benefit' });
  const onward = withWorkbook(passing(taken.scene, place), { visiting: benefit });
  return before([closed(scene, taken.noted)], showNext(onward));
}

function isListed(scene: WorkbookScene, { area, service }: Place & { card: 'service' }): boolean {
  return areaOf(scene, area).services.some(({ id }) => id === service);
}

/** A status that was wrong is taken back, with all that was told of the service. */
function undecide(scene: WorkbookScene, place: Place & { card: 'service' }): Turn {
  const open = withAnswer(scene, place, undefined);
  const noted = { what: 'counts', area: place.area, counts: areaFigures(open, place.area).counts } as const;
  return ended(scene, place, { kind: 'taken', scene: open, noted });
}

function takeBenefit(scene: WorkbookScene, place: Place & { card: 'benefit' }, sent: Sent): Turn {
  const earlier = findService(scene, place)?.answer;
  const read = readBenefitInputs(scene, sent);
  const { cases, benefit } = read.answer;
  const answer = { ...earlier, cases, benefit, status: earlier?.status ?? ('inuse' as const) };
  const taken = takeAnswer(scene, place, answer, read.problems);
  return ended(
    scene,
    place,
    taken.kind === 'taken' ? { ...taken, noted: savingOf(taken.scene, place) } : taken,
  );
}

/** Null while inputs are missing. */
function savingOf(scene: WorkbookScene, place: Place & { card: 'benefit' }): Noted {
  const service = findService(scene, place);
  const benefit = benefitOf(service?.answer);
  const saving = benefit.kind === 'complete' ? benefit.saving : null;
  return { what: 'benefit', service: nameOf(service ?? { id: place.service }), saving };
}

/** Checks an answer by the model's own rules and writes it. `unread`: inputs that could not even be read. */
export function takeAnswer(
  scene: WorkbookScene,
  place: { area: string; service: string },
  answer: ServiceAnswer,
  unread: readonly FieldProblem[] = [],
): Taken {
  const checked = checkAnswer(scene, answer);
  const problems = [...unread, ...('problems' in checked ? checked.problems : [])];
  if (problems.length > 0 || 'problems' in checked) return { kind: 'refused', problems };
  const changed = withAnswer(scene, place, checked.answer);
  const service = nameOf(findService(changed, place) ?? { id: place.service });
  const { area, coverage, degree, usage } = areaFigures(changed, place.area);
  return {
    kind: 'taken',
    scene: changed,
    noted: {
      what: 'services',
      services: [{ ...service, answer: checked.answer }],
      growing: { area, coverage, degree, usage },
    },
  };
}

/** The answer in its canonical shape, or its problems by input. Checked as any listed service's: the rules are the same. */
export function checkAnswer(
  { workbook }: WorkbookScene,
  answer: ServiceAnswer,
): { answer: ServiceAnswer } | { problems: readonly FieldProblem[] } {
  const [area] = workbook.areas;
  const [service] = area?.services ?? [];
  if (!area || !service) return { problems: [] };
  const { status, phases, usageRate, cases, benefit } = answer;
  const alone = { services: { [service.id]: { status, phases, usageRate, cases, benefit } } };
  const parsed = parseWorkbookAnswers(workbook, { dialog: 'workbook', areas: { [area.id]: alone } });
  if (parsed.kind === 'rejected') {
    return { problems: parsed.problems.map(({ path, ...rest }) => ({ ...rest, field: fieldOf(path) })) };
  }
  const checked = parsed.answers.areas[area.id]?.services?.[service.id];
  return checked ? { answer: checked } : { problems: [] };
}

function fieldOf(path: readonly (string | number)[]): string {
  return path.includes('minutesSaved') ? 'minutesSaved' : String(path.at(-1) ?? '');
}

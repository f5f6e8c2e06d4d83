import type { AreaService, ServiceAnswer } from '../../assessment/workbook/workbook-answers.ts';
import { servicesOf } from '../../assessment/workbook/workbook-answers.ts';
import type { Workbook, WorkbookArea } from '../../assessment/workbook/workbook-definition.ts';
import type { Scene } from '../context.ts';
import type { WorkbookReply } from './workbook-reply.ts';
import type { WorkbookRun } from './workbook-run.ts';

/** A turn in the workbook being worked out. */
export interface WorkbookScene extends Scene {
  readonly run: WorkbookRun;
  readonly workbook: Workbook;
}

/** The scene of the session's workbook, if one has been begun. */
export function workbookScene(scene: Scene): WorkbookScene | undefined {
  const run = scene.session.workbook;
  return run && { ...scene, run, workbook: scene.context.workbook.definition };
}

/** The same scene after the run has changed. */
export function withWorkbook(scene: WorkbookScene, change: Partial<WorkbookRun>): WorkbookScene {
  const run = { ...scene.run, ...change };
  return { ...scene, run, session: { ...scene.session, workbook: run } };
}

/** What ties a reply to the workbook's version. */
export function refOf({ run }: WorkbookScene): Pick<WorkbookReply, 'dialog' | 'version'> {
  return { dialog: 'workbook', version: run.version };
}

/** An area by its id. Throws when the definition has none such. */
export function areaOf({ workbook }: WorkbookScene, id: string): WorkbookArea {
  const area = workbook.areas.find(one => one.id === id);
  if (!area) throw new Error(`the workbook has no area ${id}`);
  return area;
}

/** A service of an area, own ones included, with its answer. */
export function findService(
  scene: WorkbookScene,
  { area, service }: { area: string; service: string },
): AreaService | undefined {
  const services = servicesOf(areaOf(scene, area), scene.run.answers[area]);
  return services.find(({ id }) => id === service);
}

/** Writes one service's answer; `undefined` leaves it undecided. */
export function withAnswer(
  scene: WorkbookScene,
  { area, service }: { area: string; service: string },
  answer: ServiceAnswer | undefined,
): WorkbookScene {
  const { services = {}, own = [] } = scene.run.answers[area] ?? {};
  const listed = areaOf(scene, area).services.some(({ id }) => id === service);
  const changed = listed
    ? { services: without(services, service, answer) }
    : {
        own: own.flatMap(one => {
          if (one.id !== service) return [one];
          return answer ? [{ ...answer, id: one.id, name: one.name }] : [];
        }),
      };
  const answers = { ...scene.run.answers, [area]: { services, own, ...changed } };
  return withWorkbook(scene, { answers: compact(answers) });
}

function without(
  services: Readonly<Record<string, ServiceAnswer | undefined>>,
  id: string,
  answer: ServiceAnswer | undefined,
) {
  const { [id]: _, ...others } = services;
  return answer ? { ...others, [id]: answer } : others;
}

/** Empty groups are not kept. */
function compact(answers: WorkbookRun['answers']): WorkbookRun['answers'] {
  const areas = Object.entries(answers).map(([area, answer]) => {
    const { services = {}, own = [] } = answer ?? {};
    const kept = {
      ...(Object.keys(services).length > 0 && { services }),
      ...(own.length > 0 && { own }),
    };
    return [area, kept] as const;
  });
  return Object.fromEntries(areas.filter(([, kept]) => Object.keys(kept).length > 0));
}

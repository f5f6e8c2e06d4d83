/** What a municipality adds of its own: services, and targets for the whole. */
import { parseWorkbookAnswers } from '../../assessment/workbook/parse-answers.ts';
import type { OwnService } from '../../assessment/workbook/workbook-answers.ts';
import type { Status } from '../../assessment/workbook/workbook-definition.ts';
import { areaFigures } from './figures-of.ts';
import { readAmount, readStatus, type Sent } from './sent-inputs.ts';
import type { Taken } from './taken.ts';
import type { FieldProblem } from './workbook-reply.ts';
import { type WorkbookScene, withWorkbook } from './workbook-scene.ts';

/** A service of one's own, from its card. */
export function takeOwn(scene: WorkbookScene, area: string, sent: Sent): Taken {
  const status = readStatus(sent.status);
  if (!status) return { kind: 'refused', problems: [{ field: 'status', code: 'missing' }] };
  return addOwn(scene, { area, name: sent.name ?? '', status });
}

/** Adds a service under an id that is free in its area. */
export function addOwn(
  scene: WorkbookScene,
  { area, name, status }: { area: string; name: string; status: Status },
): Taken {
  const earlier = scene.run.answers[area] ?? {};
  const added: OwnService = { id: freeId(earlier.own ?? []), name, status };
  const own = [...(earlier.own ?? []), added];
  const parsed = parseWorkbookAnswers(scene.workbook, { dialog: 'workbook', areas: { [area]: { own } } });
  if (parsed.kind === 'rejected') return { kind: 'refused', problems: parsed.problems.map(problemOf) };
  const kept = parsed.answers.areas[area]?.own?.at(-1) ?? added;
  const changed = withWorkbook(scene, {
    answers: {
      ...scene.run.answers,
      [area]: { ...earlier, own: [...(earlier.own ?? []), { ...added, name: kept.name }] },
    },
  });
  const { coverage, degree, usage } = areaFigures(changed, area);
  return {
    kind: 'taken',
    scene: changed,
    noted: {
      what: 'services',
      services: [{ id: added.id, name: kept.name, answer: { status } }],
      growing: { area, coverage, degree, usage },
    },
  };
}

/** The municipality's own targets; one left empty is none. */
export function takeTarget(scene: WorkbookScene, sent: Sent): Taken {
  const services = readAmount(scene, 'services', sent.services);
  const savings = readAmount(scene, 'savings', sent.savings);
  const target = { services: services.value, savings: savings.value };
  const parsed = parseWorkbookAnswers(scene.workbook, { dialog: 'workbook', target, areas: {} });
  const problems = [
    ...services.problems,
    ...savings.problems,
    ...(parsed.kind === 'rejected' ? parsed.problems.map(problemOf) : []),
  ];
  if (problems.length > 0 || parsed.kind === 'rejected') return { kind: 'refused', problems };
  return {
    kind: 'taken',
    scene: withWorkbook(scene, { target: parsed.answers.target }),
    noted: { what: 'target' },
  };
}

function problemOf({ path, ...rest }: { path: readonly (string | number)[]; code: string }): FieldProblem {
  return { ...rest, field: String(path.at(-1) ?? '') };
}

function freeId(own: readonly { id: string }[]): string {
  const taken = new Set(own.map(({ id }) => id));
  for (let number = 1; ; number++) if (!taken.has(`own-${number}`)) return `own-${number}`;
}

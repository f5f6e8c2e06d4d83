/** The measures as they are told: without the services' own figures, but with the names of what is left out. */
import { assess } from '../../assessment/assess.ts';
import {
  type AreaResult,
  assessArea,
  assessWorkbook,
  type WorkbookResult,
} from '../../assessment/workbook/assess-workbook.ts';
import { differences, evidenceAnswers } from '../../assessment/workbook/quick-check-evidence.ts';
import type { AreaFigures, Figures, QuickCheckBeside, ServiceName } from './workbook-reply.ts';
import { answersOf } from './workbook-run.ts';
import { areaOf, type WorkbookScene } from './workbook-scene.ts';

/** The measures of one area. */
export function areaFigures(scene: WorkbookScene, id: string): AreaFigures {
  const { result } = assessArea(scene.workbook, areaOf(scene, id), scene.run.answers[id]);
  return figuresOfArea(result);
}

/** The measures of the whole, of each area that has answers, and the quick check beside them. */
export function wholeFigures(scene: WorkbookScene) {
  const result = assessWorkbook(scene.workbook, answersOf(scene.run));
  const areas = result.areas.filter(({ counts }) => counts.answered > 0).map(figuresOfArea);
  const quickCheck = quickCheckBeside(scene, result);
  const leftOut = {
    degree: areas.flatMap(area => area.leftOut.degree),
    usage: areas.flatMap(area => area.leftOut.usage),
    cases: areas.flatMap(area => area.leftOut.cases),
    benefit: areas.flatMap(area => area.leftOut.benefit),
  };
  const figures: Figures = { ...told(result), stair: result.stair, leftOut };
  return { figures, areas, target: result.target, ...(quickCheck && { quickCheck }) };
}

function figuresOfArea(result: AreaResult): AreaFigures {
  const { leftOut, services, evidence } = result;
  const names = new Map(services.map(({ id, name }) => [id, nameOf({ id, name })]));
  const named = (ids: readonly string[]) => ids.map(id => names.get(id) ?? { id });
  return {
    area: result.id,
    ...told(result),
    stair: evidence.stair,
    leftOut: {
      degree: named(leftOut.degree),
      usage: named(leftOut.usage),
      cases: named(leftOut.cases),
      benefit: leftOut.benefit.map(({ service, missing }) => ({
        ...(names.get(service) ?? { id: service }),
        missing,
      })),
    },
  };
}

function told(result: AreaResult | WorkbookResult) {
  const { counts, coverage, planned, degree, usage, developFirst, benefit } = result;
  return { counts, coverage, planned, degree, usage, developFirst, benefit };
}

/** A service as replies name it. */
export function nameOf({ id, name }: { id: string; name?: string | undefined }): ServiceName {
  return name === undefined ? { id } : { id, name };
}

/** Where the quick check's own estimates and the evidence part ways. Nothing when no quick check was answered. */
function quickCheckBeside(scene: WorkbookScene, result: WorkbookResult): QuickCheckBeside | undefined {
  const own = scene.session.run;
  const definition = own && scene.context.definition(own.dialog, own.version);
  if (!own || definition?.speaker !== 'official' || Object.keys(own.answers).length === 0) return undefined;
  const { actions } = scene.context;
  const evidence = evidenceAnswers(scene.workbook, result);
  return {
    dialog: own.dialog,
    version: own.version,
    own: assess(definition, actions, own.answers).stair,
    withEvidence: assess(definition, actions, { ...own.answers, ...evidence }).stair,
    differences: differences(own.answers, evidence),
  };
}

/** Carries a workbook over to the version in force: answers to services that are still listed are kept. */
import { parseWorkbookAnswers } from '../../assessment/workbook/parse-answers.ts';
import { answersOf, type WorkbookRun } from './workbook-run.ts';
import { type WorkbookScene, withWorkbook } from './workbook-scene.ts';

export function moveWorkbook(scene: WorkbookScene): { scene: WorkbookScene; moved: boolean } {
  const { run, workbook } = scene;
  if (run.version === workbook.version) return { scene, moved: false };
  const areas = workbook.areas.map(({ id }) => id).filter(id => run.areas.includes(id));
  const answers = withoutUnknown(scene);
  const moved = withWorkbook(scene, { version: workbook.version, areas, answers, visiting: undefined });
  const fits = parseWorkbookAnswers(workbook, answersOf(moved.run)).kind === 'parsed';
  return { scene: fits ? moved : withWorkbook(moved, { answers: {}, passed: [] }), moved: true };
}

function withoutUnknown({ run, workbook }: WorkbookScene): WorkbookRun['answers'] {
  const areas = workbook.areas.flatMap(area => {
    const answer = run.answers[area.id];
    if (!answer) return [];
    const listed = new Set(area.services.map(({ id }) => id));
    const services = Object.fromEntries(
      Object.entries(answer.services ?? {}).filter(([id]) => listed.has(id)),
    );
    return [[area.id, { ...answer, services }] as const];
  });
  return Object.fromEntries(areas);
}

/** A workbook with all told of every service, and the link to its spreadsheet. */
import type { Answers } from '../../src/assessment/answers.ts';
import {
  PHASES,
  type Workbook,
  workbookOf,
} from '../../src/assessment/scoring/workbook/workbook-instrument.ts';
import { loadContent } from '../../src/content/load-content.ts';
import { XLSX } from '../../src/http/xlsx-type.ts';
import { exportWorkbook } from '../../src/reports/workbook/export-workbook.ts';
import { answersInFile } from '../../tests/assessment/scoring/workbook/workbook-answers.ts';
import { openChat } from '../../tests/support/robot.ts';
import { linkIn } from './link-in.ts';

/** Takes a finished workbook into a conversation, and asks there for the link to its spreadsheet. */
export async function linkToFilledWorkbook(address: string, root: string): Promise<string> {
  const robot = await openChat(address);
  const content = loadContent({ root });
  const instrument = content.current('workbook');
  if (!instrument) throw new Error('no workbook is shipped');
  const workbook = workbookOf(instrument);
  const t = content.translate('fi');
  const file = exportWorkbook({ workbook, answers: filled(workbook), locale: 'fi', t });
  const response = await fetch(`${address}/api/workbook`, {
    method: 'POST',
    headers: { authorization: `Bearer ${robot.token}`, 'content-type': XLSX },
    body: new Uint8Array(file),
  });
  if (!response.ok) throw new Error(`the workbook was refused: ${await response.text()}`);
  return linkIn(robot, address, 'workbook.xlsx');
}

/** Every service in use, with all that can be said of it. */
function filled({ areas }: Workbook): Answers {
  const answer = {
    status: 'inuse',
    phases: Object.fromEntries(PHASES.map(phase => [phase, 'full'])),
    usageRate: 85,
    cases: 900,
    benefit: { hourlyPrice: 42.5, yearlyCost: 18_000, minutesSaved: 75, oneOffCost: 25_000 },
  } as const;
  return answersInFile({
    target: { services: 80, savings: 100_000 },
    areas: Object.fromEntries(
      areas.map(({ id, services }) => [
        id,
        { services: Object.fromEntries(services.map(service => [service.id, answer])) },
      ]),
    ),
  });
}

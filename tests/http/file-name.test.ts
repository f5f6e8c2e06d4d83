/** Under which name a file is saved: several of one folder are told apart by it. */
import { expect, it } from 'vitest';
import { savedAs } from '../../src/http/file-name.ts';

/** Half past midnight in Finland, on the day before by the clock of UTC. */
const AT = Date.UTC(2026, 10, 27, 22, 30);

it.each([
  ['result.pdf', 'quick-check', 'porrasbotti-quick-check-2026-11-28.pdf'],
  ['report.pdf', 'quick-check', 'porrasbotti-quick-check-report-2026-11-28.pdf'],
  ['conversation.txt', 'profile', 'porrasbotti-profile-conversation-2026-11-28.txt'],
  ['conversation.txt', undefined, 'porrasbotti-conversation-2026-11-28.txt'],
  ['roadmap.xlsx', 'targets', 'porrasbotti-targets-roadmap-2026-11-28.xlsx'],
  ['workbook.xlsx', 'workbook', 'porrasbotti-workbook-2026-11-28.xlsx'],
  ['workbook.json', 'workbook', 'porrasbotti-workbook-answers-2026-11-28.json'],
  ['kept.json', undefined, 'porrasbotti-kept-2026-11-28.json'],
])('%s of %s is saved as %s', (path, dialog, name) => {
  expect(savedAs(path, { dialog, at: AT })).toBe(`attachment; filename="${name}"`);
});

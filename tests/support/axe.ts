import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What axe finds on the page against WCAG 2.2 A and AA, a line for each rule and element; also what it cannot decide,
 * since that is where names and errors that lead nowhere end up. Run by the browser's
 * debugger, so that the page's own content policy stays as it is.
 */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  await page.evaluate(SOURCE);
  const result: unknown = await page.evaluate(`axe.run(document, {
    runOnly: ${JSON.stringify(TAGS)},
    rules: { 'target-size': { enabled: true } },
    resultTypes: ['violations', 'incomplete'],
  }).then(({ violations, incomplete }) => [...violations, ...incomplete].flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary, any }) =>
      id + ' ' + target.join(' ') + ' ' + (failureSummary ?? any.map(({ message }) => message).join(' ')))))`);
  return Array.isArray(result) ? result.map(String) : ['axe gave no result'];
}

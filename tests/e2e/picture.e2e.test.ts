/** Pictures and saved reports in a real browser. */
import { spawnSync } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { requireTools } from '../../scripts/tools.ts';
import { LOCALES } from '../../src/conversation/locale.ts';
import { reportHtml } from '../../src/reports/result/report-html.ts';
import { type Given, reportOf } from '../reports/result/made-reports.ts';
import { accessibilityProblems } from '../support/axe.ts';
import { type BuiltServer, builtServer } from '../support/built-server.ts';
import { launchChromium } from '../support/chromium.ts';

let server: BuiltServer;
let browser: Browser;

beforeAll(async () => {
  requireTools(['pdfinfo']);
  [server, browser] = await Promise.all([builtServer(), launchChromium()]);
});

afterAll(async () => {
  await browser?.close();
  await server?.remove();
});

/** Cards name pictures by the server's own address, whatever address the page was opened at. */
test.each(['localhost', '127.0.0.1'])('a page opened at %s shows the stair', async name => {
  const page = await browser.newPage();
  await page.goto(server.address.replace('localhost', name));
  const wide = await page.evaluate(
    `new Promise(resolve => {
      const picture = new Image();
      picture.onload = () => resolve(picture.naturalWidth);
      picture.onerror = () => resolve('blocked');
      picture.src = '${server.address}/pictures/stair/1-3.fi.png';
    })`,
  );
  expect(wide).toBe(960);
  await page.close();
});

/** What was told of areas before the one in hand. */
const FIVE_AREAS = ['environment', 'education', 'culture', 'wellbeing', 'participation'].map(judged => ({
  answers: { judged, need: 'yes' },
  passed: [],
  reasons: {},
  notes: { need: 'sivu 4' },
  colleague: [],
}));

describe('a saved report', () => {
  const SCREENS = [
    { width: 360, height: 740, colorScheme: 'light' },
    { width: 1280, height: 900, colorScheme: 'dark' },
  ] as const;

  test.each(SCREENS)(
    'is accessible and fits a screen of $width, $colorScheme',
    async ({ colorScheme, ...viewport }) => {
      const page = await browser.newPage({ viewport, colorScheme });
      for (const name of ['some of everything', 'a plan', 'a workbook'] as const) {
        await page.setContent(reportHtml(reportOf(name, 'fi')));
        await page.evaluate('document.querySelectorAll("details").forEach(one => { one.open = true; })');
        const problems = await accessibilityProblems(page);
        // What a narrow table is scrolled past is judged on the wide screen.
        expect(problems.filter(problem => !problem.includes('partially obscured'))).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(
          0,
        );
      }
      await page.close();
    },
  );

  const PAGES: readonly [name: Given, most: number][] = [
    ['some of everything', 1],
    ['no to all', 1],
    ['everything', 1],
    ['nothing', 1],
    ['a plan', 2],
    // With the heat map of areas by phases and its table.
    ['a workbook', 2],
  ];
  test.each(PAGES)('of %s takes at most %i printed page(s) of A4, in every language', async (name, most) => {
    const page = await browser.newPage();
    const folder = await mkdtemp(join(tmpdir(), 'porrasbotti-printed-'));
    for (const locale of LOCALES) {
      await page.setContent(
        reportHtml(reportOf(name, locale, { others: name === 'some of everything' ? FIVE_AREAS : [] })),
      );
      const file = join(folder, `${locale}.pdf`);
      await writeFile(file, await page.pdf({ preferCSSPageSize: true }));
      const told = spawnSync('pdfinfo', [file], { encoding: 'utf8' }).stdout;
      expect(told).toContain('(A4)');
      expect(Number(/Pages: +(\d+)/.exec(told)?.[1])).toBeLessThanOrEqual(most);
    }
    await page.close();
  });
});

/** The workbook on the page: a card filled in, an area as a grid, the spreadsheet saved, and brought back. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readTable } from '../catalogue/table.ts';
import { imported } from '../reports/workbook/shipped.ts';
import { accessibilityProblems } from '../support/axe.ts';
import { type BuiltServer, builtServer } from '../support/built-server.ts';
import { launchChromium } from '../support/chromium.ts';
import { makeMunicipality } from '../support/register-data.ts';
import { type RegisterServer, startRegisterServer } from '../support/register-server.ts';
import { openChat, text, WORDS } from './chat-page.ts';

let server: BuiltServer;
let register: RegisterServer;
let browser: Browser;

beforeAll(async () => {
  register = await startRegisterServer({ pageSize: 120 });
  register.set('091', makeMunicipality({ code: '091', name: 'Helsinki', table: readTable('labelled') }));
  [server, browser] = await Promise.all([builtServer({ PTV_URL: register.url }), launchChromium()]);
}, 60_000);

afterAll(async () => {
  await browser.close();
  await server.remove();
  await register.close();
});

it('is filled in by card, saved as a spreadsheet, refused when wrong and brought back', async () => {
  const { page, card, press } = await openChat(await browser.newContext(), server.address);
  const upload = page.locator('#upload');
  expect(await upload.isVisible()).toBe(false);
  const say = async (words: string) => {
    await page.locator(WORDS).fill(words);
    await page.keyboard.press('Enter');
  };
  const shown = (key: string, params = {}) =>
    card()
      .filter({ hasText: text(key, 'fi', params) })
      .waitFor();

  await say('työkirja');
  await shown('workbook:steps.areas.question');
  await card().getByLabel(text('workbook:areas.participation.name')).check();
  await press(text('workbook:steps.areas.submit'));
  await shown('workbook:steps.groundwork.about');
  await press(text('workbook:steps.groundwork.fills.all-in-place'));
  await shown('workbook:steps.statuses.about');
  const row = (service: string) => {
    const name = text(`workbook:services.${service}.name`);
    const about = text(`workbook:services.${service}.about`);
    return text('bot:question.row', 'fi', { name, about });
  };
  await card().getByLabel(row('feedback'), { exact: true }).selectOption('inuse');
  // A nationwide solution is proposed to be in use.
  const initiatives = card()
    .locator('select')
    .filter({ has: page.locator('option[value="open"]') });
  expect(await initiatives.inputValue()).toBe('inuse');
  await initiatives.selectOption('open');
  await press(text('workbook:steps.statuses.submit'));
  await card().getByLabel(text('workbook:inputs.usage-rate.short')).fill('85');
  await press(text('workbook:steps.details.submit'));
  await shown('workbook:steps.figures.all-done');

  await upload.locator('summary').click();
  expect(await accessibilityProblems(page)).toEqual([]);
  const file = page.locator('#upload-file');
  const said = page.locator('#upload-said');
  await file.setInputFiles({ name: 'broken.xlsx', mimeType: 'text/plain', buffer: Buffer.from('no') });
  await page.locator('#upload-send').click();
  await said.filter({ hasText: text('workbook-sheet:upload.problems') }).waitFor();

  const large = { name: 'large.xlsx', mimeType: 'text/plain', buffer: Buffer.alloc(5_000_001) };
  await file.setInputFiles(large);
  await page.locator('#upload-send').click();
  await said
    .filter({ hasText: text('workbook-sheet:problems.file-too-large', 'fi', { limit: 5 }) })
    .waitFor();

  await say('tallenna tulos');
  const link = page.locator('a[href*="workbook.xlsx"]').last();
  await link.waitFor();
  const saved = await fetch((await link.getAttribute('href')) ?? '');
  const buffer = Buffer.from(await saved.arrayBuffer());
  await file.setInputFiles({ name: 'workbook.xlsx', mimeType: 'application/octet-stream', buffer });
  await page.locator('#upload-send').click();
  await said.filter({ hasText: text('workbook-sheet:upload.done') }).waitFor();
  await press(text('bot:file-asked.yes'));
  await page
    .getByText(text('bot:imported.text', 'fi', { count: 1 }))
    .first()
    .waitFor();
}, 60_000);

/** How a clerk uses the keyboard: counts what is pressed. */
function typist({ keyboard }: Page) {
  let presses = 0;
  return {
    count: () => presses,
    press: async (...keys: readonly string[]) => {
      for (const key of keys) {
        presses += 1;
        await keyboard.press(key);
      }
    },
  };
}

/** A person's pace: a key, and the time to read a service and to look where its figures are written. */
const KEY_SECONDS = 0.4;
const READING_SECONDS = 3;
const MOST_MINUTES = 10;

/** A4 on its side without its margins of 10 mm, in CSS pixels. */
const PAPER = { width: 1047, height: 718 };

/** What of the table is not to be read on paper: beyond its edge, under what stands beside it, or cut within its field. */
async function lostOnPaper(page: Page): Promise<unknown> {
  const screen = page.viewportSize() ?? PAPER;
  await page.setViewportSize(PAPER);
  await page.emulateMedia({ media: 'print' });
  // As it was scrolled on the screen, so it is printed.
  const lost: unknown = await page.evaluate(`(() => {
    const box = document.querySelector('.grid-box');
    box.scrollLeft = 300;
    scrollTo(300, 0);
    const shown = [...document.querySelectorAll('thead th')].map(cell => cell.getBoundingClientRect());
    const columns = shown.flatMap((one, at) =>
      one.left < 0 || one.right > innerWidth + 1 || one.left + 1 < (shown[at - 1]?.right ?? 0) ? ['column ' + at] : []);
    const cut = [...box.querySelectorAll('select, input')].filter(one => one.scrollWidth > one.clientWidth + 1);
    const buttons = [...document.querySelectorAll('main button')].filter(one => one.checkVisibility());
    return [...columns, ...cut.map(one => one.id), ...buttons.map(one => one.textContent)];
  })()`);
  await page.emulateMedia({ media: 'screen' });
  await page.setViewportSize(screen);
  return lost;
}

it('fills an area on the page of many fields by keyboard alone, goes on in the chat and is exported', async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const { page, card, press, troubles } = await openChat(context, server.address);
  await page.locator(WORDS).fill('työkirja');
  await page.keyboard.press('Enter');
  await card()
    .filter({ hasText: text('workbook:steps.areas.question') })
    .waitFor();
  await card().getByLabel(text('workbook:areas.education.name')).check();
  await press(text('workbook:steps.areas.submit'));
  const name = text('workbook:areas.education.name');
  await page
    .getByRole('link', { name: text('page:grid.open', 'fi', { name }) })
    .first()
    .click();
  await page.locator('table[role=grid]').waitFor();
  expect(new URL(page.url()).search).toBe('?lang=fi');
  const state = page.locator('.grid-state');
  const saved = () => state.filter({ hasText: text('page:grid.all-saved') }).waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);

  const { press: type, count } = typist(page);
  const named = (label: string) => page.getByRole('button', { name: label, exact: true });
  await page.locator('.grid-above button').first().focus();
  await type('Tab', 'Enter');
  await saved();
  await type('Tab', 'Enter');
  await saved();
  const rows = await page.locator('tbody tr').count();
  expect(rows).toBeGreaterThanOrEqual(14);
  const column = async (label: string, first: readonly string[], others: readonly string[]) => {
    await page.getByRole('gridcell').getByLabel(label).first().focus();
    await type(...first, 'Enter');
    for (let row = 1; row < rows; row += 1) await type(...others, 'Enter');
    await saved();
  };
  await column(text('workbook:inputs.usage-rate.short'), ['8', '5'], ['8', '5']);
  await column(text('workbook:inputs.cases.short'), ['1', '2', '0', '0'], ['Control+d']);
  expect(count()).toBeLessThanOrEqual(120);
  // Were every number of cases its own, four figures would be typed where one key copies.
  const keys = count() + rows * 4;
  expect((keys * KEY_SECONDS + rows * READING_SECONDS) / 60).toBeLessThanOrEqual(MOST_MINUTES);

  expect(await lostOnPaper(page)).toEqual([]);

  const first = page.getByRole('gridcell').getByLabel(text('workbook:inputs.handling.short')).first();
  await first.focus();
  await type('o', 'Enter');
  await saved();
  await page.reload();
  expect(await first.inputValue()).toBe('partial');
  const rate = page.getByRole('gridcell').getByLabel(text('workbook:inputs.usage-rate.short')).first();
  await rate.focus();
  await type('9', '9', '9', 'Enter');
  await page.getByText(text('bot:rejected.out-of-range', 'fi', { min: '0', max: '100' })).waitFor();

  await page.setViewportSize({ width: 320, height: 640 });
  expect(await accessibilityProblems(page)).toEqual([]);
  const wide = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
  expect(wide).toBeLessThanOrEqual(0);
  await rate.focus();
  await type('8', '5', 'Enter');
  await saved();
  const own = page.getByLabel(text('workbook:steps.statuses.own.name'));
  await own.fill('Naapuriapu');
  await own.press('Enter');
  await page.locator('tbody th').filter({ hasText: 'Naapuriapu' }).waitFor();
  await page.setViewportSize({ width: 1280, height: 900 });
  const choicesOf = async (row: number) => {
    const choices = await page.locator('tbody tr').nth(row).locator('select').all();
    return Promise.all(choices.map(one => one.inputValue()));
  };
  expect((await choicesOf(rows)).join('')).toBe('');
  await page.locator('tbody tr').nth(rows).locator('select').first().focus();
  await type('Control+Shift+D');
  await expect.poll(() => choicesOf(rows)).toEqual(await choicesOf(rows - 1));
  expect((await choicesOf(rows))[0]).toBe('inuse');
  await saved();

  // The same area in another tab: what comes later from a page that has not seen it is told, and nothing is lost.
  const other = await context.newPage();
  await other.goto(page.url());
  const theirs = other.getByRole('gridcell').getByLabel(text('workbook:inputs.usage-rate.short')).first();
  await theirs.fill('70');
  await theirs.press('Enter');
  await other
    .locator('.grid-state')
    .filter({ hasText: text('page:grid.all-saved') })
    .waitFor();
  await rate.fill('60');
  await rate.press('Enter');
  await page.getByText(text('bot:rejected.changed-since')).waitFor();
  expect(await rate.inputValue()).toBe('70');
  await rate.fill('85');
  await rate.press('Enter');
  await saved();
  await other.close();

  await named(text('page:grid.onward')).press('Enter');
  await card()
    .filter({ hasText: text('workbook:steps.figures.question', 'fi', { areas: name }) })
    .waitFor();
  await page.locator(WORDS).fill('tallenna tulos');
  await page.keyboard.press('Enter');
  const link = page.locator('a[href*="workbook.xlsx"]').last();
  await link.waitFor();
  const sheet = await fetch((await link.getAttribute('href')) ?? '');
  const answers = imported(new Uint8Array(await sheet.arrayBuffer()));
  const phases = { handling: 'full', application: 'full' };
  const filled = { status: 'inuse', usageRate: 85, cases: 1200 };
  expect(answers).toMatchObject({
    areas: {
      education: {
        services: {
          'early-education-places': { ...filled, phases: { ...phases, handling: 'partial' } },
          'school-meals': { ...filled, phases },
          hobbies: { ...filled, phases },
        },
        own: [{ name: 'Naapuriapu' }],
      },
    },
  });
  expect(troubles).toEqual([]);
}, 120_000);

it('begins filled: the municipality is written, the card accepted, and the page has its answers with their source', async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const { page, card, press, troubles } = await openChat(context, server.address);
  const say = async (words: string) => {
    await page.locator(WORDS).fill(words);
    await page.keyboard.press('Enter');
  };
  const municipality = 'Helsinki';
  await say('täytä pohja palvelutietovarannosta');
  await card()
    .filter({ hasText: text('prefill:where.question') })
    .waitFor();
  await say(municipality);
  await card()
    .filter({ hasText: text('prefill:card.sure.question', 'fi', { municipality }) })
    .waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  await press(text('prefill:card.sure.all'));
  await card()
    .filter({ hasText: text('prefill:card.unsure.question', 'fi', { municipality }) })
    .waitFor();

  const environment = `${server.address}/grid/workbook/environment.statuses?lang=fi`;
  await page.goto(environment);
  const source = page.getByText(/^Palvelutietovaranto, [\d.]+$/);
  await source.first().waitFor();
  const answered = await source.count();
  expect(answered).toBeGreaterThanOrEqual(20);
  const parking = page.getByLabel(
    new RegExp(`^${text('workbook:services.parking.name')}: ${text('workbook:inputs.status.short')}$`),
  );
  const said = page.locator('#c-environment\\.parking\\.status-said');
  await said.filter({ hasText: 'Palvelutietovaranto' }).waitFor();
  await parking.selectOption('planned');
  await parking.press('Enter');
  await said.filter({ hasText: text('page:grid.saved') }).waitFor();
  expect(await source.count()).toBeLessThan(answered);

  // What was not accepted in the chat is laid over the fields, and accepted here.
  await page.getByRole('button', { name: text('prefill:grid.fill', 'fi', { municipality }) }).click();
  const accept = page.getByRole('button', { name: /^Hyväksy ehdotus: / });
  await accept.first().waitFor();
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
  const offered = await accept.count();
  const before = await source.count();
  await accept.first().click();
  await page
    .locator('.grid-state')
    .filter({ hasText: text('page:grid.all-saved') })
    .waitFor();
  expect(await accept.count()).toBe(offered - 1);
  expect(await source.count()).toBeGreaterThan(before);
  expect(troubles).toEqual([]);
}, 90_000);

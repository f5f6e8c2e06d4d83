/** The workbook on the page: a card filled in, the spreadsheet saved, and brought back. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { accessibilityProblems } from '../support/axe.ts';
import { type BuiltServer, builtServer } from '../support/built-server.ts';
import { launchChromium } from '../support/chromium.ts';
import { openChat, text, WORDS } from './chat-page.ts';

let server: BuiltServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([builtServer(), launchChromium()]);
}, 60_000);

afterAll(async () => {
  await browser.close();
  await server.remove();
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
  await page
    .getByText(text('bot:imported.text', 'fi', { count: 1 }))
    .first()
    .waitFor();
}, 60_000);

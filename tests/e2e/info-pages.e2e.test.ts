/** The pages about the service in a real browser: readable by everybody, on every screen, without a script. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AUTHORITY } from '../support/app-in-process.ts';
import { accessibilityProblems } from '../support/axe.ts';
import { type BuiltServer, builtServer } from '../support/built-server.ts';
import { launchChromium } from '../support/chromium.ts';
import { text, visitor } from './chat-page.ts';

/** A folder for a picture of every page, for who wants to see them: nothing is compared with them. */
const { SCREENSHOTS } = process.env;
if (SCREENSHOTS) mkdirSync(SCREENSHOTS, { recursive: true });

let server: BuiltServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([
    builtServer({
      ...AUTHORITY,
      DATA_PROTECTION_EMAIL: 'tietosuoja@koekunta.example',
      TEAMS_APP_ID: '00000000-0000-4000-8000-00000000ca7a',
    }),
    launchChromium(),
  ]);
});

afterAll(async () => {
  await browser?.close();
  await server?.remove();
});

const PAGES = ['info', 'privacy', 'accessibility', 'terms', 'kept', 'tab'] as const;
/** What fits depends on the size alone, and what can be read on the colours. */
const SCREENS = [
  { name: 'phone-light', width: 360, height: 740, colorScheme: 'light' },
  { name: 'desktop-dark', width: 1280, height: 900, colorScheme: 'dark' },
] as const;

/** What went wrong unseen: errors in the console, what the policy blocked, what was not found. */
function watch(page: Page): string[] {
  const troubles: string[] = [];
  page.on('pageerror', error => troubles.push(error.message));
  page.on('console', message => {
    if (message.type() === 'error') troubles.push(message.text());
  });
  page.on('response', response => {
    if (response.status() >= 400) troubles.push(`${response.status()} ${response.url()}`);
  });
  return troubles;
}

describe('on every screen', () => {
  test.each(PAGES)('/%s is accessible and fits, in every language', async name => {
    const context = await visitor(browser);
    const page = await context.newPage();
    const troubles = watch(page);
    // The script of the tab asks Microsoft which addresses are Teams'.
    await context.route('https://res.cdn.office.net/**', route =>
      route.fulfill({ json: { validOrigins: [] }, headers: { 'access-control-allow-origin': '*' } }),
    );
    for (const locale of ['fi', 'sv', 'en']) {
      await page.goto(`${server.address}/${name}?lang=${locale}`);
      for (const { name: screen, colorScheme, ...size } of SCREENS) {
        await page.setViewportSize(size);
        await page.emulateMedia({ colorScheme });
        const picture = `${name}-${locale}-${screen}.png`;
        if (SCREENSHOTS) await page.screenshot({ path: join(SCREENSHOTS, picture), fullPage: true });
        expect([screen, locale, ...(await accessibilityProblems(page))]).toEqual([screen, locale]);
        const wide = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
        expect(wide).toBeLessThanOrEqual(0);
      }
    }
    expect(troubles).toEqual([]);
    await context.close();
  });
});

test('the footer of the chat leads to each page, and each page back to the chat', async () => {
  const context = await visitor(browser);
  const page = await context.newPage();
  for (const [link, path] of [
    [text('page:footer.info'), '/info'],
    [text('page:footer.privacy'), '/privacy'],
    [text('page:footer.accessibility'), '/accessibility'],
    [text('page:footer.terms'), '/terms'],
  ] as const) {
    await page.goto(server.address);
    await page.getByRole('contentinfo').getByRole('link', { name: link }).click();
    await page.waitForURL(`**${path}?lang=fi`);
    await page.getByRole('link', { name: text('info:to-chat') }).click();
    await page.waitForURL('**/?lang=fi');
  }
  await context.close();
});

test('a language chosen on a page shows the same page, by keyboard as well', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${server.address}/privacy`);
  await page.keyboard.press('Tab');
  expect(await page.locator(':focus').textContent()).toBe(text('info:skip'));
  await page.keyboard.press('Enter');
  expect(new URL(page.url()).hash).toBe('#content');
  await page.getByRole('link', { name: 'Svenska' }).press('Enter');
  await page.waitForURL('**/privacy?lang=sv');
  expect(await page.locator('h1').textContent()).toBe(text('info:privacy.title', 'sv'));
  await context.close();
});

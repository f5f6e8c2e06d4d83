import { createServer, type Server } from 'node:http';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { accessibilityProblems } from '../support/axe.ts';
import { type BuiltServer, builtServer } from '../support/built-server.ts';
import { launchChromium } from '../support/chromium.ts';
import { text, visitor } from './chat-page.ts';

/** Another site that shows the widget, with a policy that lets in the bot's origin and nothing else. */
interface Host {
  readonly origin: string;
  bot: string;
  locale: string;
  close(): void;
}

let server: BuiltServer;
let allowed: Host;
let stranger: Host;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  [allowed, stranger, browser] = await Promise.all([host(), host(), launchChromium()]);
  server = await builtServer({ ALLOWED_ORIGINS: allowed.origin });
  allowed.bot = stranger.bot = server.address;
});

afterAll(async () => {
  await browser?.close();
  await server?.remove();
  for (const one of [allowed, stranger]) one?.close();
});

beforeEach(async () => {
  context = await visitor(browser);
  page = await context.newPage();
});

afterEach(() => context.close());

const launcher = () => page.getByRole('button');
const card = () => frame().locator('.ac-adaptiveCard').last();
const frame = () => page.frameLocator(`iframe[title="${text('page:widget.frame')}"]`);

test('one tag puts a button on the page, and nothing of the bot is loaded before it is pressed', async () => {
  const asked: string[] = [];
  page.on('request', request => asked.push(request.url()));
  await page.goto(allowed.origin);
  await launcher().waitFor();
  expect(await launcher().textContent()).toBe(text('page:widget.open'));
  expect(await launcher().getAttribute('aria-expanded')).toBe('false');
  expect(asked.filter(url => url.startsWith(server.address))).toEqual([`${server.address}/widget.js`]);
  expect(await accessibilityProblems(page)).toEqual([]);
});

test('the button opens a chat that works, and closes it again', async () => {
  await page.goto(allowed.origin);
  await launcher().click();
  expect(await launcher().getAttribute('aria-expanded')).toBe('true');
  expect(await launcher().textContent()).toBe(text('page:widget.close'));
  await card()
    .getByRole('button', { name: text('bot:commands.start') })
    .click();
  await card().getByText(text('quick-check:inputs.need.question')).waitFor();
  await launcher().click();
  expect(await page.locator('iframe').isVisible()).toBe(false);
  await launcher().click();
  expect(await card().getByText(text('quick-check:inputs.need.question')).isVisible()).toBe(true);
});

test('opening moves the focus into the chat; Escape there closes it and brings the focus back', async () => {
  await page.goto(allowed.origin);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await frame().locator('.ac-adaptiveCard').waitFor();
  await expect
    .poll(() => page.evaluate('document.activeElement.shadowRoot.activeElement.tagName'))
    .toBe('IFRAME');
  await frame().locator('[data-id="webchat-sendbox-input"]').focus();
  await page.keyboard.press('Escape');
  await expect.poll(() => launcher().getAttribute('aria-expanded')).toBe('false');
  expect(await page.evaluate('document.activeElement.shadowRoot.activeElement.tagName')).toBe('BUTTON');
});

test('the chat in the frame is as accessible as on its own page', async () => {
  await page.goto(`${server.address}/embed`);
  await page.locator('.ac-adaptiveCard').waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
});

test('the host page gets no globals, no cookies and nothing in its storage', async () => {
  const globals = () => page.evaluate('Object.getOwnPropertyNames(window).sort()');
  await page.goto(`${allowed.origin}/plain`);
  const before = await globals();
  await page.goto(allowed.origin);
  await launcher().click();
  await frame().locator('.ac-adaptiveCard').waitFor();
  expect(await globals()).toEqual(before);
  expect(await context.cookies()).toEqual([]);
  expect(await page.evaluate('localStorage.length')).toBe(0);
});

test('the tag names the language', async () => {
  allowed.locale = 'sv';
  await page.goto(allowed.origin);
  allowed.locale = 'fi';
  expect(await launcher().textContent()).toBe(text('page:widget.open', 'sv'));
  await launcher().click();
  const swedish = page.frameLocator('iframe').locator('.ac-adaptiveCard');
  await swedish.getByRole('button', { name: text('bot:commands.start', 'sv') }).waitFor();
});

test('a site that is not allowed shows no chat', async () => {
  await page.goto(stranger.origin);
  const refused = page.waitForEvent('console', message => message.text().includes('frame-ancestors'));
  await launcher().click();
  await refused;
  expect(await page.frameLocator('iframe').locator('#chat').count()).toBe(0);
});

async function host(): Promise<Host> {
  const own = { bot: '', locale: 'fi' };
  const server: Server = createServer(({ url }, response) => {
    const tag = `<script src="${own.bot}/widget.js" data-locale="${own.locale}" defer></script>`;
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.setHeader(
      'content-security-policy',
      `default-src 'none'; script-src ${own.bot}; frame-src ${own.bot}; img-src data:`,
    );
    response.end(`<!doctype html><html lang="fi"><head><title>Kunta</title><link rel="icon" href="data:,">
      ${url === '/plain' ? '' : tag}</head><body><main><h1>Kunta</h1></main></body></html>`);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = address && typeof address === 'object' ? address.port : 0;
  return Object.assign(own, { origin: `http://127.0.0.1:${port}`, close: () => void server.close() });
}

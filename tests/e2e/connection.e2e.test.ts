import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Locale } from '../../src/conversation/locale.ts';
import { accessibilityProblems } from '../support/axe.ts';
import { type BuiltServer, builtServer } from '../support/built-server.ts';
import { launchChromium } from '../support/chromium.ts';
import { begin, openChat, text, visitor, YES } from './chat-page.ts';

let server: BuiltServer;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  [server, browser] = await Promise.all([builtServer(), launchChromium()]);
});

afterAll(async () => {
  await browser?.close();
  await server?.remove();
});

beforeEach(async () => {
  context = await visitor(browser);
  page = await context.newPage();
});

afterEach(() => context.close());

const TOKEN = '**/api/chat/token';
const notice = () => page.locator('#notice');
const retry = (locale: Locale = 'fi') =>
  page.getByRole('button', { name: text('page:notice.retry', locale) });

async function tells(key: string, locale: Locale = 'fi'): Promise<void> {
  await expect.poll(() => notice().textContent()).toContain(text(key, locale));
}

describe('a chat that does not open', () => {
  test.each([
    ['too many conversations', 429, 'page:notice.refused'],
    ['an overloaded server', 503, 'page:notice.refused'],
    ['a broken server', 500, 'page:notice.failed'],
  ])('%s: says so in the person’s language, and opens on the next try', async (_why, status, key) => {
    const json = { error: { code: 'X', message: 'Words of the server' } };
    await page.route(TOKEN, route => route.fulfill({ status, json }));
    await page.goto(`${server.address}/?lang=sv`);
    await tells(key, 'sv');
    expect(await page.locator('body').textContent()).not.toContain('Words of the server');
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.unroute(TOKEN);
    await retry('sv').click();
    await page.locator('.ac-adaptiveCard').waitFor();
    await expect.poll(() => retry('sv').count()).toBe(0);
  });

  test('no connection at all: the device’s own state is told', async () => {
    await page.goto(server.address);
    await page.locator('.ac-adaptiveCard').waitFor();
    await context.setOffline(true);
    await page
      .locator('.ac-adaptiveCard')
      .getByRole('button', { name: text('bot:commands.start') })
      .click();
    await tells('page:notice.offline');
    await context.setOffline(false);
    await page.locator('.ac-adaptiveCard').getByText(text('quick-check:inputs.need.question')).waitFor();
  });

  test('the chat’s own script did not come: loading the page anew is offered', async () => {
    await page.route('**/assets/webchat-*.js', route => route.abort());
    await page.goto(server.address);
    await tells('page:notice.failed');
    await page.unroute('**/assets/webchat-*.js');
    await retry().click();
    await page.locator('.ac-adaptiveCard').waitFor();
  });
});

test('a network that lets no sockets through slows the chat down and does not stop it', async () => {
  await context.routeWebSocket(/\/stream/, socket => socket.close());
  const chat = await openChat(context, server.address);
  await begin(chat);
  await chat.press(YES);
  await chat.question(2);
});

test('a leave that has run out is renewed without a word', async () => {
  const chat = await openChat(context, server.address);
  await begin(chat);
  let refused = 0;
  await chat.page.route('**/activities', route => {
    refused += 1;
    return refused === 1 ? route.fulfill({ status: 403, json: {} }) : route.continue();
  });
  await chat.press(YES);
  await chat.question(2);
  expect(refused).toBe(2);
  expect(await chat.page.locator('#notice').textContent()).toBe('');
});

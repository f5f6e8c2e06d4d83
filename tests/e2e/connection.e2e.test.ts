import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Locale } from '../../src/conversation/locale.ts';
import { accessibilityProblems } from '../support/axe.ts';
import { type BuiltServer, builtServer } from '../support/built-server.ts';
import { launchChromium } from '../support/chromium.ts';
import { begin, CARDS, openChat, text, visitor, WORDS, YES } from './chat-page.ts';

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

/** Where the page's invitation is used, and where it asks for leave once that was refused. */
const BEGIN = '**/{v3/directline/conversations,api/chat/token}';
const notice = () => page.locator('#notice');
const retry = (locale: Locale = 'fi') =>
  page.getByRole('button', { name: text('page:notice.retry', locale) });

/**
 * The page also tries again by itself, and its button goes as soon as that works: no try may end before the press.
 */
async function holdRequests(url: string): Promise<() => void> {
  let letThrough = () => {};
  const pressed = new Promise<void>(resolve => {
    letThrough = resolve;
  });
  // The latest route goes first. Without one in between, a try would get through.
  await page.route(url, async route => {
    await pressed;
    await route.continue();
  });
  return letThrough;
}

async function tells(key: string, locale: Locale = 'fi'): Promise<void> {
  await expect.poll(() => notice().textContent()).toContain(text(key, locale));
}

describe('a chat that does not open', () => {
  test.each([
    ['too many conversations', 429, 'TooManyRequests', 'page:notice.refused'],
    ['an overloaded server', 503, 'Unavailable', 'page:notice.refused'],
    ['a broken server', 500, 'Unexpected', 'page:notice.failed'],
    ['a proxy that lets nobody in', 403, 'X', 'page:notice.failed'],
    ['an address that PUBLIC_URL does not name', 403, 'BadOrigin', 'page:notice.unknown-address'],
  ])('%s: says so in the person’s language, and opens on the next try', async (_why, status, code, key) => {
    const json = { error: { code, message: 'Words of the server' } };
    await page.route(BEGIN, route => route.fulfill({ status, json }));
    await page.goto(`${server.address}/?lang=sv`);
    await tells(key, 'sv');
    expect(await page.locator('body').textContent()).not.toContain('Words of the server');
    expect(await accessibilityProblems(page)).toEqual([]);
    const letThrough = await holdRequests(BEGIN);
    await retry('sv').click();
    letThrough();
    await expect.poll(() => retry('sv').count()).toBe(0);
    await page.getByRole('button', { name: text('bot:commands.start', 'sv') }).click();
    await page.getByText(text('quick-check:steps.scope.question', 'sv')).waitFor();
  });

  test('offline and back: the device’s state is told, the press is kept, and the notice goes as the answer comes', async () => {
    const chat = await openChat(context, server.address);
    await begin(chat);
    await chat.page.context().setOffline(true);
    await chat.press(YES);
    await expect
      .poll(() => chat.page.locator('#notice').textContent(), { timeout: 20_000 })
      .toContain(text('page:notice.offline'));
    const line = chat.page.locator('.message.own').last();
    await expect.poll(() => line.textContent()).toContain(text('page:chat.sending'));
    await chat.page.context().setOffline(false);
    await chat.question(2);
    await expect.poll(() => chat.page.locator('#notice button').count()).toBe(0);
    await expect.poll(() => chat.page.locator('#notice').textContent(), { timeout: 15_000 }).toBe('');
    expect(await line.textContent()).not.toContain(text('page:chat.sending'));
  });

  test('the chat’s own script did not come: the page says so, and how to reach a person', async () => {
    await page.route('**/assets/page-*.js', route => route.abort());
    await page.goto(server.address);
    await page.getByText(text('page:failed.text')).waitFor();
    expect(await page.getByText(text('page:contact.heading')).isVisible()).toBe(true);
    expect(await page.getByRole('button', { name: text('bot:commands.start') }).isVisible()).toBe(false);
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.unroute('**/assets/page-*.js');
    await page.getByRole('link', { name: text('page:failed.reload') }).click();
    await page.getByRole('button', { name: text('bot:commands.start') }).click();
    await page.getByText(text('quick-check:steps.scope.question')).waitFor();
  });

  test('a script that breaks is no better than none', async () => {
    await page.route('**/assets/page-*.js', route => route.fulfill({ body: 'const = ?' }));
    await page.goto(server.address);
    await page.getByText(text('page:failed.text')).waitFor();
    expect(await page.locator(WORDS).isVisible()).toBe(false);
  });

  test('the script that draws cards did not come: the question is asked in words, and can be answered in words', async () => {
    await page.route('**/assets/cards-*.js*', route => route.abort());
    await page.goto(server.address);
    await page.getByRole('button', { name: text('bot:commands.start') }).click();
    await page.locator('.message.bot').last().getByText(text('quick-check:steps.scope.question')).waitFor();
    await page.unroute('**/assets/cards-*.js*');
    await page.locator(WORDS).fill('ohita');
    await page.keyboard.press('Enter');
    await page.locator(CARDS).last().getByText(text('quick-check:inputs.need.question')).waitFor();
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

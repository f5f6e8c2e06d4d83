/** The first visit: seen at once, pressed before any script, begun without asking for leave, and nothing moves. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { accessibilityProblems } from '../support/axe.ts';
import { type BuiltServer, builtServer } from '../support/built-server.ts';
import { launchChromium } from '../support/chromium.ts';
import { CARDS, text, visitor, WORDS } from './chat-page.ts';

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
  context = await visitor(browser, { width: 360, height: 740 });
  page = await context.newPage();
});

afterEach(() => context.close());

const start = () => page.getByRole('button', { name: text('bot:commands.start') });
const question = () => page.locator(CARDS).last().getByText(text('quick-check:steps.scope.question'));

/** Holds back what the page's scripts are until told. */
async function holdScripts(): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>(resolve => {
    release = resolve;
  });
  await page.route('**/assets/*.js', async route => {
    await held;
    await route.continue();
  });
  return release;
}

describe('before the script is there', () => {
  test('the greeting is read, found by keyboard and pressed; the press is sent by the script, once', async () => {
    const release = await holdScripts();
    await page.goto(server.address, { waitUntil: 'commit' });
    await start().waitFor();
    expect(await page.getByRole('heading', { name: text('bot:greeting.title') }).isVisible()).toBe(true);
    expect(await accessibilityProblems(page)).toEqual([]);
    await start().click();
    await page.locator('.ac-pushButton').nth(1).click();
    expect(await start().getAttribute('aria-pressed')).toBe('true');
    release();
    await question().waitFor();
    expect(await page.locator('.message.own').allTextContents()).toEqual([
      expect.stringContaining(text('bot:commands.start')),
    ]);
    await expect
      .poll(() =>
        page
          .locator('.message')
          .last()
          .evaluate(message => message.matches(':focus')),
      )
      .toBe(true);
  });

  test('what was written is kept and sent too', async () => {
    const release = await holdScripts();
    await page.goto(server.address, { waitUntil: 'commit' });
    await page.locator(WORDS).fill('aloita');
    await page.getByRole('button', { name: text('page:chat.send') }).click();
    release();
    await question().waitFor();
    expect(await page.locator(WORDS).inputValue()).toBe('');
  });
});

test('the page carries the conversation: no leave is asked for, and one call begins it', async () => {
  const calls: string[] = [];
  page.on('request', request => {
    if (request.method() === 'POST')
      calls.push(new URL(request.url()).pathname.replace(/\/[\w-]{20,}/, '/ID'));
  });
  await page.goto(server.address);
  await start().click();
  await question().waitFor();
  expect(calls).toEqual(['/v3/directline/conversations', '/v3/directline/conversations/ID/activities']);
});

test('Tab reaches the start button, and Enter begins', async () => {
  await page.goto(server.address);
  for (let presses = 0; presses < 10; presses += 1) {
    await page.keyboard.press('Tab');
    if (await start().evaluate(button => button.matches(':focus'))) break;
  }
  await page.keyboard.press('Enter');
  await question().waitFor();
});

test.each([
  ['phone', 360, 740],
  ['desktop', 1280, 900],
])('on a %s nothing moves once it is drawn, up to the first question', async (_name, width, height) => {
  await page.setViewportSize({ width, height });
  await page.addInitScript(`(() => {
    window.__shifts = [];
    // With what moved, or a shift that comes once in a hundred runs tells nothing.
    const told = ({ value, sources }) => [value, ...sources.map(({ node }) => (node?.outerHTML ?? String(node)).slice(0, 200))];
    new PerformanceObserver(list => window.__shifts.push(...list.getEntries().map(told)))
      .observe({ type: 'layout-shift', buffered: true });
  })()`);
  await page.goto(server.address);
  const before = await start().boundingBox();
  await page.waitForTimeout(700);
  expect(await start().boundingBox()).toEqual(before);
  // By script: a shift right after a real press would not be counted.
  await start().dispatchEvent('click');
  await question().waitFor();
  await page.waitForTimeout(300);
  expect(await page.evaluate('window.__shifts')).toEqual([]);
});

describe('someone who comes back', () => {
  const returning = () => page.getByRole('heading', { name: text('page:returning.title') });

  async function beginAndLeave(): Promise<void> {
    const first = await context.newPage();
    await first.goto(server.address);
    await first.getByRole('button', { name: text('bot:commands.start') }).click();
    await first.locator(CARDS).last().getByText(text('quick-check:steps.scope.question')).waitFor();
    await first.close();
  }

  test('is asked before anything of the earlier conversation is shown, and goes on', async () => {
    await beginAndLeave();
    await page.goto(server.address);
    await returning().waitFor();
    expect(await page.getByText(text('quick-check:steps.scope.question')).count()).toBe(0);
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('button', { name: text('page:returning.go-on') }).click();
    await question().waitFor();
    await expect
      .poll(() =>
        page
          .locator('.message')
          .last()
          .evaluate(message => message.matches(':focus')),
      )
      .toBe(true);
    await page.reload();
    await question().waitFor();
    expect(await returning().isVisible()).toBe(false);
  });

  test('or begins anew, and the earlier one does not come back', async () => {
    await beginAndLeave();
    await page.goto(server.address);
    await page.getByRole('button', { name: text('page:returning.anew') }).click();
    await start().waitFor();
    expect(await page.locator('.message.own').count()).toBe(0);
    await start().click();
    await question().waitFor();
    await page.reload();
    await question().waitFor();
    expect(await page.locator('.message.own').count()).toBe(1);
  });

  test('is not asked when nothing was said the first time', async () => {
    const first = await context.newPage();
    await first.goto(server.address);
    await first.getByRole('button', { name: text('bot:commands.start') }).waitFor();
    await first.waitForTimeout(500);
    await first.close();
    await page.goto(server.address);
    await start().waitFor();
    expect(await returning().isVisible()).toBe(false);
  });

  test('after erasure nothing is left on any screen, and the next visit begins anew', async () => {
    await page.goto(server.address);
    await start().click();
    await question().waitFor();
    const other = await context.newPage();
    await other.goto(server.address);
    await other.getByText(text('quick-check:steps.scope.question')).waitFor();
    const say = async (words: string) => {
      await page.locator(WORDS).fill(words);
      await page.keyboard.press('Enter');
    };
    await say('poista tietoni');
    await page.locator('.message.bot').last().getByText(text('bot:confirm.erase.question')).waitFor();
    await say('kyllä');
    for (const one of [page, other]) {
      await one.getByText(text('bot:notices.erased')).first().waitFor();
      expect(await one.getByText(text('quick-check:steps.scope.question')).count()).toBe(0);
      // Below the word of it a conversation begins that has nothing to do with the one before.
      await one.locator('.message:visible').nth(1).waitFor();
      expect(await one.locator('.message:visible').count()).toBe(2);
      expect(await one.locator('#notice').textContent()).toBe('');
    }
    await other.close();
    await page.reload();
    await start().waitFor();
    expect(await returning().isVisible()).toBe(false);
  });
});

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessibilityProblems } from '../support/axe.ts';
import { type BuiltServer, builtServer } from '../support/built-server.ts';
import { launchChromium } from '../support/chromium.ts';
import { QUESTIONS } from '../support/content.ts';
import { answerYes, begin, type ChatPage, openChat, PARTLY, text, visitor, WORDS, YES } from './chat-page.ts';

/** A folder for pictures of every stage, for who wants to see them: nothing is compared with them. */
const { SCREENSHOTS } = process.env;
if (SCREENSHOTS) mkdirSync(SCREENSHOTS, { recursive: true });

let server: BuiltServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([builtServer(), launchChromium()]);
});

afterAll(async () => {
  await browser?.close();
  await server?.remove();
});

/** Each stage is looked at in both schemes, the one that the person has last. */
const SCREENS = [
  { name: 'phone', width: 360, height: 740, schemes: ['dark', 'light'] },
  { name: 'desktop', width: 1280, height: 900, schemes: ['light', 'dark'] },
] as const;

const FULL = text('quick-check:scales.phase.full');
const PHASES = 7;

describe('the quick check by mouse, from greeting to result', () => {
  test.each(SCREENS)('$name: accessible at every stage, and nothing goes wrong unseen', async screen => {
    const context = await visitor(browser, { ...screen, colorScheme: screen.schemes[1] });
    const chat = await openChat(context, server.address);
    const look = async (stage: string) => {
      for (const colorScheme of screen.schemes) {
        await chat.page.emulateMedia({ colorScheme });
        await lookAt(chat, `${screen.name}-${colorScheme}-${stage}`);
      }
    };
    const height = () => chat.page.evaluate<number>('document.documentElement.scrollHeight');
    await look('1-greeting');
    const atFirst = await height();
    await begin(chat);
    await look('2-question');
    await answerYes(chat, { from: 1, to: 8 });
    await answerUsageRate(chat, '85,5');
    await chat.question(10);
    await look('3-form');
    await fillPhases(chat);
    await answerYes(chat, { from: 11, to: QUESTIONS - 1 });
    await chat.question(QUESTIONS);
    await chat.press(PARTLY);
    await seenCard(chat, text('bot:summary.title'));
    await look('4-summary');
    await chat.press(text('bot:summary.finish'));
    await pictureLoaded(chat);
    await look('5-result');
    // The messages scroll; the page around them does not grow.
    expect(await height()).toBe(atFirst);
    expect(chat.events('assessment/result').at(-1)).toMatchObject({
      dialog: 'quick-check',
      stair: { low: 3, high: 3 },
      holding: ['ecosystem'],
    });
    expect(chat.troubles).toEqual([]);
    await lookAtWhatIsLeft(chat);
    await context.close();
  });
});

/** The pages that a result leaves behind: the one behind its link, and the one a file of it is brought to. */
async function lookAtWhatIsLeft({ page }: ChatPage): Promise<void> {
  const say = async (words: string) => {
    await page.locator(WORDS).fill(words);
    await page.keyboard.press('Enter');
  };
  await say('jaa tulos');
  const link = page.locator('a[href*="/r/"]').last();
  await link.waitFor();
  const shared = (await link.getAttribute('href')) ?? '';
  await say('säilytä tulos');
  await page.getByText(text('bot:kept.ask')).last().waitFor();
  await say('Oulun palvelut');
  await page
    .getByText(/^(?:[0-9A-Z]{4}-){6}[0-9A-Z]{4}$/)
    .last()
    .waitFor();
  await say('säilytetyt tulokset');
  const file = page.locator('a[href*="kept.json"]').last();
  await file.waitFor();
  const kept = Buffer.from(await (await fetch((await file.getAttribute('href')) ?? '')).arrayBuffer());
  for (const buffer of [Buffer.from('{}'), kept]) {
    await page.goto(`${server.address}/kept?lang=fi`);
    await page.locator('#kept-name').fill('Oulun palvelut');
    const mimeType = 'application/json';
    await page.locator('#kept-file').setInputFiles({ name: 'kept.json', mimeType, buffer });
    await page.getByRole('button', { name: text('info:kept.send') }).click();
    const answer = buffer === kept ? 'info:kept.done' : 'info:kept.faults.no-results';
    await page.getByText(text(answer, 'fi', { count: 1 })).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  }
  for (const locale of ['fi', 'sv', 'en']) {
    await page.goto(`${shared}?lang=${locale}`);
    await page.locator('details').evaluateAll(all => all.map(one => one.setAttribute('open', '')));
    const wide = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
    expect(wide).toBeLessThanOrEqual(0);
    // The colours of a cell that its table has scrolled out of sight cannot be told.
    const found = await accessibilityProblems(page);
    expect(found.filter(problem => !problem.includes('partially obscured'))).toEqual([]);
  }
  // Here all cells are in sight, in both schemes.
  await page.setViewportSize({ width: 1280, height: 900 });
  expect(await accessibilityProblems(page)).toEqual([]);
}

test('names are suggested as they are typed, and fetched only when their field is gone to', async () => {
  const context = await visitor(browser, { width: 360, height: 740 });
  const chat = await openChat(context, server.address);
  const fetched: string[] = [];
  chat.page.on('request', request => fetched.push(new URL(request.url()).pathname));
  await chat.press(text('bot:commands.start'));
  await seenCard(chat, text('quick-check:steps.scope.question'));
  const field = chat.card().getByLabel(text('quick-check:inputs.municipality.short'), { exact: true });
  expect(fetched.filter(path => path.startsWith('/names/'))).toEqual([]);
  await field.focus();
  await chat.page.locator('datalist option').first().waitFor({ state: 'attached' });
  const names = await chat.page
    .locator(`#${await field.getAttribute('list')} option`)
    .evaluateAll(options => options.map(option => option.getAttribute('value')));
  expect(names).toEqual(expect.arrayContaining(['Espoo', 'Esbo', 'Maarianhamina', 'Mariehamn']));
  expect(await accessibilityProblems(chat.page)).toEqual([]);
  // Any spelling is taken, as without the list.
  await field.fill('esbo stad');
  await chat.press(text('quick-check:steps.scope.submit'));
  await chat.question(1);
  await chat.page.getByText('Espoo').first().waitFor();
  expect(fetched.filter(path => path.startsWith('/names/'))).toEqual(['/names/municipalities.json']);
  expect(chat.troubles).toEqual([]);
  await context.close();
});

test('the whole quick check works by keyboard alone', async () => {
  const context = await visitor(browser);
  const chat = await openChat(context, server.address);
  const { keyboard } = chat.page;
  await tabTo(chat, '.style-positive');
  await keyboard.press('Enter');
  await seenCard(chat, text('quick-check:steps.scope.question'));
  await focusFollowed(chat);
  await tabTo(chat, '.style-positive');
  await keyboard.press('Enter');
  for (let step = 1; step <= 8; step += 1) {
    await focusOn(chat, step);
    await keyboard.press('Tab');
    await keyboard.press('Enter');
  }
  await focusOn(chat, 9);
  await keyboard.press('Tab');
  await keyboard.type('85,5');
  await keyboard.press('Enter');
  await focusOn(chat, 10);
  await keyboard.press('Tab');
  for (let phase = 0; phase < PHASES; phase += 1) {
    await keyboard.type(FULL);
    await keyboard.press('Tab');
  }
  await keyboard.press('Enter');
  for (let step = 11; step <= QUESTIONS; step += 1) {
    await focusOn(chat, step);
    await keyboard.press('Tab');
    await keyboard.press('Enter');
  }
  await seenCard(chat, text('bot:summary.title'));
  await tabTo(chat, '.style-positive');
  await keyboard.press('Enter');
  await pictureLoaded(chat);
  expect(chat.events('assessment/result').at(-1)).toMatchObject({ stair: { low: 4, high: 4 } });
  await context.close();
});

test('a resident gets through the survey by keyboard alone on a phone, accessible at every stage', async () => {
  const context = await visitor(browser, { width: 360, height: 740 });
  const chat = await openChat(context, server.address);
  const { keyboard } = chat.page;
  const accessible = async () => expect(await accessibilityProblems(chat.page)).toEqual([]);
  await tabTo(chat, `button:text-is("${text('resident-survey:open')}")`);
  await keyboard.press('Enter');
  await seenCard(chat, text('resident-survey:steps.place.question'));
  await focusFollowed(chat);
  await accessible();
  await keyboard.press('Tab');
  await keyboard.type('Uleåborg');
  await tabTo(chat, '.style-positive');
  await keyboard.press('Enter');
  for (const step of ['used', 'finished', 'easy', 'missing', 'help', 'asked']) {
    await seenCard(chat, text(`resident-survey:inputs.${step}.question`));
    await focusFollowed(chat);
    if (step === 'used') await accessible();
    await keyboard.press('Tab');
    await keyboard.press('Enter');
  }
  await seenCard(chat, text('bot:summary.title'));
  await accessible();
  await tabTo(chat, '.style-positive');
  await keyboard.press('Enter');
  await seenCard(chat, text('resident-survey:outcome.step-four'));
  await accessible();
  expect(chat.troubles).toEqual([]);
  await context.close();
});

describe('the conversation goes on', () => {
  test('after a reload, in a second tab, and in the first tab again', async () => {
    const context = await visitor(browser);
    const first = await openChat(context, server.address);
    await begin(first);
    await answerYes(first, { from: 1, to: 2 });
    await first.question(3);
    await first.page.reload();
    await first.question(3);
    await expect.poll(() => progressOf(first)).toBe(`2/${QUESTIONS}`);

    const second = await openChat(context, server.address);
    await second.question(3);
    await second.press(YES);
    await second.question(4);
    await first.question(4);
    await context.close();
  });

  test('after the server has been away, without a reload and without a lost press', async () => {
    const context = await visitor(browser);
    const chat = await openChat(context, server.address);
    await begin(chat);
    await server.stop();
    await chat.press(YES);
    await chat.page.getByText(text('page:notice.lost')).waitFor();
    expect(await accessibilityProblems(chat.page)).toEqual([]);
    // Before the server is back: afterwards the page's own next try may take the button away from under the press.
    await chat.page.getByRole('button', { name: text('page:notice.retry') }).click();
    await server.start();
    await chat.question(2);
    await expect.poll(() => chat.page.getByText(text('page:notice.lost')).count()).toBe(0);
    await answerYes(chat, { from: 2, to: 3 });
    await chat.question(4);
    await context.close();
  });
});

describe('the language', () => {
  test('a switch in mid-question keeps the place, the answers and what was being written', async () => {
    const context = await visitor(browser);
    const chat = await openChat(context, server.address);
    await begin(chat);
    await answerYes(chat, { from: 1, to: 3 });
    await chat.question(4);
    await chat.page.locator(WORDS).fill('kesken');
    await chat.page.getByRole('link', { name: 'Svenska' }).click();
    await seenCard(chat, text('quick-check:inputs.leadership.question', 'sv'));
    expect(await chat.page.locator('html').getAttribute('lang')).toBe('sv');
    expect(await chat.page.locator('h1').textContent()).toBe(text('page:title', 'sv'));
    expect(await chat.page.locator(WORDS).inputValue()).toBe('kesken');
    expect(await progressOf(chat)).toBe(`3/${QUESTIONS}`);
    expect(await accessibilityProblems(chat.page)).toEqual([]);

    await chat.page.reload();
    await seenCard(chat, text('quick-check:inputs.leadership.question', 'sv'));
    expect(await chat.page.locator('html').getAttribute('lang')).toBe('sv');
    expect(chat.troubles).toEqual([]);
    await context.close();
  });

  test('a switch by the bot’s own button takes the page along', async () => {
    const context = await visitor(browser);
    const chat = await openChat(context, server.address);
    await chat.press(text('bot:language.name', 'en'));
    await expect.poll(() => chat.page.locator('html').getAttribute('lang')).toBe('en');
    await expect.poll(() => chat.page.locator('h1').textContent()).toBe(text('page:title', 'en'));
    await context.close();
  });

  test('a page opened in another language takes an old conversation along', async () => {
    const context = await visitor(browser);
    const finnish = await openChat(context, server.address);
    await begin(finnish);
    const swedish = await openChat(context, server.address, '/?lang=sv');
    await seenCard(swedish, text('quick-check:inputs.need.question', 'sv'));
    expect(await swedish.page.locator('html').getAttribute('lang')).toBe('sv');
    await context.close();
  });
});

test('a browser that refuses storage can chat', async () => {
  const context = await visitor(browser);
  await context.addInitScript(() => {
    Object.defineProperty(globalThis, 'localStorage', {
      get: () => {
        throw new Error('SecurityError');
      },
    });
  });
  const chat = await openChat(context, server.address);
  await begin(chat);
  expect(chat.troubles).toEqual([]);
  await context.close();
});

test('without scripts the page tells how to reach a person', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(server.address);
  // biome-ignore lint/performance/useDomNodeTextContent: only what is visible counts
  const shown = await page.locator('body').innerText();
  expect(shown).toContain(text('page:noscript.text'));
  expect(shown).toContain(text('page:contact.heading'));
  expect(shown).not.toContain(text('page:chat.loading'));
  await context.close();
});

async function lookAt(chat: ChatPage, name: string): Promise<void> {
  if (SCREENSHOTS) await chat.page.screenshot({ path: join(SCREENSHOTS, `${name}.png`) });
  expect(await accessibilityProblems(chat.page)).toEqual([]);
}

async function answerUsageRate(chat: ChatPage, rate: string): Promise<void> {
  const card = await chat.question(9);
  await card.getByRole('textbox').fill(rate);
  await chat.press(text('bot:question.submit-one'));
}

async function fillPhases(chat: ChatPage): Promise<void> {
  const selects = await chat.card().locator('select').all();
  expect(selects).toHaveLength(PHASES);
  for (const select of selects) await select.selectOption({ label: FULL });
  await chat.press(text('bot:question.submit-form'));
}

async function seenCard(chat: ChatPage, words: string): Promise<void> {
  await chat.page.locator('.ac-adaptiveCard').filter({ hasText: words }).last().waitFor();
}

async function pictureLoaded(chat: ChatPage): Promise<void> {
  const picture = chat.page.locator('.ac-adaptiveCard img').last();
  await picture.waitFor();
  expect(await picture.getAttribute('alt')).not.toBe('');
  await expect
    .poll(() => picture.evaluate(element => Reflect.get(element, 'naturalWidth')))
    .toBeGreaterThan(0);
}

async function progressOf(chat: ChatPage): Promise<string | undefined> {
  const bar = chat.page.getByRole('progressbar', { name: text('page:progress.label') });
  const visible = await chat.page.locator('#progress-value').textContent();
  expect(await chat.page.locator('#progress-bar').getAttribute('aria-valuetext')).toBeTruthy();
  return (await bar.count()) >= 0 ? /\d+\/\d+/.exec(visible ?? '')?.[0] : undefined;
}

/** Presses Tab until something that matches has the focus. */
async function tabTo(chat: ChatPage, selector: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if (await chat.page.locator(`${selector}:focus`).count()) return;
    await chat.page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reached ${selector}`);
}

/** Waits until the focus has followed to a question. */
async function focusOn(chat: ChatPage, step: number): Promise<void> {
  await chat.question(step);
  await focusFollowed(chat);
}

async function focusFollowed(chat: ChatPage): Promise<void> {
  const message = chat.page.locator('.message').last();
  await expect.poll(() => message.evaluate(element => element.matches(':focus'))).toBe(true);
}

/** What the chat does for people while they talk: focus, reading out, names, scrolling, zoom, languages, print. */
import type { Browser, BrowserContext, Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { accessibilityProblems } from '../support/axe.ts';
import { type BuiltServer, builtServer } from '../support/built-server.ts';
import { launchChromium } from '../support/chromium.ts';
import { answerYes, begin, CARDS, type ChatPage, openChat, text, visitor, WORDS, YES } from './chat-page.ts';

let server: BuiltServer;
let browser: Browser;
let context: BrowserContext;
let chat: ChatPage;

beforeAll(async () => {
  [server, browser] = await Promise.all([builtServer(), launchChromium()]);
});

afterAll(async () => {
  await browser?.close();
  await server?.remove();
});

beforeEach(async () => {
  context = await visitor(browser);
});

afterEach(() => context.close());

const PHONE = { width: 360, height: 740 };
const question = (id: string) => text(`quick-check:inputs.${id}.question`);
const latest = () => chat.page.locator('.message').last();
const own = () => chat.page.locator('.message.own');
const isFocused = (element: Locator) => element.evaluate(one => one.matches(':focus'));

async function open(options: { width?: number; height?: number } = {}, path = '/'): Promise<void> {
  await context.close();
  context = await visitor(browser, options);
  chat = await openChat(context, server.address, path);
}

async function say(words: string): Promise<void> {
  await chat.page.locator(WORDS).fill(words);
  await chat.page.locator(WORDS).press('Enter');
}

/** Keeps all that was ever put where a screen reader hears it. */
async function listen(): Promise<() => Promise<string[]>> {
  await chat.page.evaluate(`(() => {
    window.__heard = [];
    new MutationObserver(records => records.forEach(({ addedNodes }) =>
      addedNodes.forEach(node => window.__heard.push(node.textContent))))
      .observe(document.getElementById('announcer'), { childList: true });
  })()`);
  return async () => {
    const heard: unknown = await chat.page.evaluate('window.__heard');
    return Array.isArray(heard) ? heard.map(String) : [];
  };
}

describe('for screen readers and keyboards', () => {
  test('whoever writes while the answer to a press is on its way stays in the field, and is read what came', async () => {
    await open();
    const heard = await listen();
    await chat.page.route('**/activities', async route => {
      await new Promise(resolve => setTimeout(resolve, 700));
      await route.continue();
    });
    await chat
      .card()
      .getByRole('button', { name: text('bot:commands.start') })
      .click();
    await chat.page.locator(WORDS).pressSequentially('tulos');
    await chat.card().getByText(text('quick-check:steps.scope.question')).waitFor();
    expect(await isFocused(chat.page.locator(WORDS))).toBe(true);
    await expect
      .poll(heard)
      .toContainEqual(expect.stringContaining(text('quick-check:steps.scope.question')));
    await chat.page.keyboard.press('Enter');
    await expect.poll(() => own().last().textContent()).toContain('tulos');
  });

  test('a press without a keydown, as they make it, moves the focus to the question, which is not read out twice', async () => {
    await open();
    const heard = await listen();
    await chat
      .card()
      .getByRole('button', { name: text('bot:commands.start') })
      .dispatchEvent('click');
    await chat.card().getByText(text('quick-check:steps.scope.question')).waitFor();
    await expect.poll(() => isFocused(latest())).toBe(true);
    expect(await latest().getAttribute('aria-label')).toContain(text('quick-check:steps.scope.question'));
    expect(await heard()).toEqual([]);
  });

  test('after typing the focus stays, and the next question is read out once, without its buttons', async () => {
    await open();
    await begin(chat);
    const heard = await listen();
    await say('kyllä');
    await chat.question(2);
    expect(await isFocused(chat.page.locator(WORDS))).toBe(true);
    const about = (await heard()).filter(line => line.includes(question('started')));
    expect(about).toHaveLength(1);
    expect(about[0]).not.toContain(text('bot:commands.why'));
  });

  test('the pressed answer is a line of the person’s own, also after a reload, with no English word', async () => {
    await open();
    await begin(chat);
    await chat.press(YES);
    await chat.question(2);
    const lines = [
      `${text('page:chat.you')}: ${text('bot:commands.start')}`,
      `${text('page:chat.you')}: ${text('quick-check:steps.scope.submit')}`,
      `${text('page:chat.you')}: ${YES}`,
    ];
    const names = () => own().evaluateAll(all => all.map(one => one.getAttribute('aria-label')));
    expect(await names()).toEqual(lines);
    await chat.page.reload();
    await chat.question(2);
    await expect.poll(names).toEqual(lines);
    expect(await chat.page.locator('[aria-roledescription]').count()).toBe(0);
  });

  test('each button that changes an answer names its row', async () => {
    await open();
    await begin(chat);
    await answerYes(chat, { from: 1, to: 2 });
    await chat.question(3);
    await say('yhteenveto');
    await chat.page.getByRole('heading', { name: text('bot:summary.title') }).waitFor();
    const names = await chat
      .card()
      .getByRole('button', { name: text('bot:summary.change') })
      .evaluateAll(all => all.map(one => one.getAttribute('aria-label') ?? one.textContent));
    expect(names.length).toBeGreaterThan(10);
    expect(new Set(names).size).toBe(names.length);
  });

  test('the arrow keys walk from message to message, and Home goes to the first', async () => {
    await open();
    await begin(chat);
    await chat.page.locator('#transcript').focus();
    await chat.page.keyboard.press('ArrowUp');
    expect(await isFocused(latest())).toBe(true);
    await chat.page.keyboard.press('ArrowUp');
    expect(await isFocused(own().last())).toBe(true);
    await chat.page.keyboard.press('Home');
    expect(await isFocused(chat.page.locator('.message:visible').first())).toBe(true);
    await chat.page.keyboard.press('ArrowDown');
    expect(await isFocused(own().first())).toBe(true);
  });

  test('an expanded set of choices is a named group; its error is told at every option', async () => {
    await open();
    await say('työkirja');
    const group = chat.card().getByRole('group', { name: text('workbook:steps.areas.short') });
    await group.waitFor();
    const boxes = group.getByRole('checkbox');
    expect(await boxes.count()).toBeGreaterThan(3);
    await chat.press(text('workbook:steps.areas.submit'));
    await expect.poll(() => boxes.first().getAttribute('aria-invalid')).toBe('true');
    for (const box of await boxes.all()) {
      expect(await box.getAttribute('aria-invalid')).toBe('true');
      const error = (await box.getAttribute('aria-describedby')) ?? 'none';
      expect(await chat.page.locator(`[id="${error}"]`).textContent()).not.toBe('');
    }
    expect(await accessibilityProblems(chat.page)).toEqual([]);
    await boxes.first().check();
    await expect.poll(() => boxes.last().getAttribute('aria-invalid')).toBeNull();
  });

  test('a required field that was left empty is marked, and its error is told', async () => {
    await open();
    await begin(chat);
    await answerYes(chat, { from: 1, to: 8 });
    await chat.question(9);
    await chat.press(text('bot:question.submit-one'));
    const field = chat.card().getByRole('textbox');
    await expect.poll(() => field.getAttribute('aria-invalid')).toBe('true');
    const error = (await field.getAttribute('aria-describedby')) ?? 'none';
    expect(await chat.page.locator(`[id="${error}"]`).textContent()).not.toBe('');
    expect(await accessibilityProblems(chat.page)).toEqual([]);
  });
});

describe('on the screen', () => {
  /** How far the top of an element is below the top of the box of messages; negative: it is cut off. */
  async function below(element: Locator): Promise<number> {
    const [box, one] = await Promise.all([
      chat.page.locator('#transcript').boundingBox(),
      element.boundingBox(),
    ]);
    return (one?.y ?? Number.NaN) - (box?.y ?? Number.NaN);
  }

  test.each([
    ['phone', PHONE],
    ['desktop', { width: 1280, height: 900 }],
  ])('%s: every new card is seen from its top, and the whole of the screen is used', async (_name, size) => {
    await open(size);
    await begin(chat);
    for (let step = 1; step <= 10; step += 1) {
      await chat.question(step);
      await expect.poll(() => below(latest())).toBeGreaterThanOrEqual(0);
      expect(await below(latest())).toBeLessThan(size.height / 2);
      if (step < 9) await chat.press(YES);
      else if (step === 9) await say('85');
    }
    const field = await chat.page.locator(WORDS).boundingBox();
    expect((field?.y ?? 0) + (field?.height ?? 0)).toBeLessThanOrEqual(size.height);
  });

  test('an explanation keeps the answers in sight, or one press away', async () => {
    await open(PHONE);
    await begin(chat);
    await chat.press(text('bot:commands.why'));
    await chat.page.locator('.message.bot').last().getByText(text('quick-check:inputs.need.short')).waitFor();
    const answer = chat.page.locator(CARDS).getByRole('button', { name: YES, exact: true });
    const back = chat.page.getByRole('button', { name: text('page:chat.to-question') });
    if ((await below(answer)) < 0) await back.click();
    expect(await below(answer)).toBeGreaterThanOrEqual(0);
    await answer.click();
    await chat.question(2);
  });

  test('after a result no press leads back to a question: none is open', async () => {
    await open(PHONE);
    await begin(chat);
    await say('näytä tulos');
    await latest().getByRole('button').first().waitFor();
    await say('tallenna keskustelu');
    await latest().getByRole('link').first().waitFor();
    expect(await chat.page.getByRole('button', { name: text('page:chat.to-question') }).isVisible()).toBe(
      false,
    );
  });

  test('who reads further up is not pulled away by what another tab does, and is led to it', async () => {
    await open(PHONE);
    await begin(chat);
    await answerYes(chat, { from: 1, to: 3 });
    await chat.question(4);
    await chat.page.locator('#transcript').evaluate(box => {
      box.scrollTop = 0;
    });
    const other = await openChat(context, server.address);
    await other.question(4);
    await other.press(YES);
    await chat.page.getByRole('button', { name: text('page:chat.jump') }).click();
    await expect.poll(() => below(latest())).toBeGreaterThanOrEqual(0);
    expect(await isFocused(latest())).toBe(true);
  });

  test('what the server does not take can be sent again, and is taken once', async () => {
    await open();
    await begin(chat);
    let refused = 0;
    await chat.page.route('**/activities', route => {
      refused += 1;
      return refused === 1 ? route.fulfill({ status: 400, json: {} }) : route.continue();
    });
    await chat.press(YES);
    await chat.page.getByText(text('page:chat.unsent')).first().waitFor();
    await chat.page.getByRole('button', { name: text('page:chat.resend') }).click();
    await chat.question(2);
    expect(await own().count()).toBe(3);
  });

  test('each message keeps the language it was said in, also after a reload', async () => {
    await open();
    await begin(chat);
    await chat.page.getByRole('link', { name: 'Svenska' }).click();
    await chat.page.getByText(text('quick-check:inputs.need.question', 'sv')).last().waitFor();
    const languages = async () => {
      const all = await chat.page
        .locator('.message:visible')
        .evaluateAll(list => list.map(one => Reflect.get(one, 'lang')));
      return all.map(lang => String(lang).slice(0, 2));
    };
    const expected = async () => {
      const shown = await languages();
      return [shown[0], shown[1], shown.at(-1)];
    };
    await chat.page.getByText(text('bot:notices.language-changed', 'sv')).last().waitFor();
    expect(await expected()).toEqual(['fi', 'fi', 'sv']);
    await chat.page.reload();
    await chat.page.getByText(text('quick-check:inputs.need.question', 'sv')).last().waitFor();
    await expect.poll(expected).toEqual(['fi', 'fi', 'sv']);
  });

  test.each([
    ['320 px', { width: 320, height: 640 }],
    ['400 % zoom', { width: 320, height: 256 }],
    ['200 % zoom', { width: 640, height: 450 }],
    ['a phone lying down', { width: 740, height: 360 }],
  ])('%s: nothing is cut off sideways, all can be reached, axe is content', async (_name, size) => {
    await open(size);
    await begin(chat);
    await chat.press(YES);
    await chat.question(2);
    const overflow = await chat.page.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    expect(overflow).toBeLessThanOrEqual(0);
    expect(await accessibilityProblems(chat.page)).toEqual([]);
    await chat.press(YES);
    await chat.question(3);
    await say('kyllä');
    await chat.question(4);
  });

  test('text follows the size that the person has set in the browser, cards too', async () => {
    await open();
    await begin(chat);
    const sizes = () =>
      chat.page.evaluate(`['.ac-textBlock[role=heading]', '.own .words', '#words', 'h1'].map(
        selector => parseFloat(getComputedStyle(document.querySelector(selector)).fontSize))`);
    const before = await sizes();
    const session = await context.newCDPSession(chat.page);
    await session.send('Page.enable');
    await session.send('Page.setFontSizes', { fontSizes: { standard: 32 } });
    const after = await sizes();
    const ratios = [before, after].map(list => (Array.isArray(list) ? list.map(Number) : []));
    for (const [index, size] of (ratios[1] ?? []).entries()) {
      expect(size / (ratios[0]?.[index] ?? 1)).toBeGreaterThan(1.4);
    }
  });

  test('in forced colours the buttons and the person’s lines keep an edge', async () => {
    await open();
    await chat.page.emulateMedia({ forcedColors: 'active' });
    await begin(chat);
    for (const selector of ['.ac-adaptiveCard .ac-pushButton', '.own .bubble', '.send']) {
      const width = await chat.page
        .locator(selector)
        .first()
        .evaluate(one => one.ownerDocument.defaultView?.getComputedStyle(one).borderTopWidth);
      expect(Number.parseFloat(width ?? '0')).toBeGreaterThan(0);
    }
  });

  test('the page prints the whole conversation, without buttons', async () => {
    await open();
    await begin(chat);
    await answerYes(chat, { from: 1, to: 6 });
    await chat.question(7);
    await chat.page.emulateMedia({ media: 'print' });
    const [box, inner] = await chat.page
      .locator('#transcript')
      .evaluate(one => [one.clientHeight, one.scrollHeight]);
    expect(inner).toBe(box);
    expect(await chat.page.locator(WORDS).isVisible()).toBe(false);
    expect(await chat.card().getByRole('button').count()).toBe(0);
  });
});

test('a colleague opens the link in a browser of their own and answers just the question that was left to them', async () => {
  await open();
  await begin(chat);
  await say('kysy kollegalta');
  await chat.page.getByText(text('bot:notices.colleague-marked')).last().waitFor();
  await say('tee linkki kollegalle');
  await chat.page.getByText(text('bot:part.ask')).last().waitFor();
  await say('talousjohtaja');
  const link = chat.page.locator('a[href*="#code="]').last();
  await link.waitFor();
  const path = new URL((await link.getAttribute('href')) ?? '').hash;
  await context.close();
  context = await visitor(browser);
  chat = await openChat(context, server.address, `/${path}`);
  await chat.page.getByText(text('bot:part.begun')).last().waitFor();
  // The code does not stay in the address.
  expect(chat.page.url()).not.toContain('code');
  await chat.press(YES);
  await chat.page.getByText(text('bot:notices.part-done')).last().waitFor();
  expect(await accessibilityProblems(chat.page)).toEqual([]);
  expect(chat.troubles).toEqual([]);
});

import { createServer, type Server } from 'node:http';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { accessibilityProblems } from '../support/axe.ts';
import { type BuiltServer, builtServer } from '../support/built-server.ts';
import { launchChromium } from '../support/chromium.ts';
import { CARDS, text, visitor, WORDS } from './chat-page.ts';

/** Another site that shows the widget, with a policy that lets in the bot's origin and nothing else. */
interface Host {
  readonly origin: string;
  bot: string;
  locale: string;
  close(): void;
}

/** Pages by their path: the attributes of each tag in the head, and of each at the top of the body. */
const TAGS: Readonly<Record<string, readonly [head: readonly string[], body?: readonly string[]]>> = {
  '/': [['defer']],
  '/plain': [[]],
  '/head': [['']],
  '/async': [['async']],
  '/body': [[], ['']],
  '/module': [['type="module"']],
  '/anonymous': [['crossorigin="anonymous"']],
  '/twice': [['', '']],
  '/twice-deferred': [['defer', 'defer']],
  '/dressed': [
    [`defer data-color="#ffd200" data-logo="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>"`],
  ],
  '/head-and-body': [['async'], ['', 'defer']],
};

let server: BuiltServer;
let allowed: Host;
let stranger: Host;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  [allowed, stranger, browser] = await Promise.all([host(), host(), launchChromium()]);
  server = await builtServer({ ALLOWED_ORIGINS: `${allowed.origin},${sameSite(allowed)}` });
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
const card = () => frame().locator(CARDS).last();
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
  await card().getByText(text('quick-check:steps.scope.question')).waitFor();
  await launcher().click();
  expect(await page.locator('iframe').isVisible()).toBe(false);
  await launcher().click();
  expect(await card().getByText(text('quick-check:steps.scope.question')).isVisible()).toBe(true);
});

test('opening moves the focus into the chat; Escape there closes it and brings the focus back', async () => {
  await page.goto(allowed.origin);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await frame().locator(CARDS).waitFor();
  await expect
    .poll(() => page.evaluate('document.activeElement.shadowRoot.activeElement.tagName'))
    .toBe('IFRAME');
  await frame().locator(WORDS).focus();
  await page.keyboard.press('Escape');
  await expect.poll(() => launcher().getAttribute('aria-expanded')).toBe('false');
  expect(await page.evaluate('document.activeElement.shadowRoot.activeElement.tagName')).toBe('BUTTON');
});

test('Tab stays within the open chat and its button, both ways, and is free again once it is closed', async () => {
  await page.goto(allowed.origin);
  await page.evaluate(`(() => {
    const link = document.createElement('a');
    link.href = '/plain';
    link.textContent = 'Etusivu';
    document.querySelector('main').append(link);
  })()`);
  await launcher().click();
  await frame().locator(CARDS).waitFor();
  const place = async () => {
    const widget = await page.evaluate(
      'document.activeElement?.shadowRoot?.activeElement?.tagName ?? "page"',
    );
    return widget === 'IFRAME' ? await frame().locator('*:focus').count() : widget;
  };
  for (const key of ['Tab', 'Shift+Tab']) {
    const seen = new Set<unknown>();
    for (
      let presses = 0;
      presses < 60 && !(seen.has(1) && seen.has('BUTTON') && presses > 30);
      presses += 1
    ) {
      await page.keyboard.press(key);
      seen.add(await place());
    }
    expect([seen.has('page'), seen.has('BUTTON'), seen.has(1)], key).toEqual([false, true, true]);
  }
  const problems = await accessibilityProblems(page);
  // The frame is of another origin; it is looked at by itself below.
  expect(problems.filter(problem => !problem.startsWith('frame-tested'))).toEqual([]);
  await page.keyboard.press('Escape');
  await expect.poll(() => launcher().getAttribute('aria-expanded')).toBe('false');
  await page.keyboard.press('Shift+Tab');
  expect(await page.evaluate('document.activeElement.tagName')).toBe('A');
});

test('the chat in the frame is as accessible as on its own page', async () => {
  await page.goto(`${server.address}/embed`);
  await page.locator(CARDS).waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
});

test('the chat stays open on the site’s next page, without taking the focus, and goes on there', async () => {
  // A private window keeps nothing for frames of other sites: here the bot is at another port of the same.
  await page.goto(sameSite(allowed));
  await launcher().click();
  await card()
    .getByRole('button', { name: text('bot:commands.start') })
    .click();
  await card().getByText(text('quick-check:steps.scope.question')).waitFor();
  await page.goto(`${sameSite(allowed)}/head`);
  await card().getByText(text('quick-check:steps.scope.question')).waitFor();
  expect(await launcher().getAttribute('aria-expanded')).toBe('true');
  expect(await page.evaluate('document.activeElement.tagName')).toBe('BODY');
  await launcher().click();
  await page.goto(sameSite(allowed));
  expect(await launcher().getAttribute('aria-expanded')).toBe('false');
});

test('at 200 % zoom the send box is in view, also once a question is there', async () => {
  await page.setViewportSize({ width: 640, height: 450 });
  await page.goto(allowed.origin);
  await launcher().click();
  await card()
    .getByRole('button', { name: text('bot:commands.start') })
    .click();
  await card().getByText(text('quick-check:steps.scope.question')).waitFor();
  const field = await frame().locator(WORDS).boundingBox();
  const shown = await page.locator('iframe').boundingBox();
  const endOf = (box: typeof field) => (box?.y ?? Number.NaN) + (box?.height ?? Number.NaN);
  expect(endOf(field)).toBeLessThanOrEqual(endOf(shown));
  expect(endOf(shown)).toBeLessThanOrEqual(450);
});

test('the host page gets no globals, no cookies and nothing in its storage', async () => {
  const globals = () => page.evaluate('Object.getOwnPropertyNames(window).sort()');
  await page.goto(`${allowed.origin}/plain`);
  const before = await globals();
  await page.goto(allowed.origin);
  await launcher().click();
  await frame().locator(CARDS).waitFor();
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
  const swedish = page.frameLocator('iframe').locator(CARDS);
  await swedish.getByRole('button', { name: text('bot:commands.start', 'sv') }).waitFor();
});

test('the tag dresses the button in the site’s colour and logo; the text on it can be read', async () => {
  await page.goto(`${allowed.origin}/dressed`);
  await launcher().locator('img').waitFor();
  const colours = await page.evaluate(`(() => {
    const button = document.querySelector('porrasbotti-widget').shadowRoot.querySelector('button');
    const { backgroundColor, color } = getComputedStyle(button);
    return [backgroundColor, color];
  })()`);
  expect(colours).toEqual(['rgb(255, 210, 0)', 'rgb(0, 0, 0)']);
  expect(await launcher().locator('img').getAttribute('alt')).toBe('');
  expect(await accessibilityProblems(page)).toEqual([]);
});

test('the demo page of a trial has the one line on it, under a strict policy, and opens the chat', async () => {
  const troubles: string[] = [];
  page.on('console', message => message.type() === 'error' && troubles.push(message.text()));
  await page.goto(`${server.address}/demo`);
  await launcher().waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  await launcher().click();
  await card()
    .getByRole('button', { name: text('resident-survey:open') })
    .click();
  await card().getByText(text('resident-survey:steps.place.question')).waitFor();
  expect(troubles).toEqual([]);
});

test('a site that is not allowed shows no chat', async () => {
  await page.clock.install();
  await page.goto(stranger.origin);
  const refused = page.waitForEvent('console', message => message.text().includes('frame-ancestors'));
  const told = page.waitForEvent('console', message => message.text().includes('ALLOWED_ORIGINS'));
  await launcher().click();
  await refused;
  await page.clock.fastForward('01:00');
  expect((await told).text()).toContain(stranger.origin);
  expect(await page.frameLocator('iframe').locator('#chat').count()).toBe(0);
});

const widgets = () => page.locator('porrasbotti-widget');

test.each(Object.keys(TAGS).filter(path => path !== '/plain'))(
  'however the tag is written (%s) there is one button, at the end of the body',
  async path => {
    await page.goto(allowed.origin + path);
    await launcher().waitFor();
    await page.waitForLoadState('load');
    expect(await widgets().count()).toBe(1);
    expect(await page.evaluate('document.body.lastElementChild.localName')).toBe('porrasbotti-widget');
    await launcher().click();
    await frame().locator(CARDS).waitFor();
  },
);

/** What sites do that change pages without loading them. */
const CHANGES = {
  'a new body, as Turbo puts in': `
    const body = document.createElement('body');
    body.innerHTML = '<main><h1>Toinen sivu</h1></main>';
    document.documentElement.replaceChild(body, document.body);`,
  'a body set through the document': `
    const body = document.createElement('body');
    body.innerHTML = '<main><h1>Toinen sivu</h1></main>';
    document.body = body;`,
  'new content of the body, as htmx puts in': `
    document.body.innerHTML = '<main><h1>Toinen sivu</h1></main>';`,
  'a copy of an earlier body, with the tag in it': `
    const body = document.body.cloneNode(true);
    body.querySelector('h1').textContent = 'Toinen sivu';
    const tag = document.createElement('script');
    tag.src = document.querySelector('script').src;
    body.append(tag);
    document.body.replaceWith(body);`,
  'a whole new document element': `
    const html = document.createElement('html');
    html.append(document.createElement('head'), document.createElement('body'));
    html.lang = 'fi';
    html.lastChild.innerHTML = '<main><h1>Toinen sivu</h1></main>';
    document.documentElement.replaceWith(html);`,
};

test.each(Object.entries(CHANGES))('the button survives %s', async (_what, change) => {
  await page.goto(sameSite(allowed));
  await launcher().click();
  await card()
    .getByRole('button', { name: text('bot:commands.start') })
    .click();
  const asked = text('quick-check:steps.scope.question');
  await card().getByText(asked).waitFor();
  for (const _time of [1, 2]) {
    await page.evaluate(`(() => { ${change} })()`);
    await page.getByRole('heading', { name: 'Toinen sivu' }).waitFor();
    await launcher().waitFor();
    await page.waitForLoadState('networkidle');
    expect(await widgets().count()).toBe(1);
    expect(await launcher().count()).toBe(1);
    expect(await launcher().getAttribute('aria-expanded')).toBe('true');
    await card().getByText(asked).waitFor();
  }
  await launcher().click();
  expect(await page.locator('iframe').isVisible()).toBe(false);
});

test('whatever the site’s styles say of all elements, the button is in its corner and the chat works', async () => {
  await page.goto(allowed.origin);
  await launcher().waitFor();
  const before = await launcher().boundingBox();
  await page.evaluate(`(() => {
    const sheet = new CSSStyleSheet();
    const all = ['position: static', 'display: none', 'visibility: hidden', 'opacity: 0', 'pointer-events: none',
      'font-size: 2px', 'transform: scale(.1)', 'clip-path: inset(50%)', 'margin: -500px', 'z-index: -1', 'width: 1px',
      'color: transparent', 'filter: blur(9px)', 'content-visibility: hidden', 'contain: strict', 'zoom: 3'];
    sheet.replaceSync('body * { ' + all.map(one => one + ' !important').join('; ') + ' }');
    document.adoptedStyleSheets = [sheet];
  })()`);
  expect(await launcher().boundingBox()).toEqual(before);
  await launcher().click();
  await card()
    .getByRole('button', { name: text('bot:commands.start') })
    .click();
  await card().getByText(text('quick-check:steps.scope.question')).waitFor();
});

test('paper shows neither the button nor the chat, whatever the site does to what it prints', async () => {
  await page.goto(allowed.origin);
  await launcher().click();
  await page.evaluate(`(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('@media print { body > * { display: block !important } }');
    document.adoptedStyleSheets = [sheet];
  })()`);
  await page.emulateMedia({ media: 'print' });
  expect([await launcher().isVisible(), await page.locator('iframe').isVisible()]).toEqual([false, false]);
  await page.emulateMedia({ media: 'screen' });
  expect(await launcher().isVisible()).toBe(true);
});

/** A new body takes the frame with it. The chat in a new one goes on only where the browser lets frames remember. */
function sameSite({ origin }: Host): string {
  return origin.replace('127.0.0.1', 'localhost');
}

async function host(): Promise<Host> {
  const own = { bot: '', locale: 'fi' };
  const server: Server = createServer(({ url = '/' }, response) => {
    const tags = (written: readonly string[] = []) =>
      written
        .map(one => `<script src="${own.bot}/widget.js" data-locale="${own.locale}" ${one}></script>`)
        .join('');
    const [head, body] = TAGS[url] ?? [['defer']];
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.setHeader(
      'content-security-policy',
      `default-src 'none'; script-src ${own.bot}; frame-src ${own.bot}; img-src data:`,
    );
    response.end(`<!doctype html><html lang="fi"><head><title>Kunta</title><link rel="icon" href="data:,">
      ${tags(head)}</head><body>${tags(body)}<main><h1>Kunta</h1></main></body></html>`);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = address && typeof address === 'object' ? address.port : 0;
  return Object.assign(own, { origin: `http://127.0.0.1:${port}`, close: () => void server.close() });
}

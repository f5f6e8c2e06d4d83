/**
 * `npm run pictures`: takes the pictures of the README anew, of the real thing: the built server, and a phone's browser in
 * which somebody answers the quick check. Needs Chromium, as the tests do.
 */
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { answerYes, begin, openChat, WORDS } from '../tests/e2e/chat-page.ts';
import { builtServer } from '../tests/support/built-server.ts';
import { launchChromium } from '../tests/support/chromium.ts';
import { requireTools } from './tools.ts';

const CHAT = fileURLToPath(new URL('../docs/images/chat.png', import.meta.url));
const PHONE = { width: 360, height: 740 };

requireTools(['chromium']);
const [server, browser] = await Promise.all([builtServer(), launchChromium()]);
try {
  await sideBySide(browser, await shots(browser, server.address), CHAT);
  console.log(CHAT);
} finally {
  await browser.close();
  await server.remove();
}

/** A question, the summary and the result, as a person with a phone sees them. */
async function shots(browser: Browser, address: string): Promise<readonly Buffer[]> {
  const context = await browser.newContext({ viewport: PHONE, locale: 'fi-FI', reducedMotion: 'reduce' });
  const chat = await openChat(context, address);
  const say = async (words: string) => {
    await chat.page.fill(WORDS, words);
    await chat.page.press(WORDS, 'Enter');
  };
  await begin(chat);
  await chat.question(1);
  const question = await chat.page.screenshot();
  await answerYes(chat, { from: 1, to: 8 });
  await chat.question(9);
  await say('85');
  await chat.question(10);
  await say('yhteenveto');
  await chat.card().getByText('Vastauksesi').first().waitFor();
  await chat.card().evaluate(card => card.scrollIntoView());
  await chat.page.evaluate('scrollTo(0, 0)');
  const summary = await chat.page.screenshot();
  await say('näytä tulos');
  const picture = chat.page.locator('img[src*="/pictures/stair/"]').last();
  await picture.waitFor();
  await picture.evaluate(image => image.closest('.message')?.scrollIntoView());
  await chat.page.evaluate('scrollTo(0, 0)');
  await chat.page.waitForLoadState('networkidle');
  return [question, summary, await chat.page.screenshot()];
}

async function sideBySide(browser: Browser, shots: readonly Buffer[], path: string): Promise<void> {
  const viewport = { width: PHONE.width * shots.length, height: PHONE.height };
  const page = await browser.newPage({ viewport });
  const images = shots.map(shot => `<img src="data:image/png;base64,${shot.toString('base64')}">`);
  await page.setContent(`<body style="margin:0;display:flex">${images.join('')}</body>`);
  await page.screenshot({ path });
}

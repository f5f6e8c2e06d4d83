import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BuiltServer, builtServer } from '../support/built-server.ts';
import { launchChromium } from '../support/chromium.ts';

let server: BuiltServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([builtServer(), launchChromium()]);
});

afterAll(async () => {
  await browser?.close();
  await server?.remove();
});

/** Cards name pictures by the server's own address, whatever address the page was opened at. */
test.each(['localhost', '127.0.0.1'])('a page opened at %s shows the stair', async name => {
  const page = await browser.newPage();
  await page.goto(server.address.replace('localhost', name));
  const wide = await page.evaluate(
    `new Promise(resolve => {
      const picture = new Image();
      picture.onload = () => resolve(picture.naturalWidth);
      picture.onerror = () => resolve('blocked');
      picture.src = '${server.address}/pictures/stair/1-3.fi.png';
    })`,
  );
  expect(wide).toBe(960);
  await page.close();
});

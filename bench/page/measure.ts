import type { Browser, CDPSession, Page } from 'playwright-core';
import { PROBE } from './probe.ts';

/** One visit, from an empty cache to the first question. Milliseconds and bytes. */
export interface Visit {
  readonly button: number;
  /** From the press to the question. */
  readonly question: number;
  readonly bytes: number;
  readonly longestTask: number;
  /** Layout shifts: how many, and their sum as the browser weighs them. */
  readonly shifts: number;
  readonly shifted: number;
}

/** Lighthouse's Slow 4G, and an old phone's processor. */
const SLOW_4G = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
};
const CPU_RATE = 4;
const PHONE = { width: 360, height: 740 };
const PATIENCE_MS = 60_000;

/** Opens the page as a first visitor on an old phone would. */
export async function visit(browser: Browser, address: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: PHONE, locale: 'fi-FI' });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await slowDown(session);
    const bytes = countBytes(session);
    await page.addInitScript(PROBE);
    await page.goto(address, { waitUntil: 'commit' });
    await questionAsked(page);
    return await read(page, bytes());
  } finally {
    await context.close();
  }
}

/** Asked seldom, since asking costs the page time; the page itself notes the moment. */
async function questionAsked(page: Page): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  while (!(await page.evaluate('window.__noted?.question !== undefined'))) {
    if (Date.now() > until) throw new Error('the first question never came');
    await page.waitForTimeout(250);
  }
}

async function slowDown(session: CDPSession): Promise<void> {
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', SLOW_4G);
  await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_RATE });
}

/** What came over the network: files as they were encoded, and frames of sockets. */
function countBytes(session: CDPSession): () => number {
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  session.on('Network.webSocketFrameReceived', ({ response }) => {
    bytes += response.payloadData.length;
  });
  return () => bytes;
}

async function read(page: Page, bytes: number): Promise<Visit> {
  const noted: { button: number; question: number; tasks: number[]; shifts: number[] } =
    await page.evaluate('window.__noted');
  return {
    button: noted.button,
    question: noted.question - noted.button,
    bytes,
    longestTask: Math.max(0, ...noted.tasks),
    shifts: noted.shifts.length,
    shifted: noted.shifts.reduce((sum, value) => sum + value, 0),
  };
}

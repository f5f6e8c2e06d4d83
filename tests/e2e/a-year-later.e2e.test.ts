/** A person judges two sectors in the chat, sets a target, opens the council's page, and sees a year later what rose. */
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AppInProcess, appInProcess } from '../support/app-in-process.ts';
import { launchChromium } from '../support/chromium.ts';
import { type ChatPage, openChat, text, visitor, WORDS } from './chat-page.ts';

const YEAR_MS = 365 * 86_400_000;

let app: AppInProcess;
/** Under the name by which the server calls itself: the pictures on its cards are then from nowhere else. */
let address: string;
let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
  const settings = { CHAT_TOKEN_SECRET: 'salaisuus-testeihin-0123456789-0123456789' };
  app = await appInProcess(settings, { webFolder: join(import.meta.dirname, '../../dist/web') });
  address = app.address.replace('127.0.0.1', 'localhost');
});

afterAll(async () => {
  await browser?.close();
  await app?.close();
});

/** What the person writes, and what stands in the chat from then on: words that the person did not write. */
type Line = readonly [said: string, then: string];

async function talk({ page }: ChatPage, lines: readonly Line[]): Promise<void> {
  for (const [said, then] of lines) {
    const before = await page.locator('.message').count();
    await page.locator(WORDS).fill(said);
    await page.keyboard.press('Enter');
    await expect.poll(() => since(page, before), { timeout: 15_000 }).toContain(then);
  }
}

async function since(page: ChatPage['page'], before: number): Promise<string> {
  const words = await page.locator('.message').allInnerTexts();
  return words.slice(before).join('\n').replaceAll('\u00a0', ' ');
}

/** Goes through the strategy of both sectors: the first is on level 2, the other on 2 or on none. */
async function judge(chat: ChatPage, other: 'rises' | 'falls'): Promise<void> {
  await talk(chat, [
    ['kypsyysprofiili', 'Oma roolisi'],
    ['Oulu, johto', 'Strategia – Koko organisaatio'],
    ['näytä tulos', 'Vastattuja väittämiä on 0 %'],
  ]);
  await chat.press(text('profile:steps.sectors-chosen.onward'));
  await chat.card().getByText(text('profile:steps.sectors-chosen.question')).waitFor();
  await talk(chat, [
    ['Sivistys ja kasvatus ja Tekniset palvelut', 'Strategia – Sivistys'],
    ['kaikki kyllä', 'taso 3'],
    ['kaikki ei', 'Johtaminen – Sivistys'],
    ...Array.from({ length: 7 }, (_, at): Line => ['ohita', at < 6 ? '– Sivistys' : 'Profiili: Sivistys']),
    ['seuraava', 'Strategia – Tekniset'],
    ...(other === 'rises' ? ([['kaikki kyllä', 'taso 3']] as const) : ([['kaikki ei', 'taso 1']] as const)),
    ['kaikki ei', 'Johtaminen – Tekniset'],
  ]);
}

test('two sectors, a target, the page for a council, and what rose in a year', async () => {
  const first = await openChat(await visitor(browser), address);
  await judge(first, 'falls');
  await talk(first, [
    ['näytä tulos', 'Suurin ero on 2 tasoa: Strategia'],
    ['säilytä tulos', 'nimi'],
    ['Oulun digi', 'koodi'],
  ]);
  const said = (await first.page.locator('.message').allInnerTexts()).join('\n');
  const code = /\b(?:[0-9A-Z]{4}-){6}[0-9A-Z]{4}\b/.exec(said)?.[0] ?? 'none was told';
  await talk(first, [
    ['tavoitteet', 'nykytaso'],
    ['seuraava', 'tavoite'],
    ['strategia tavoite 3, vuosi 2028', 'nykytaso 0, tavoite 3'],
    ['näytä tulos', 'tavoite 3 vuonna 2028'],
    ['tallenna tulos', 'PDF'],
  ]);
  const link = first.page.locator('a[href*="result.pdf"]').last();
  const file = await first.page.request.get((await link.getAttribute('href')) ?? '');
  expect((await file.body()).subarray(0, 5).toString()).toBe('%PDF-');
  expect(first.troubles).toEqual([]);
  // Left open, it would be told in a year that its conversation is gone.
  await first.page.close();

  app.clock.now += YEAR_MS;
  const later = await openChat(await visitor(browser), address);
  await talk(later, [[`koodi ${code}`, 'Oulun digi']]);
  await judge(later, 'rises');
  await talk(later, [['näytä tulos', 'Strategia: ennen 0, nyt 2']]);
  expect(later.troubles).toEqual([]);
}, 60_000);

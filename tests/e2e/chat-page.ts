import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import type { Locale } from '../../src/conversation/locale.ts';
import { content, QUESTIONS } from '../support/content.ts';

/** Cards the script drew, and those that the server drew into the page. */
export const CARDS = '.message:visible :is(.ac-adaptiveCard, .drawn)';
/** Where the person writes. */
export const WORDS = '#words';

/** A person's view of the chat: what is on the page, and what a person can do there. */
export interface ChatPage {
  readonly page: Page;
  /** What went wrong unseen: errors in the console, blocked or failed requests, requests to elsewhere. */
  readonly troubles: string[];
  /** The values of the events that the bot sent under this name, oldest first. */
  events(name: string): unknown[];
  /** The latest card. */
  card(): Locator;
  /** Waits until the latest card is the question of this step. */
  question(step: number): Promise<Locator>;
  /** Presses a button of the latest card. */
  press(label: string): Promise<void>;
}

export function text(
  key: string,
  locale: Locale = 'fi',
  params: Record<string, string | number> = {},
): string {
  return content.translate(locale)(key, params);
}

/** Opens the page as a first visitor would, unless the context has been there before. */
export async function openChat(context: BrowserContext, address: string, path = '/'): Promise<ChatPage> {
  const page = await context.newPage();
  const troubles = watchTroubles(page, address);
  const events = watchEvents(page);
  await page.goto(address + path);
  const card = () => page.locator(CARDS).last();
  await card().waitFor();
  return {
    page,
    troubles,
    events: name => events.filter(event => event.name === name).map(({ value }) => value),
    card,
    question: async step => {
      const locale = localeOf(await page.locator('html').getAttribute('lang'));
      const progress = text('bot:question.progress', locale, { position: step, total: QUESTIONS });
      const found = page.locator(CARDS).last().filter({ hasText: progress });
      await found.waitFor();
      return found;
    },
    press: label => card().getByRole('button', { name: label, exact: true }).click(),
  };
}

function localeOf(lang: string | null): Locale {
  return lang === 'sv' || lang === 'en' ? lang : 'fi';
}

function watchTroubles(page: Page, address: string): string[] {
  const troubles: string[] = [];
  page.on('pageerror', error => troubles.push(`error: ${error.message}`));
  page.on('console', message => {
    if (message.type() === 'error') troubles.push(`console: ${message.text()}`);
  });
  page.on('request', request => {
    const url = request.url();
    if (!url.startsWith(address) && !/^(data|blob):/.test(url)) troubles.push(`elsewhere: ${url}`);
  });
  page.on('response', response => {
    if (response.status() >= 400) troubles.push(`${response.status()}: ${response.url()}`);
  });
  return troubles;
}

interface BotEvent {
  readonly name: string;
  readonly value: unknown;
}

function watchEvents(page: Page): BotEvent[] {
  const events: BotEvent[] = [];
  page.on('websocket', socket =>
    socket.on('framereceived', ({ payload }) => {
      if (payload === '') return;
      const { activities = [] } = JSON.parse(payload.toString());
      events.push(...activities.filter(({ type }: { type: string }) => type === 'event'));
    }),
  );
  return events;
}

/** A context like a visitor's browser. */
export function visitor(
  browser: Browser,
  options: { width?: number; height?: number; colorScheme?: 'light' | 'dark' } = {},
): Promise<BrowserContext> {
  const { width = 1280, height = 900, colorScheme = 'light' } = options;
  return browser.newContext({ viewport: { width, height }, colorScheme, locale: 'fi-FI' });
}

/** The first question of the quick check, reached from the greeting; what is judged is left open with one press. */
export async function begin(chat: ChatPage): Promise<void> {
  await chat.press(text('bot:commands.start'));
  await goOverScope(chat);
  await chat.question(1);
}

/** One press on the card of what is judged. */
export async function goOverScope(chat: ChatPage, locale: Locale = 'fi'): Promise<void> {
  await chat.card().getByText(text('quick-check:steps.scope.question', locale), { exact: true }).waitFor();
  await chat.press(text('quick-check:steps.scope.submit', locale));
}

export const YES = text('quick-check:scales.achievement.yes');
export const PARTLY = text('quick-check:scales.achievement.partly');

/** Answers questions from one step up to another, each with yes. */
export async function answerYes(chat: ChatPage, { from, to }: { from: number; to: number }): Promise<void> {
  for (let step = from; step <= to; step += 1) {
    await chat.question(step);
    await chat.press(YES);
  }
}

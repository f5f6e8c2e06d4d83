import type { PageTexts } from '../src/http/page-texts.ts';
import { type Activity, field, textField } from './activity.ts';
import type { CardOptions } from './cards.ts';
import { markdownToHtml } from './markdown.ts';
import { formatTime } from './time-of-day.ts';

/** Draws an Adaptive Card; undefined when it cannot be drawn. */
export type DrawCard = (content: unknown, options: CardOptions) => HTMLElement | undefined;

export interface MessageOptions {
  readonly page: Document;
  readonly texts: () => PageTexts;
  /** Undefined while the renderer could not be had: then what a card says is shown in words. */
  readonly drawCard: () => DrawCard | undefined;
  readonly pressed: CardOptions['pressed'];
  /** Of times, as `fi-FI`. */
  readonly clock: () => string;
}

const CARD = 'application/vnd.microsoft.card.adaptive';

/** A message of the bot, or a line of the person's own. Its language is its own, whatever the page turns to later. */
export function createMessage(activity: Activity, from: 'bot' | 'own', options: MessageOptions): HTMLElement {
  const { page, texts } = options;
  const message = page.createElement('article');
  message.className = `message ${from}`;
  message.tabIndex = -1;
  if (activity.locale) message.lang = activity.locale;
  const who = from === 'own' ? texts().you : texts().bot;
  const body = page.createElement('div');
  body.className = 'bubble';
  body.append(...(from === 'own' ? ownBody(activity, page) : bodyOf(activity, options)));
  if (body.querySelector('button, input, select, textarea')) message.dataset.asks = '';
  if (activity.inputHint === 'expectingInput') message.dataset.expects = '';
  message.setAttribute('aria-label', `${who}: ${from === 'own' ? ownWords(activity) : gistOf(activity)}`);
  message.append(hidden(page, `${who}: `), body, ...timeOf(activity, options));
  return message;
}

/** What the message says, in a sentence or two where it is a card. */
export function gistOf(activity: Activity): string {
  const card = contentOf(activity);
  return (
    textField(card, 'speak') ?? (activity.text || activity.summary || textField(card, 'fallbackText') || '')
  );
}

/** A person's own words: what was typed, or what the pressed button said. */
export function ownWords(activity: Activity): string | undefined {
  return activity.text || textField(field(activity.channelData, 'messageBack'), 'displayText') || undefined;
}

/** What people write is shown letter by letter. */
function ownBody(activity: Activity, page: Document): HTMLElement[] {
  return [inWords(page, ownWords(activity) ?? '', 'plain')];
}

function bodyOf(activity: Activity, options: MessageOptions): HTMLElement[] {
  const { page, texts } = options;
  const said = activity.text ? [inWords(page, activity.text, activity.textFormat)] : [];
  const content = contentOf(activity);
  if (content === undefined) return said;
  const card = options.drawCard()?.(content, { pressed: options.pressed, more: texts().more });
  if (card) return [...said, card];
  const instead = activity.summary ?? textField(content, 'fallbackText');
  return instead ? [...said, inWords(page, instead, 'plain')] : said;
}

function inWords(page: Document, words: string, format: string | undefined): HTMLElement {
  const element = page.createElement('div');
  element.className = 'words';
  if (format === 'plain') element.textContent = words;
  else element.innerHTML = markdownToHtml(words);
  return element;
}

function contentOf({ attachments }: Activity): unknown {
  const card = attachments?.find(attachment => field(attachment, 'contentType') === CARD);
  return field(card, 'content');
}

function timeOf({ timestamp }: Activity, { page, clock }: MessageOptions): HTMLElement[] {
  if (!timestamp) return [];
  const time = page.createElement('time');
  time.dateTime = timestamp;
  time.textContent = formatTime(new Date(timestamp), clock(), new Date());
  return [time];
}

function hidden(page: Document, text: string): HTMLElement {
  const element = page.createElement('span');
  element.className = 'visually-hidden';
  element.textContent = text;
  return element;
}

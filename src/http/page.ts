import { DEFAULT_LIMITS } from '../directline/limits.ts';
import type { Contact } from '../presentation/context.ts';
import type { View } from '../presentation/view.ts';
import { escapeHtml } from '../reports/escape-html.ts';
import { UNZIP_LIMITS } from '../reports/workbook/xlsx/unzip-limits.ts';
import type { PageAssets } from './page-assets.ts';
import { contactMarkup } from './page-contact.ts';
import {
  dataMarkup,
  type FrameOptions,
  footerMarkup,
  headerMarkup,
  headMarkup,
  label,
  text,
} from './page-frame.ts';
import type { PageTexts } from './page-texts.ts';
import { viewMarkup } from './view-markup.ts';

/** `page` stands alone; `embed` is the same chat without header and footer, for the widget's frame. */
export type PageKind = 'page' | 'embed';

export interface PageOptions extends FrameOptions {
  readonly kind: PageKind;
  /** The nonce of this answer's Content-Security-Policy. */
  readonly nonce: string;
  readonly assets: PageAssets;
  readonly contact: Contact;
  /** What the bot will say first. */
  readonly greeting: View;
  /** Id of a field → address of the names to suggest in it. */
  readonly names: Readonly<Record<string, string>>;
  /** Begins this page's conversation. */
  readonly invitation: { readonly token: string; readonly conversationId: string };
}

/** The whole page as HTML: to be read, and its greeting to be pressed, before any script has come. */
export function renderPage(options: PageOptions): string {
  const { kind, locale, authority, assets } = options;
  const screen = `${kind === 'page' ? skipLink(options) + headerMarkup(options) : ''}
${main(options)}`;
  return `<!doctype html>
<html lang="${locale}" data-kind="${kind}">
<head>
${headMarkup(`${options.texts[locale].title} – ${authority}`, assets)}
${scripts(options)}
</head>
<body>
${kind === 'page' ? `<div class="screen">${screen}</div>\n${footerMarkup(options)}` : screen}
${dataBlock(options)}
</body>
</html>
`;
}

/** The first runs before anything is drawn. The second runs once the page has been read and fetches the third. */
function scripts({ assets, nonce }: PageOptions): string {
  return `<script nonce="${nonce}">${assets.boot}</script>
<script src="${assets.script}" nonce="${nonce}" defer></script>
<link rel="modulepreload" href="${assets.cards}">`;
}

/** Last on the page: nothing that is seen waits for it. */
function dataBlock({ texts, authority, assets, invitation, names }: PageOptions): string {
  return dataMarkup({ texts, authority, invitation, names, cards: assets.cards });
}

function skipLink({ locale, texts }: PageOptions): string {
  return `<a class="skip" href="#chat-region"${text(texts[locale], 'skip')}</a>\n`;
}

function main(options: PageOptions): string {
  const { kind, locale, texts } = options;
  const own = texts[locale];
  const heading = `<h1${kind === 'embed' ? ' class="visually-hidden"' : ''}${text(own, 'title')}</h1>`;
  return `<main>
<div class="intro">${heading}${kind === 'page' ? `<p${text(own, 'lead')}</p>` : ''}</div>
<section class="chat" id="chat-region" tabindex="-1"${label(own, 'chatRegion')}>
${head(own)}
<div class="transcript" id="transcript" role="log" aria-live="off" tabindex="0"${label(own, 'messages')}>
${greetingMessage(options)}
${returningMessage(own)}
</div>
<p class="loading" id="loading"${text(own, 'chatLoading')}</p>
${upload(own)}
${composer(own)}
<div class="visually-hidden" id="announcer" aria-live="polite"></div>
</section>
${fallback(options)}
</main>`;
}

/** Who is talked to, how far it is, and whether the connection works. */
function head(own: PageTexts): string {
  return `<div class="chat-head" id="chat-head">
<svg class="mark" viewBox="0 0 24 24" aria-hidden="true"><path d="M3 20v-4h5v-4h5V8h5V4h3v16z"/></svg>
<p class="bot-name"><strong${text(own, 'bot')}</strong> <span${text(own, 'botKind')}</span></p>
<span class="progress-value" id="progress-value" aria-hidden="true" hidden></span>
<span class="progress-bar" id="progress-bar" role="progressbar" aria-valuemin="0"${label(own, 'progressLabel')} hidden><span class="progress-fill" id="progress-fill"></span></span>
<div class="notice" id="notice" role="status"></div>
</div>`;
}

/** In the language it was said in, which stays when the page turns to another. */
function greetingMessage({ locale, texts, greeting }: PageOptions): string {
  const { bot } = texts[locale];
  const gist = escapeHtml(greeting.gist);
  return `<article class="message bot" id="greeting" lang="${locale}" tabindex="-1" data-asks data-gist="${gist}" aria-label="${escapeHtml(bot)}: ${gist}"><span class="visually-hidden">${escapeHtml(bot)}: </span>${viewMarkup(greeting)}</article>`;
}

/** Seen instead by whoever can come back to a conversation. */
function returningMessage(own: PageTexts): string {
  return `<article class="message bot" id="returning" tabindex="-1"${label(own, 'returningTitle')}><div class="bubble"><div class="drawn">
<h2${text(own, 'returningTitle')}</h2>
<p${text(own, 'returningText')}</p>
<div class="buttons"><button type="button" class="ac-pushButton style-positive" data-choose="going-on"${text(own, 'returningGoOn')}</button><button type="button" class="ac-pushButton" data-choose="new"${text(own, 'returningAnew')}</button></div>
</div></div></article>`;
}

function composer(own: PageTexts): string {
  return `<form class="composer" id="composer">
<button type="button" class="jump" id="jump" hidden${text(own, 'jump')}</button>
<label class="visually-hidden" for="words"${text(own, 'words')}</label>
<textarea id="words" rows="1" maxlength="${DEFAULT_LIMITS.textLength}" enterkeyhint="send" autocomplete="off" data-hint="chatPlaceholder" placeholder="${escapeHtml(own.chatPlaceholder)}"></textarea>
<button type="submit" class="send"${text(own, 'send')}</button>
</form>`;
}

/** Seen where scripts are off, have not come, or are beyond the browser: what to do, and how to reach a person. */
function fallback({ locale, texts, contact }: PageOptions): string {
  const own = texts[locale];
  return `<section class="fallback" id="fallback">
<noscript><p>${escapeHtml(own.noscript)}</p></noscript>
<p class="failed"><span${text(own, 'failed')}</span> <a href="?lang=${locale}"${text(own, 'reload')}</a></p>
${contactMarkup(contact, own)}
</section>`;
}

/** Shown by the script while the workbook is in hand. */
function upload(own: PageTexts): string {
  return `<details class="upload" id="upload" hidden>
<summary${text(own, 'uploadHeading')}</summary>
<label for="upload-file"${text(own, 'uploadLabel')}</label>
<input type="file" id="upload-file" accept=".xlsx" data-most-bytes="${UNZIP_LIMITS.fileBytes}">
<button type="button" id="upload-send"${text(own, 'uploadSend')}</button>
<div class="upload-said" id="upload-said" role="status"></div>
</details>`;
}

import { escapeHtml } from '../reports/escape-html.ts';
import { UNZIP_LIMITS } from '../reports/workbook/xlsx/unzip-limits.ts';
import type { PageAssets } from './page-assets.ts';
import { contactMarkup, type PageContact } from './page-contact.ts';
import { type FrameOptions, footerMarkup, headerMarkup, headMarkup, label, text } from './page-frame.ts';
import type { PageTexts } from './page-texts.ts';

/** `page` stands alone; `embed` is the same chat without header and footer, for the widget's frame. */
export type PageKind = 'page' | 'embed';

export interface PageOptions extends FrameOptions {
  readonly kind: PageKind;
  /** The nonce of this answer's Content-Security-Policy. */
  readonly nonce: string;
  readonly assets: PageAssets;
  readonly contact: PageContact;
}

/** The whole page as HTML, usable and in the right language before any script has run. */
export function renderPage(options: PageOptions): string {
  const { kind, locale, authority, assets } = options;
  return `<!doctype html>
<html lang="${locale}" data-kind="${kind}">
<head>
${headMarkup(`${options.texts[locale].title} – ${authority}`, assets)}
<noscript><style nonce="${options.nonce}">.chat, .skip { display: none }</style></noscript>
${scripts(options)}
</head>
<body>
${kind === 'page' ? skipLink(options) + headerMarkup(options) : ''}
${main(options)}
${kind === 'page' ? footerMarkup(options) : ''}
</body>
</html>
`;
}

/** Deferred scripts run in this order once the page has been read. The data block is not run at all. */
function scripts({ texts, authority, assets, nonce }: PageOptions): string {
  const data = JSON.stringify({ texts, authority }).replaceAll('<', '\\u003c');
  return `<script type="application/json" id="page-data">${data}</script>
<script src="${assets.webchat}" defer></script>
<script src="${assets.script}" nonce="${nonce}" defer></script>`;
}

function skipLink({ locale, texts }: PageOptions): string {
  return `<a class="skip" href="#chat-region"${text(texts[locale], 'skip')}</a>\n`;
}

function main({ kind, locale, texts, contact }: PageOptions): string {
  const own = texts[locale];
  const heading = `<h1${kind === 'embed' ? ' class="visually-hidden"' : ''}${text(own, 'title')}</h1>`;
  return `<main>
<div class="intro">${heading}${kind === 'page' ? `<p${text(own, 'lead')}</p>` : ''}</div>
<section class="chat" id="chat-region" tabindex="-1"${label(own, 'chatRegion')}>
${progress(own)}
<div class="notice" id="notice" role="status"></div>
<div class="chat-body">
<div id="chat" hidden></div>
<p class="loading" id="loading"${text(own, 'chatLoading')}</p>
</div>
${upload(own)}
</section>
<noscript><div class="noscript"><p>${escapeHtml(own.noscript)}</p>${contactMarkup(contact, own)}</div></noscript>
</main>`;
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

function progress(own: PageTexts): string {
  return `<div class="progress" id="progress" hidden>
<span class="progress-bar" id="progress-bar" role="progressbar" aria-valuemin="0"${label(own, 'progressLabel')}><span class="progress-fill" id="progress-fill"></span></span>
<span class="progress-value" id="progress-value" aria-hidden="true"></span>
</div>`;
}

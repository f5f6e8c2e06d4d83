import { LOCALES, type Locale } from '../conversation/locale.ts';
import { escapeHtml } from '../reports/escape-html.ts';
import type { PageAssets } from './page-assets.ts';
import { contactMarkup, type PageContact } from './page-contact.ts';
import type { PageText, PageTexts } from './page-texts.ts';

/** `page` stands alone; `embed` is the same chat without header and footer, for the widget's frame. */
export type PageKind = 'page' | 'embed';

export interface PageLink {
  readonly text: PageText;
  readonly path: string;
}

export interface PageOptions {
  readonly kind: PageKind;
  readonly locale: Locale;
  /** The nonce of this answer's Content-Security-Policy. */
  readonly nonce: string;
  readonly texts: Readonly<Record<Locale, PageTexts>>;
  readonly assets: PageAssets;
  /** Name of the authority the bot speaks for. */
  readonly authority: string;
  readonly contact: PageContact;
  /** Footer links; the page's language is added to each. */
  readonly links: readonly PageLink[];
}

const LANGUAGE_NAMES: Readonly<Record<Locale, string>> = { fi: 'Suomi', sv: 'Svenska', en: 'English' };

/** The whole page as HTML, usable and in the right language before any script has run. */
export function renderPage(options: PageOptions): string {
  const { kind, locale, authority, assets } = options;
  return `<!doctype html>
<html lang="${locale}" data-kind="${kind}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(`${options.texts[locale].title} – ${authority}`)}</title>
<link rel="icon" href="${assets.icon}" type="image/svg+xml">
<link rel="stylesheet" href="${assets.style}">
<noscript><style nonce="${options.nonce}">.chat, .skip { display: none }</style></noscript>
${scripts(options)}
</head>
<body>
${kind === 'page' ? header(options) : ''}
${main(options)}
${kind === 'page' ? footer(options) : ''}
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

function header({ locale, texts, authority }: PageOptions): string {
  const choices = LOCALES.map(language => {
    const current = language === locale ? ' aria-current="true"' : '';
    return `<li><a href="?lang=${language}" lang="${language}" hreflang="${language}" data-locale="${language}"${current}>${LANGUAGE_NAMES[language]}</a></li>`;
  });
  return `<a class="skip" href="#chat-region"${text(texts[locale], 'skip')}</a>
<header class="site-header">
<p class="authority">${escapeHtml(authority)}</p>
<nav class="languages"${label(texts[locale], 'languageLabel')}><ul>${choices.join('')}</ul></nav>
</header>`;
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
</section>
<noscript><div class="noscript"><p>${escapeHtml(own.noscript)}</p>${contactMarkup(contact, own)}</div></noscript>
</main>`;
}

function progress(own: PageTexts): string {
  return `<div class="progress" id="progress" hidden>
<span class="progress-bar" id="progress-bar" role="progressbar" aria-valuemin="0"${label(own, 'progressLabel')}><span class="progress-fill" id="progress-fill"></span></span>
<span class="progress-value" id="progress-value" aria-hidden="true"></span>
</div>`;
}

function footer({ locale, texts, links }: PageOptions): string {
  const items = links.map(
    link => `<li><a href="${link.path}?lang=${locale}"${text(texts[locale], link.text)}</a></li>`,
  );
  if (items.length === 0) return '';
  return `<footer class="site-footer"><nav${label(texts[locale], 'footerLabel')}><ul>${items.join('')}</ul></nav></footer>`;
}

/** Closes a start tag and gives its content, marked so that the script can change it to another language. */
function text(texts: PageTexts, name: PageText): string {
  return ` data-text="${name}">${escapeHtml(texts[name])}`;
}

function label(texts: PageTexts, name: PageText): string {
  return ` data-label="${name}" aria-label="${escapeHtml(texts[name])}"`;
}

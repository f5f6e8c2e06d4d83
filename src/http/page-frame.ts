/** What every page of the site has around its own content. */

import { LOCALES, type Locale } from '../conversation/locale.ts';
import type { Translate } from '../conversation/translate.ts';
import { escapeHtml } from '../reports/escape-html.ts';
import type { PageAssets } from './page-assets.ts';
import type { PageText, PageTexts } from './page-texts.ts';

/** What every page in the site's frame is made with. */
export interface SitePageOptions {
  readonly assets: PageAssets;
  readonly translate: (locale: Locale) => Translate;
  readonly defaultLocale: Locale;
  readonly authority: string;
  readonly links: readonly PageLink[];
}

export interface PageLink {
  readonly text: PageText;
  readonly path: string;
}

export interface FrameOptions {
  readonly locale: Locale;
  readonly texts: Readonly<Record<Locale, PageTexts>>;
  /** Name of the authority the bot speaks for. */
  readonly authority: string;
  /** Footer links; the page's language is added to each. */
  readonly links: readonly PageLink[];
}

const LANGUAGE_NAMES: Readonly<Record<Locale, string>> = { fi: 'Suomi', sv: 'Svenska', en: 'English' };

/** What a page has in the frame. All but `title` and the text of `skip` is markup. */
export interface FramedPage {
  /** Names the page for its style and script. */
  readonly name?: string;
  readonly title: string;
  readonly head: string;
  /** The link past the frame, for whoever goes by the keyboard. */
  readonly skip: { readonly attributes: string; readonly text: string };
  readonly main: string;
  /** After the footer. */
  readonly end?: string;
}

/** A page beside the chat, whole. */
export function siteDocument(
  frame: FrameOptions & { readonly assets: PageAssets },
  { name, title, head, skip, main, end }: FramedPage,
): string {
  return `<!doctype html>
<html lang="${frame.locale}"${name === undefined ? '' : ` data-page="${name}"`}>
<head>
${headMarkup(`${title} – ${frame.authority}`, frame.assets)}
${head}
</head>
<body>
<a class="skip" ${skip.attributes}>${escapeHtml(skip.text)}</a>
${headerMarkup(frame)}
<main id="content" tabindex="-1">
${main}
</main>
${footerMarkup(frame)}${end === undefined ? '' : `\n${end}`}
</body>
</html>
`;
}

/** The tags that every page's head begins with. */
export function headMarkup(title: string, assets: PageAssets): string {
  return `<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="${assets.icon}" type="image/svg+xml">
<link rel="stylesheet" href="${assets.style}">`;
}

export function headerMarkup({ locale, texts, authority }: FrameOptions): string {
  const choices = LOCALES.map(language => {
    const current = language === locale ? ' aria-current="true"' : '';
    return `<li><a href="?lang=${language}" lang="${language}" hreflang="${language}" data-locale="${language}"${current}>${LANGUAGE_NAMES[language]}</a></li>`;
  });
  return `<header class="site-header">
<p class="authority">${escapeHtml(authority)}</p>
<nav class="languages"${label(texts[locale], 'languageLabel')}><ul>${choices.join('')}</ul></nav>
</header>`;
}

export function footerMarkup({ locale, texts, links }: FrameOptions): string {
  const items = links.map(
    link => `<li><a href="${link.path}?lang=${locale}"${text(texts[locale], link.text)}</a></li>`,
  );
  if (items.length === 0) return '';
  return `<footer class="site-footer"><nav${label(texts[locale], 'footerLabel')}><ul>${items.join('')}</ul></nav></footer>`;
}

/** What a page's script reads: not run, and without a `<` that could end it. */
export function dataMarkup(data: object): string {
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  return `<script type="application/json" id="page-data">${json}</script>`;
}

/** Closes a start tag and gives its content, marked so that the script can change it to another language. */
export function text(texts: PageTexts, name: PageText): string {
  return ` data-text="${name}">${escapeHtml(texts[name])}`;
}

/** An accessible name, marked in the same way. */
export function label(texts: PageTexts, name: PageText): string {
  return ` data-label="${name}" aria-label="${escapeHtml(texts[name])}"`;
}

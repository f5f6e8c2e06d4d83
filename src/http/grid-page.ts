/** `/grid/<instrument>/<card>`: a page of many fields beside the chat. Its script finds the conversation and fills it. */
import type { Request, Response } from 'restify';
import type { Locale } from '../conversation/locale.ts';
import type { Translate } from '../conversation/translate.ts';
import { escapeHtml } from '../reports/escape-html.ts';
import { encoded } from './encoded.ts';
import { gridTexts } from './grid-texts.ts';
import { localeAsked } from './locale-asked.ts';
import { type NotFound, sendNotFound } from './not-found.ts';
import type { PageAssets } from './page-assets.ts';
import { type FrameOptions, footerMarkup, headerMarkup, headMarkup, type PageLink } from './page-frame.ts';
import { localizedPageTexts } from './page-texts.ts';
import type { Site } from './site.ts';

export interface GridPageOptions {
  readonly assets: PageAssets;
  readonly notFound: NotFound;
  readonly translate: (locale: Locale) => Translate;
  readonly defaultLocale: Locale;
  readonly authority: string;
  readonly links: readonly PageLink[];
  /** Whether an instrument in force has such a grid. */
  readonly isThere: (dialog: string, card: string) => boolean;
}

/** Nothing inline, nothing from elsewhere, in nobody's frame. */
const GRID_CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

export function createGridPage(options: GridPageOptions): Site {
  const texts = localizedPageTexts(options.translate);
  return {
    mount(server) {
      server.get('/grid/:dialog/:card', async (request: Request, response: Response) => {
        const dialog = String(request.params.dialog);
        if (!options.isThere(dialog, String(request.params.card))) {
          sendNotFound(response, options.notFound(request));
          return;
        }
        const locale = localeAsked(request) ?? options.defaultLocale;
        const html = gridPage(options, { locale, texts, dialog });
        const { body, headers } = await encoded(request, html);
        response.writeHead(200, {
          'Content-Type': 'text/html; charset=utf-8',
          ...headers,
          'Content-Security-Policy': GRID_CSP,
          'Content-Language': locale,
          'Cache-Control': 'no-store',
        });
        response.end(body);
      });
    },
  };
}

type Shown = Pick<FrameOptions, 'locale' | 'texts'> & { readonly dialog: string };

function gridPage(
  { assets, authority, links, translate }: GridPageOptions,
  { locale, texts, dialog }: Shown,
): string {
  const t = translate(locale);
  const own = gridTexts(t);
  const frame = { locale, texts, authority, links };
  const title = t(`${dialog}:title`);
  const data = JSON.stringify(own).replaceAll('<', '\\u003c');
  return `<!doctype html>
<html lang="${locale}" data-page="grid">
<head>
${headMarkup(`${title} – ${authority}`, assets)}
<link rel="stylesheet" href="${assets.gridStyle}">
<script src="${assets.grid}" defer></script>
</head>
<body>
<a class="skip" href="#after">${escapeHtml(own.skip)}</a>
${headerMarkup(frame)}
<main id="content" tabindex="-1">
<p><a href="/?lang=${locale}" id="to-chat">${escapeHtml(own.back)}</a></p>
<h1><span id="title">${escapeHtml(title)}</span></h1>
<noscript><p>${escapeHtml(own.noscript)}</p></noscript>
<p id="loading" role="status">${escapeHtml(own.loading)}</p>
<div id="grid"></div>
</main>
${footerMarkup(frame)}
<script type="application/json" id="page-data">${data}</script>
</body>
</html>
`;
}

/** `/workshop`: the page that leads a workshop, and shows it on the wall. What opens it is behind the `#`, for its script alone. */
import type { Request, Response } from 'restify';
import type { Locale } from '../conversation/locale.ts';
import type { Translate } from '../conversation/translate.ts';
import { escapeHtml } from '../reports/escape-html.ts';
import { encoded } from './encoded.ts';
import { localeAsked } from './locale-asked.ts';
import { type NotFound, sendNotFound } from './not-found.ts';
import type { PageAssets } from './page-assets.ts';
import { type FrameOptions, footerMarkup, headerMarkup, headMarkup, type PageLink } from './page-frame.ts';
import { localizedPageTexts } from './page-texts.ts';
import type { Site } from './site.ts';
import { workshopTexts } from './workshop-texts.ts';

export interface WorkshopPageOptions {
  readonly assets: PageAssets;
  readonly notFound: NotFound;
  readonly translate: (locale: Locale) => Translate;
  readonly defaultLocale: Locale;
  readonly authority: string;
  readonly links: readonly PageLink[];
  /** Fewer answers are never shown. */
  readonly fewest: number;
  /** Absolute address of this server, without a trailing slash. */
  readonly publicUrl: () => string;
  /** An address as a QR picture. */
  readonly qr: (address: string) => string;
}

/** Nothing inline, nothing from elsewhere, in nobody's frame. */
const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** As the codes are drawn. */
const CODE = /^[A-HJKMNP-Z]{4}-[2-9]{4}$/;

export function createWorkshopPage(options: WorkshopPageOptions): Site {
  const texts = localizedPageTexts(options.translate);
  return {
    mount(server) {
      server.get('/workshop', async (request: Request, response: Response) => {
        const locale = localeAsked(request) ?? options.defaultLocale;
        const html = workshopPage(options, { locale, texts });
        const { body, headers } = await encoded(request, html);
        response.writeHead(200, {
          'Content-Type': 'text/html; charset=utf-8',
          ...headers,
          'Content-Security-Policy': CSP,
          'Content-Language': locale,
          'Cache-Control': 'no-store',
        });
        response.end(body);
      });
      server.get('/workshop/qr/:code', async (request: Request, response: Response) =>
        sendQr(options, request, response),
      );
    },
  };
}

/** The picture says no more than the code beside it; whether there is such a workshop is not looked up. */
function sendQr({ qr, publicUrl, notFound }: WorkshopPageOptions, request: Request, response: Response) {
  const code = String(request.params.code);
  if (!CODE.test(code)) {
    sendNotFound(response, notFound(request));
    return;
  }
  const svg = qr(`${publicUrl()}/#workshop=${code}`);
  response.writeHead(200, {
    'Content-Type': 'image/svg+xml',
    'Content-Length': Buffer.byteLength(svg),
    'Cache-Control': 'public, max-age=3600',
  });
  response.end(svg);
}

function workshopPage(
  { assets, authority, links, translate, fewest, publicUrl }: WorkshopPageOptions,
  { locale, texts }: Pick<FrameOptions, 'locale' | 'texts'>,
): string {
  const own = workshopTexts(translate(locale), { url: publicUrl().replace(/^https?:\/\//, ''), fewest });
  const frame = { locale, texts, authority, links };
  const data = JSON.stringify(own).replaceAll('<', '\\u003c');
  return `<!doctype html>
<html lang="${locale}" data-page="workshop">
<head>
${headMarkup(`${own.title} – ${authority}`, assets)}
<meta name="referrer" content="no-referrer">
<link rel="stylesheet" href="${assets.workshopStyle}">
<script src="${assets.workshop}" defer></script>
</head>
<body>
<a class="skip" href="#content" id="skip">${escapeHtml(own.skip)}</a>
${headerMarkup(frame)}
<main id="content" tabindex="-1">
<h1 id="title">${escapeHtml(own.title)}</h1>
<noscript><p>${escapeHtml(own.noscript)}</p></noscript>
<p id="told" role="status">${escapeHtml(own.loading)}</p>
<div id="workshop"></div>
</main>
${footerMarkup(frame)}
<script type="application/json" id="page-data">${data}</script>
</body>
</html>
`;
}

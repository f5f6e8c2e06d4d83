/** `/workshop`: the page that leads a workshop, and shows it on the wall. What opens it is behind the `#`, for its script alone. */
import type { Request, Response } from 'restify';
import type { Locale } from '../conversation/locale.ts';
import { shortCodeIn } from '../conversation/short-code.ts';
import { escapeHtml } from '../reports/escape-html.ts';
import { type NotFound, sendNotFound } from './not-found.ts';
import type { SitePageOptions } from './page-frame.ts';
import { type ScriptPage, scriptPageSender } from './script-page.ts';
import type { Site } from './site.ts';
import { workshopTexts } from './workshop-texts.ts';

export interface WorkshopPageOptions extends SitePageOptions {
  readonly notFound: NotFound;
  /** Fewer answers are never shown. */
  readonly fewest: number;
  /** Absolute address of this server, without a trailing slash. */
  readonly publicUrl: () => string;
  /** An address as a QR picture. */
  readonly qr: (address: string) => string;
}

export function createWorkshopPage(options: WorkshopPageOptions): Site {
  const send = scriptPageSender(options);
  return {
    mount(server) {
      server.get('/workshop', async (request: Request, response: Response) =>
        send(request, response, locale => workshopPage(options, locale)),
      );
      server.get('/workshop/qr/:code', async (request: Request, response: Response) =>
        sendQr(options, request, response),
      );
    },
  };
}

/** The picture says no more than the code beside it; whether there is such a workshop is not looked up. */
function sendQr({ qr, publicUrl, notFound }: WorkshopPageOptions, request: Request, response: Response) {
  const code = String(request.params.code);
  // Written as codes are given out, and in no other way: each has one picture.
  if (shortCodeIn(code) !== code) {
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
  { assets, translate, fewest, publicUrl }: WorkshopPageOptions,
  locale: Locale,
): ScriptPage {
  const own = workshopTexts(translate(locale), { url: publicUrl().replace(/^https?:\/\//, ''), fewest });
  return {
    name: 'workshop',
    title: own.title,
    head: '<meta name="referrer" content="no-referrer">',
    style: assets.workshopStyle,
    script: assets.workshop,
    skip: { attributes: 'href="#content" id="skip"', text: own.skip },
    main: `<h1 id="title">${escapeHtml(own.title)}</h1>
<noscript><p>${escapeHtml(own.noscript)}</p></noscript>
<p id="told" role="status">${escapeHtml(own.loading)}</p>
<div id="workshop"></div>`,
    data: own,
  };
}

/** What a browser asks for: the page, the widget's frame, their files and the picture of the stair. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Next, Request, Response, Server } from 'restify';
import sirv from 'sirv';
import { LOCALES, type Locale, localeOf } from '../conversation/locale.ts';
import type { Translate } from '../conversation/translate.ts';
import { type PageKind, renderPage } from './page.ts';
import { pageAssets } from './page-assets.ts';
import type { PageContact } from './page-contact.ts';
import { pageCsp } from './page-csp.ts';
import type { PageLink } from './page-frame.ts';
import { type PageTexts, pageTexts } from './page-texts.ts';
import { sendProblem } from './send.ts';

export interface SiteOptions {
  /** Folder of the built browser files. */
  readonly webFolder: string;
  readonly translate: (locale: Locale) => Translate;
  readonly authority: string;
  readonly contact: PageContact;
  readonly links: readonly PageLink[];
  readonly defaultLocale: Locale;
  /** Origins whose pages may show the widget. */
  readonly allowedOrigins: readonly string[];
  /** The stair as PNG; undefined when there is no such picture. */
  readonly stairPicture: (name: string) => Promise<Uint8Array> | undefined;
}

export interface Site {
  mount(server: Server): void;
}

const YEAR_SECONDS = 31_536_000;
const HOUR_SECONDS = 3_600;

export function createSite(options: SiteOptions): Site {
  const texts = textsOf(options.translate);
  const assets = pageAssets(options.webFolder);
  const send = (kind: PageKind) => (request: Request, response: Response, next: Next) => {
    sendPage({ options, texts, kind, assets: assets() }, request, response);
    next(false);
  };
  return {
    mount(server) {
      // Monitoring asks with HEAD; Node leaves the body out by itself.
      for (const method of ['get', 'head'] as const) {
        server[method]('/', send('page'));
        server[method]('/embed', send('embed'));
      }
      server.get(
        '/assets/*',
        files(join(options.webFolder, 'assets'), { prefix: '/assets', seconds: YEAR_SECONDS }),
      );
      server.get('/widget.js', files(options.webFolder, { prefix: '', seconds: HOUR_SECONDS }));
      server.get('/pictures/stair/:name', async (request: Request, response: Response) =>
        sendPicture(options, request, response),
      );
    },
  };
}

function textsOf(translate: SiteOptions['translate']): Record<Locale, PageTexts> {
  return { fi: pageTexts(translate('fi')), sv: pageTexts(translate('sv')), en: pageTexts(translate('en')) };
}

interface PageAnswer {
  readonly options: SiteOptions;
  readonly texts: Readonly<Record<Locale, PageTexts>>;
  readonly kind: PageKind;
  readonly assets: ReturnType<ReturnType<typeof pageAssets>>;
}

function sendPage({ options, texts, kind, assets }: PageAnswer, request: Request, response: Response): void {
  const { authority, contact, links, defaultLocale } = options;
  const nonce = randomBytes(16).toString('base64');
  const asked = new URL(request.url ?? '/', 'http://server').searchParams.get('lang') ?? undefined;
  const locale = localeOf(asked) ?? defaultLocale;
  const frameAncestors = kind === 'embed' ? ["'self'", ...options.allowedOrigins] : [];
  const html = renderPage({ kind, locale, nonce, texts, assets, authority, contact, links });
  response.writeHead(200, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Length': Buffer.byteLength(html),
    'Content-Security-Policy': pageCsp({ nonce, host: request.headers.host, frameAncestors }),
    'Content-Language': LOCALES.find(one => one === locale) ?? defaultLocale,
    'Cache-Control': 'no-store',
  });
  response.end(html);
}

/** Files with their pre-compressed twins, under their own folder only. */
function files(folder: string, { prefix, seconds }: { prefix: string; seconds: number }) {
  const keep = `public, max-age=${seconds}${seconds === YEAR_SECONDS ? ', immutable' : ''}`;
  const serve = sirv(folder, {
    etag: true,
    brotli: true,
    gzip: true,
    // Looks at the disk on every request, since the page is rebuilt while somebody works on it; its own caching
    // headers are then "no-cache", so ours are set beside them.
    dev: true,
    setHeaders: response => response.setHeader('Cache-Control', keep),
  });
  return (request: Request, response: Response, next: Next) => {
    // A range that ends before it begins throws in there; nobody needs parts of these files.
    delete request.headers.range;
    request.url = (request.url ?? '').slice(prefix.length);
    serve(request, response, () => sendProblem(response, 404, 'NotFound'));
    next(false);
  };
}

async function sendPicture(options: SiteOptions, request: Request, response: Response): Promise<void> {
  const picture = await options.stairPicture(String(request.params.name));
  if (!picture) {
    sendProblem(response, 404, 'NotFound');
    return;
  }
  response.writeHead(200, {
    'Content-Type': 'image/png',
    'Content-Length': picture.byteLength,
    'Cache-Control': `public, max-age=${HOUR_SECONDS}`,
  });
  response.end(picture);
}

/** What a browser asks for: the page, the widget's frame, their files and the picture of the stair. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Request, Response, Server } from 'restify';
import type { Locale } from '../conversation/locale.ts';
import type { Translate } from '../conversation/translate.ts';
import type { Contact } from '../presentation/context.ts';
import type { View } from '../presentation/view.ts';
import { encoded } from './encoded.ts';
import { localeAsked } from './locale-asked.ts';
import { type NotFound, sendNotFound } from './not-found.ts';
import { type PageKind, type PageOptions, renderPage } from './page.ts';
import type { PageAssets } from './page-assets.ts';
import { pageCsp } from './page-csp.ts';
import type { PageLink } from './page-frame.ts';
import { localizedPageTexts } from './page-texts.ts';
import { FOUND_BY_SEARCH, SHOWN_ELSEWHERE } from './safety-headers.ts';
import { staticFiles } from './static-files.ts';

export interface SiteOptions {
  /** Folder of the built browser files. */
  readonly webFolder: string;
  readonly assets: PageAssets;
  readonly translate: (locale: Locale) => Translate;
  readonly authority: string;
  readonly contact: Contact;
  readonly links: readonly PageLink[];
  /** Id of a field → address of the names to suggest in it. */
  readonly names: PageOptions['names'];
  readonly defaultLocale: Locale;
  /** What the bot says first. */
  readonly greeting: (locale: Locale) => View;
  /** A conversation for a page to begin. */
  readonly invite: (locale: Locale) => { readonly token: string; readonly conversationId: string };
  /** Origins whose pages may show the widget. */
  readonly allowedOrigins: readonly string[];
  /** Where this server's pictures are, without a trailing slash: not always the address that the page was opened at. */
  readonly publicUrl: () => string;
  readonly notFound: NotFound;
  /** Pictures as PNG by their kinds: `/pictures/<kind>/<name>`. */
  readonly pictures: Readonly<Record<string, Pictures>>;
}

/** A picture as PNG by its file's name; undefined when there is no such picture. */
export type Pictures = (name: string) => Promise<Uint8Array> | undefined;

/** A part of the web server with routes of its own. */
export interface Site {
  /** Adds its routes; called once, before the server listens. */
  mount(server: Server): void;
}

const FOR_EVER = 'public, max-age=31536000, immutable';
const AN_HOUR = 'public, max-age=3600';

export function createSite(options: SiteOptions): Site {
  const texts = localizedPageTexts(options.translate);
  const send = (kind: PageKind) => async (request: Request, response: Response) =>
    sendPage({ options, texts, kind, assets }, request, response);
  const { webFolder, assets, notFound } = options;
  const assetNamed = staticFiles({ folder: join(webFolder, 'assets'), cacheControl: FOR_EVER, notFound });
  const widget = staticFiles({ folder: webFolder, cacheControl: AN_HOUR, notFound })('widget.js');
  return {
    mount(server) {
      server.get('/', send('page'));
      server.get('/embed', send('embed'));
      server.get('/assets/*', async (request: Request, response: Response) =>
        assetNamed(String(request.params['*']))(request, response),
      );
      server.get('/widget.js', async (request: Request, response: Response) => {
        // Anybody's page may load it, as a module or with its hash in the tag too.
        response.setHeader('Access-Control-Allow-Origin', '*');
        for (const [name, value] of Object.entries(SHOWN_ELSEWHERE)) response.setHeader(name, value);
        widget(request, response);
      });
      for (const [kind, pictures] of Object.entries(options.pictures))
        server.get(`/pictures/${kind}/:name`, async (request: Request, response: Response) =>
          sendPicture({ notFound, pictures }, request, response),
        );
    },
  };
}

interface PageAnswer {
  readonly options: SiteOptions;
  readonly texts: ReturnType<typeof localizedPageTexts>;
  readonly kind: PageKind;
  readonly assets: PageAssets;
}

async function sendPage(
  { options, texts, kind, assets }: PageAnswer,
  request: Request,
  response: Response,
): Promise<void> {
  const { authority, contact, links, names, defaultLocale } = options;
  const nonce = randomBytes(16).toString('base64');
  const locale = localeAsked(request) ?? defaultLocale;
  const frameAncestors = kind === 'embed' ? ["'self'", ...options.allowedOrigins] : [];
  const html = renderPage({
    kind,
    locale,
    nonce,
    texts,
    assets,
    authority,
    contact,
    links,
    names,
    greeting: options.greeting(locale),
    invitation: options.invite(locale),
  });
  const { body, headers } = await encoded(request, html);
  if (kind === 'page') response.removeHeader(FOUND_BY_SEARCH);
  response.writeHead(200, {
    'Content-Type': 'text/html; charset=utf-8',
    ...headers,
    ...(kind === 'embed' && SHOWN_ELSEWHERE),
    'Content-Security-Policy': pageCsp({
      nonce,
      host: request.headers.host,
      pictures: options.publicUrl(),
      frameAncestors,
    }),
    'Content-Language': locale,
    'Cache-Control': 'no-store',
  });
  response.end(body);
}

async function sendPicture(
  { notFound, pictures }: Pick<SiteOptions, 'notFound'> & { pictures: Pictures },
  request: Request,
  response: Response,
): Promise<void> {
  const picture = await pictures(String(request.params.name));
  if (!picture) {
    sendNotFound(response, notFound(request));
    return;
  }
  response.writeHead(200, {
    ...SHOWN_ELSEWHERE,
    'Content-Type': 'image/png',
    'Content-Length': picture.byteLength,
    'Cache-Control': AN_HOUR,
  });
  response.end(picture);
}

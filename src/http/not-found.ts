/** What answers to something that is not there: a page to a person, a code to a program. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import Negotiator from 'negotiator';
import type { Locale } from '../conversation/locale.ts';
import { INFO_CSP, infoShell } from './info-shell.ts';
import { localeAsked, localeOfBrowser } from './locale-asked.ts';
import type { SitePageOptions } from './page-frame.ts';
import { localizedPageTexts } from './page-texts.ts';
import { problemText } from './send.ts';

/** What to answer with status 404: the headers and the body. */
export interface NothingFound {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export type NotFound = (request: IncomingMessage) => NothingFound;

/** A page where the caller prefers one, in the language asked for or of the browser; else `NotFound` as JSON. */
export function createNotFound(options: SitePageOptions): NotFound {
  const write = pageWriter(options);
  return request => {
    const shared = { Vary: 'Accept, Accept-Language', 'Cache-Control': 'no-store' };
    if (!prefersPage(request)) {
      const headers = { ...shared, 'Content-Type': 'application/json; charset=utf-8' };
      return { headers, body: problemText('NotFound') };
    }
    const locale = localeAsked(request) ?? localeOfBrowser(request) ?? options.defaultLocale;
    const headers = {
      ...shared,
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': INFO_CSP,
      'Content-Language': locale,
    };
    return { headers, body: write(locale) };
  };
}

export function sendNotFound(response: ServerResponse, { headers, body }: NothingFound): void {
  response.writeHead(404, { ...headers, 'Content-Length': Buffer.byteLength(body) });
  response.end(body);
}

function pageWriter({ translate, assets, authority, links }: SitePageOptions): (locale: Locale) => string {
  const texts = localizedPageTexts(translate);
  return locale => {
    const t = translate(locale);
    const frame = { locale, texts, authority, links, assets };
    return infoShell(
      { ...frame, skip: t('info:skip'), toChat: t('info:to-chat') },
      { title: t('page:not-found.title'), lead: t('page:not-found.lead'), sections: [] },
    );
  };
}

/** Browsers name HTML when somebody opens an address; programs, scripts and pictures do not. */
function prefersPage(request: IncomingMessage): boolean {
  return new Negotiator(request).mediaType(['application/json', 'text/html']) === 'text/html';
}

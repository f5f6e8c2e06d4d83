/** A page of the site beside the chat, whose script fills it: its frame as HTML, and how it is answered. */
import type { Request, Response } from 'restify';
import type { Locale } from '../conversation/locale.ts';
import { encoded } from './encoded.ts';
import { localeAsked } from './locale-asked.ts';
import { dataMarkup, type SitePageOptions, siteDocument } from './page-frame.ts';
import { localizedPageTexts } from './page-texts.ts';

/** What one page has in the frame, in one language. */
export interface ScriptPage {
  /** Names the page for its style and script. */
  readonly name: 'grid' | 'workshop';
  readonly title: string;
  /** More markup for the head, before style and script. */
  readonly head?: string;
  readonly style: string;
  readonly script: string;
  readonly skip: { readonly attributes: string; readonly text: string };
  readonly main: string;
  /** What its script reads. */
  readonly data: object;
}

/** Nothing inline, nothing from elsewhere, in nobody's frame. */
const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Answers with the page in the language that was asked for. */
export function scriptPageSender(options: SitePageOptions) {
  const texts = localizedPageTexts(options.translate);
  return async (
    request: Request,
    response: Response,
    page: (locale: Locale) => ScriptPage,
  ): Promise<void> => {
    const locale = localeAsked(request) ?? options.defaultLocale;
    const { body, headers } = await encoded(request, scriptPage({ ...options, locale, texts }, page(locale)));
    response.writeHead(200, {
      'Content-Type': 'text/html; charset=utf-8',
      ...headers,
      'Content-Security-Policy': CSP,
      'Content-Language': locale,
      'Cache-Control': 'no-store',
    });
    response.end(body);
  };
}

function scriptPage(
  frame: Parameters<typeof siteDocument>[0],
  { name, head, style, script, data, ...page }: ScriptPage,
): string {
  return siteDocument(frame, {
    ...page,
    name,
    head: `${head === undefined ? '' : `${head}\n`}<link rel="stylesheet" href="${style}">
<script src="${script}" defer></script>`,
    end: dataMarkup(data),
  });
}

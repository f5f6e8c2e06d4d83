import type { ServerResponse } from 'node:http';
import type { Locale } from '../conversation/locale.ts';

/** How a page is answered. */
export interface HtmlAnswer {
  readonly html: string;
  readonly locale: Locale;
  /** 200 unless given. */
  readonly status?: number;
  /** The Content-Security-Policy. */
  readonly csp: string;
  /** `asked for anew`: kept, and asked for again each time. `never`: it holds what nobody else may see. */
  readonly kept: 'asked for anew' | 'never';
}

const CACHE_CONTROL = { 'asked for anew': 'no-cache', never: 'no-store' } as const;

/** Sends a whole page in one language. */
export function sendHtml(
  response: ServerResponse,
  { html, locale, status = 200, csp, kept }: HtmlAnswer,
): void {
  response.writeHead(status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Length': Buffer.byteLength(html),
    'Content-Security-Policy': csp,
    'Content-Language': locale,
    'Cache-Control': CACHE_CONTROL[kept],
  });
  response.end(html);
}

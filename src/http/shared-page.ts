/**
 * `/r/<code>`: a result that somebody shares by a link. A page that needs nothing else and that nobody's search finds; what
 * was answered is not in it. Whoever made the link can call it back.
 */
import type { Request, Response } from 'restify';
import { LOCALES, type Locale } from '../conversation/locale.ts';
import type { SharedResult } from '../conversation/shared-result.ts';
import type { Translate } from '../conversation/translate.ts';
import { addressGroup } from '../directline/address-group.ts';
import { createRateLimiter } from '../directline/rate-limiter.ts';
import type { Report } from '../reports/result/report.ts';
import { reportHtml } from '../reports/result/report-html.ts';
import type { ClientAddress } from './client-address.ts';
import { savedAs } from './file-name.ts';
import { localeAsked } from './locale-asked.ts';
import type { Made } from './made.ts';
import { type NotFound, sendNotFound } from './not-found.ts';
import { inEveryLanguage, sendWords } from './send-words.ts';
import type { Site } from './site.ts';

export interface SharedPageOptions {
  readonly addressOf: ClientAddress;
  readonly translate: (locale: Locale) => Translate;
  readonly defaultLocale: Locale;
  /** The result behind a code as it stands in an address; undefined when there is none. Throws StoreUnavailable. */
  readonly find: (code: string) => Promise<SharedResult | undefined>;
  /** Undefined when the version of its instrument is kept no longer. */
  readonly report: (shared: SharedResult, locale: Locale) => Report | undefined;
  /** The same as a file to print. */
  readonly pdf: (shared: SharedResult, locale: Locale) => Promise<Made>;
  readonly notFound: NotFound;
  /** Told of a failure on our side. */
  readonly onFailure: (error: unknown) => void;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** By address: a whole town hall may open a link from one. A link's code has 140 bits, so this limits load, not guessing. */
const READS = { count: 300, periodMs: 3_600_000, keys: 10_000 };
const CSP =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const RETRY_SECONDS = 60;

export function createSharedPage(options: SharedPageOptions): Site {
  const rate = createRateLimiter({ ...READS, now: options.now });
  const answer = (show: Show) => async (request: Request, response: Response) => {
    const wait = rate.take(addressGroup(options.addressOf(request)));
    if (wait !== undefined) return putOff(options, response, { status: 429, wait });
    try {
      const shared = await options.find(String(request.params.code));
      const locale = localeAsked(request) ?? options.defaultLocale;
      const report = shared && options.report(shared, locale);
      if (shared && report) await show(options, { request, response, shared, report });
      else sendNotFound(response, options.notFound(request));
    } catch (error) {
      options.onFailure(error);
      putOff(options, response, { status: 503, wait: RETRY_SECONDS });
    }
  };
  return {
    mount(server) {
      server.get('/r/:code', answer(showPage));
      server.get('/r/:code/result.html', answer(saveHtml));
      server.get('/r/:code/result.pdf', answer(savePdf));
      server.get('/r/:code/result.json', answer(saveJson));
    },
  };
}

interface Shown {
  readonly request: Request;
  readonly response: Response;
  readonly shared: SharedResult;
  readonly report: Report;
}

type Show = (options: SharedPageOptions, shown: Shown) => void | Promise<void>;

function showPage({ translate }: SharedPageOptions, { request, response, report }: Shown): void {
  const t = translate(report.locale);
  const base = `/r/${encodeURIComponent(String(request.params.code))}`;
  const links = [
    ...LOCALES.filter(locale => locale !== report.locale).map(locale => ({
      text: translate(locale)('bot:link.in-language'),
      url: `${base}?lang=${locale}`,
    })),
    { text: t('bot:link.save-pdf'), url: `${base}/result.pdf?lang=${report.locale}` },
    { text: t('bot:link.save-html'), url: `${base}/result.html?lang=${report.locale}` },
    { text: t('bot:link.save-json'), url: `${base}/result.json` },
  ];
  send(response, HTML, { body: reportHtml(report, { links }), locale: report.locale });
}

function saveHtml(options: SharedPageOptions, shown: Shown): void {
  const { response, report } = shown;
  attach(options, shown, 'html');
  send(response, HTML, { body: reportHtml(report), locale: report.locale });
}

/** Made beside the turns; where too many are being made already, it is to be asked for again. */
async function savePdf(options: SharedPageOptions, shown: Shown): Promise<void> {
  const { response, shared, report } = shown;
  const made = await options.pdf(shared, report.locale);
  if (made.kind !== 'made') return putOff(options, response, { status: 503, wait: RETRY_SECONDS });
  attach(options, shown, 'pdf');
  send(response, 'application/pdf', { body: made.content, locale: report.locale });
}

function saveJson(options: SharedPageOptions, shown: Shown): void {
  const { response, shared } = shown;
  attach(options, shown, 'json');
  send(response, JSON_TYPE, { body: `${JSON.stringify(shared, null, 2)}\n` });
}

/** It bears the day on which it was shared, as the report in it does. */
function attach({ now }: SharedPageOptions, { response, shared }: Shown, ending: string): void {
  const { dialog, at = now() } = shared;
  response.setHeader('Content-Disposition', savedAs(`result.${ending}`, { dialog, at }));
}

const HTML = 'text/html; charset=utf-8';
const JSON_TYPE = 'application/json; charset=utf-8';

function send(
  response: Response,
  type: string,
  { body, locale }: { body: string | Uint8Array; locale?: Locale },
): void {
  response.writeHead(200, {
    'Content-Type': type,
    'Content-Length': Buffer.byteLength(body),
    'Content-Security-Policy': CSP,
    ...(locale && { 'Content-Language': locale }),
    'Cache-Control': 'no-store',
  });
  response.end(body);
}

/** Asks the reader to come back after so many seconds. */
function putOff(
  { translate }: SharedPageOptions,
  response: Response,
  { status, wait }: { status: number; wait: number },
): void {
  response.setHeader('Retry-After', wait);
  sendWords(response, status, inEveryLanguage(translate, 'files:not-now'));
}

/**
 * `/kept`: where a file of results is brought to be kept, such as one that was saved where nothing is kept. A page without
 * any script: the file comes as a form, and the code that opens the results is in the answer alone.
 */
import type { Request, Response } from 'restify';
import { LONGEST_NAME } from '../conversation/kept.ts';
import type { Locale } from '../conversation/locale.ts';
import type { Translate } from '../conversation/translate.ts';
import { addressGroup } from '../directline/address-group.ts';
import { createRateLimiter } from '../directline/rate-limiter.ts';
import { escapeHtml } from '../reports/escape-html.ts';
import type { ClientAddress } from './client-address.ts';
import { INFO_CSP, type InfoContent, infoShell } from './info-shell.ts';
import { localeAsked } from './locale-asked.ts';
import type { SitePageOptions } from './page-frame.ts';
import { localizedPageTexts } from './page-texts.ts';
import { readRawBody } from './raw-body.ts';
import { sendHtml } from './send-html.ts';
import type { Site } from './site.ts';
import { createUnderWay } from './under-way.ts';

/** What became of a file. */
export type KeptImport =
  | { readonly kind: 'kept'; readonly code: string; readonly count: number }
  | { readonly kind: 'refused'; readonly why: ImportFault };

export type ImportFault =
  | 'no-results'
  | 'no-answers'
  | 'newer-format'
  | 'unknown-version'
  | 'unfit-answers'
  | 'no-name'
  | 'too-large'
  | 'no-file'
  | 'too-many'
  | 'unavailable';

export interface KeptPageOptions extends SitePageOptions {
  readonly addressOf: ClientAddress;
  /** Keeps what a file holds, under this name. */
  readonly take: (text: string, name: string) => Promise<KeptImport>;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** Forty results with all that was answered. */
const LARGEST_FILE = 4_000_000;
const MOST_AT_A_TIME = 4;
const IMPORTS = { count: 20, periodMs: 3_600_000, keys: 10_000 };
/** The same as of every page about the service, but that this one has a form. */
const CSP = INFO_CSP.replace("form-action 'none'", "form-action 'self'");

export function createKeptPage(options: KeptPageOptions): Site {
  const rate = createRateLimiter({ ...IMPORTS, now: options.now });
  const underWay = createUnderWay(MOST_AT_A_TIME);
  const send = pageSender(options);
  return {
    mount(server) {
      server.get('/kept', async (request: Request, response: Response) => send(request, response));
      server.post('/kept', async (request: Request, response: Response) => {
        const end = underWay.begin('all');
        const address = addressGroup(options.addressOf(request));
        try {
          const crowded = !end || rate.take(address) !== undefined;
          send(
            request,
            response,
            crowded ? refused('too-many') : await taken(options, { request, response }),
          );
        } finally {
          end?.();
        }
      });
    },
  };
}

function pageSender({ assets, authority, links, translate, defaultLocale }: KeptPageOptions) {
  const texts = localizedPageTexts(translate);
  return (request: Request, response: Response, became?: KeptImport) => {
    const locale = localeAsked(request) ?? defaultLocale;
    const t = translate(locale);
    const shell = {
      locale,
      texts,
      authority,
      links,
      assets,
      skip: t('info:skip'),
      toChat: t('info:to-chat'),
    };
    const html = infoShell(shell, pageOf(t, locale, became));
    const status = became?.kind === 'refused' ? STATUS[became.why] : 200;
    sendHtml(response, { html, locale, status, csp: CSP, kept: 'never' });
  };
}

const STATUS: Readonly<Record<ImportFault, number>> = {
  'no-results': 422,
  'no-answers': 422,
  'newer-format': 422,
  'unknown-version': 422,
  'unfit-answers': 422,
  'no-name': 422,
  'no-file': 400,
  'too-large': 413,
  'too-many': 429,
  unavailable: 503,
};

function refused(why: ImportFault): KeptImport {
  return { kind: 'refused', why };
}

async function taken(
  { take }: KeptPageOptions,
  exchange: { request: Request; response: Response },
): Promise<KeptImport> {
  const type = exchange.request.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/form-data')) return refused('no-file');
  const body = await readRawBody(exchange, LARGEST_FILE);
  if (body.kind === 'too-large') exchange.response.setHeader('Connection', 'close');
  if (body.kind !== 'read') return refused(body.kind === 'too-large' ? 'too-large' : 'no-file');
  const form = await formIn(body.bytes, type);
  const [file, name] = [form?.get('file'), form?.get('name')];
  if (!(file instanceof Blob) || file.size === 0) return refused('no-file');
  return take(await file.text(), typeof name === 'string' ? name : '');
}

/** Undefined where it is no form. */
async function formIn(bytes: Uint8Array, type: string): Promise<FormData | undefined> {
  try {
    return await new globalThis.Response(Uint8Array.from(bytes), {
      headers: { 'content-type': type },
    }).formData();
  } catch {
    return undefined;
  }
}

function pageOf(t: Translate, locale: Locale, became: KeptImport | undefined): InfoContent {
  const fault = became?.kind === 'refused' ? t(`info:kept.faults.${became.why}`) : undefined;
  const page = { title: t('info:kept.title'), lead: t('info:kept.lead') };
  if (became?.kind === 'kept')
    return {
      ...page,
      lead: t('info:kept.done', { count: became.count }),
      sections: [
        {
          heading: t('bot:kept.code'),
          parts: [
            { markup: `<p class="code"><code>${escapeHtml(became.code)}</code></p>` },
            t('bot:kept.how'),
            t('bot:kept.secret'),
          ],
        },
      ],
    };
  return {
    ...page,
    ...(fault !== undefined && { warning: fault }),
    sections: [
      {
        heading: t('info:kept.form'),
        parts: [t('info:kept.which'), { markup: formMarkup(t, locale) }, t('info:kept.care')],
      },
    ],
  };
}

function formMarkup(t: Translate, locale: Locale): string {
  return `<form method="post" action="/kept?lang=${locale}" enctype="multipart/form-data">
<p><label for="kept-name">${escapeHtml(t('bot:kept.name'))}</label><br>
<input id="kept-name" name="name" maxlength="${LONGEST_NAME}" autocomplete="off" aria-describedby="kept-name-about"></p>
<p id="kept-name-about">${escapeHtml(t('info:kept.name-about'))}</p>
<p><label for="kept-file">${escapeHtml(t('info:kept.file'))}</label><br>
<input id="kept-file" name="file" type="file" accept="application/json,.json" required></p>
<p><button type="submit">${escapeHtml(t('info:kept.send'))}</button></p>
</form>`;
}

/**
 * The tab of the app in Teams: the result of the person whose link opened it. Who it is, is told by the sealed key that
 * the bot gave in their own chat and that Teams hands on, never by what Teams or the address says of the user.
 */
import type { Request, Response } from 'restify';
import { type Locale, localeOf } from '../conversation/locale.ts';
import type { Translate } from '../conversation/translate.ts';
import { escapeHtml } from '../reports/escape-html.ts';
import type { Exchange } from '../reports/transcript/exchange.ts';
import type { ConversationKey } from '../store/port.ts';
import type { FileKeys } from './file-keys.ts';
import { localeAsked, localeOfBrowser } from './locale-asked.ts';
import type { PageAssets } from './page-assets.ts';
import { headMarkup } from './page-frame.ts';
import { queryOf } from './query-of.ts';
import { SHOWN_ELSEWHERE } from './safety-headers.ts';
import { sendHtml } from './send-html.ts';
import type { Site } from './site.ts';

export interface TeamsTabOptions {
  readonly keys: FileKeys;
  /** The latest result of a conversation in words; undefined when there is none. */
  readonly result: (key: ConversationKey) => Promise<{ readonly words: Exchange } | undefined>;
  readonly translate: (locale: Locale) => Translate;
  readonly defaultLocale: Locale;
  readonly assets: PageAssets;
}

/** Where Teams shows tabs, by Microsoft's "Tab requirements". The last of them is its new home. */
const TEAMS = ['https://teams.microsoft.com', 'https://*.teams.microsoft.com', 'https://*.cloud.microsoft'];
/** Teams' own script asks there which pages are Teams'. */
const TEAMS_ORIGINS = 'https://res.cdn.office.net';
const CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  `connect-src ${TEAMS_ORIGINS}`,
  "base-uri 'none'",
  "form-action 'none'",
  `frame-ancestors ${TEAMS.join(' ')}`,
].join('; ');

interface Page {
  readonly status: number;
  readonly locale: Locale;
  readonly title: string;
  /** Paragraphs, some of several lines. */
  readonly text: readonly string[];
}

export function createTeamsTab(options: TeamsTabOptions): Site {
  return {
    mount(server) {
      server.get('/tab', async (request: Request, response: Response) => {
        const page = await pageFor(options, request);
        const html = markup(page, options.assets);
        for (const [name, value] of Object.entries(SHOWN_ELSEWHERE)) response.setHeader(name, value);
        sendHtml(response, { ...page, html, csp: CSP, kept: 'never' });
      });
    },
  };
}

async function pageFor(options: TeamsTabOptions, request: Request): Promise<Page> {
  const { keys, result, translate, defaultLocale } = options;
  const locale = localeAsked(request) ?? localeOfBrowser(request) ?? defaultLocale;
  const t = translate(locale);
  const says = (status: number, text: string): Page => ({
    status,
    locale,
    title: t('files:tab.title'),
    text: [text, t('files:tab.how')],
  });
  const given = queryOf(request.url).get('key') ?? '';
  // Opened without a link, Teams leaves the key empty or the placeholder's name in its place.
  if (given === '' || given.startsWith('{')) return says(200, t('files:tab.none'));
  const key = keys.open(given);
  if (!key) return says(404, t('files:tab.expired'));
  const words = (await result(key))?.words;
  return words ? shown(words, defaultLocale) : says(200, t('files:tab.none'));
}

/** In the language of the conversation. */
function shown({ title, about, locale, lines }: Exchange, defaultLocale: Locale): Page {
  const text = [...about, ...lines.flatMap(line => line.text.split('\n\n'))];
  return { status: 200, locale: localeOf(locale) ?? defaultLocale, title, text };
}

function markup({ locale, title, text }: Page, assets: PageAssets): string {
  const paragraphs = text.map(one => `<p>${one.split('\n').map(escapeHtml).join('<br>')}</p>`);
  return `<!doctype html>
<html lang="${locale}">
<head>
${headMarkup(title, assets)}
<script src="${assets.tab}" defer></script>
</head>
<body>
<main>
<article class="prose">
<h1>${escapeHtml(title)}</h1>
${paragraphs.join('\n')}
</article>
</main>
</body>
</html>
`;
}

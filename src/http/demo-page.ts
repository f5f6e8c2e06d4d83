/** A page of a municipality that is none, with the widget's one line on it: for trying it out on one's own machine. */
import type { Request, Response } from 'restify';
import type { Locale } from '../conversation/locale.ts';
import type { Translate } from '../conversation/translate.ts';
import { infoShell } from './info-shell.ts';
import { localeAsked } from './locale-asked.ts';
import type { PageAssets } from './page-assets.ts';
import { localizedPageTexts } from './page-texts.ts';
import { sendHtml } from './send-html.ts';
import type { Site } from './site.ts';

export interface DemoOptions {
  readonly assets: PageAssets;
  readonly translate: (locale: Locale) => Translate;
  readonly defaultLocale: Locale;
}

/** What a careful webmaster allows: the launcher and its frame, nothing inline. */
const STRICT =
  "default-src 'none'; script-src 'self'; frame-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

export function createDemo({ assets, translate, defaultLocale }: DemoOptions): Site {
  const texts = localizedPageTexts(translate);
  return {
    mount(server) {
      server.get('/demo', async (request: Request, response: Response) => {
        const locale = localeAsked(request) ?? defaultLocale;
        const html = demoPage({ locale, texts, assets, t: translate(locale) });
        sendHtml(response, { html, locale, csp: STRICT, kept: 'asked for anew' });
      });
    },
  };
}

interface Demo extends Pick<DemoOptions, 'assets'> {
  readonly locale: Locale;
  readonly texts: ReturnType<typeof localizedPageTexts>;
  readonly t: Translate;
}

function demoPage({ locale, texts, assets, t }: Demo): string {
  const frame = { locale, texts, authority: t('info:demo.authority'), links: [] };
  const shell = { ...frame, assets, skip: t('info:skip'), toChat: t('info:to-chat') };
  const line = `<script src="/widget.js" data-locale="${locale}" defer></script>`;
  return infoShell(
    { ...shell, head: line },
    {
      title: t('info:demo.title'),
      lead: t('info:demo.lead'),
      sections: [
        { heading: t('info:demo.news.heading'), parts: [t('info:demo.news.text')] },
        { heading: t('info:demo.services.heading'), parts: [t('info:demo.services.text')] },
        { heading: t('info:demo.line.heading'), parts: [t('info:demo.line.text'), line] },
      ],
    },
  );
}

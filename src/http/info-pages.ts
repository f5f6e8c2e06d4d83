/** The pages about the service: what it is, what it does with data, how accessible it is, and its terms. No script, no cookies. */
import type { Request, Response } from 'restify';
import type { Locale } from '../conversation/locale.ts';
import type { Translate } from '../conversation/translate.ts';
import { infoAbout } from './info-about.ts';
import { infoAccessibility } from './info-accessibility.ts';
import type { InfoFacts, InfoVoice } from './info-options.ts';
import { infoPrivacy } from './info-privacy.ts';
import { INFO_CSP, type InfoContent, infoShell } from './info-shell.ts';
import { infoTerms } from './info-terms.ts';
import { localeAsked } from './locale-asked.ts';
import type { PageAssets } from './page-assets.ts';
import type { PageLink } from './page-frame.ts';
import { localizedPageTexts } from './page-texts.ts';
import { FOUND_BY_SEARCH } from './safety-headers.ts';
import { sendHtml } from './send-html.ts';
import type { Site } from './site.ts';

export interface InfoOptions {
  readonly facts: InfoFacts;
  readonly assets: PageAssets;
  readonly translate: (locale: Locale) => Translate;
  readonly defaultLocale: Locale;
}

/** For the footer of every page. */
export const INFO_LINKS: readonly PageLink[] = [
  { text: 'footerInfo', path: '/info' },
  { text: 'footerPrivacy', path: '/privacy' },
  { text: 'footerAccessibility', path: '/accessibility' },
  { text: 'footerTerms', path: '/terms' },
];

type Write = (voice: InfoVoice, facts: InfoFacts) => InfoContent;

export function createInfoPages(options: InfoOptions): Site {
  const { translate, assets } = options;
  const texts = localizedPageTexts(translate);
  const page = (write: Write) => async (request: Request, response: Response) => {
    const locale = localeAsked(request) ?? options.defaultLocale;
    const t = translate(locale);
    const frame = { locale, texts, authority: options.facts.authority, links: INFO_LINKS };
    const shell = { ...frame, assets, skip: t('info:skip'), toChat: t('info:to-chat') };
    const html = infoShell(shell, write({ t, locale }, options.facts));
    response.removeHeader(FOUND_BY_SEARCH);
    sendHtml(response, { html, locale, csp: INFO_CSP, kept: 'asked for anew' });
  };
  return {
    mount(server) {
      server.get('/info', page(infoAbout));
      server.get('/privacy', page(infoPrivacy));
      server.get('/accessibility', page(infoAccessibility));
      server.get('/terms', page(infoTerms));
    },
  };
}

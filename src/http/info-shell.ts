import { escapeHtml } from '../reports/escape-html.ts';
import { type InfoSection, sectionMarkup } from './info-markup.ts';
import type { PageAssets } from './page-assets.ts';
import { type FrameOptions, siteDocument } from './page-frame.ts';

/** A page about the service, in one language. */
export interface InfoContent {
  readonly title: string;
  /** What the reader must know before all else; none: nothing stands out. */
  readonly warning?: string;
  readonly lead: string;
  readonly sections: readonly InfoSection[];
}

export interface InfoShellOptions extends FrameOptions {
  readonly assets: PageAssets;
  readonly skip: string;
  readonly toChat: string;
  /** More markup for the head. */
  readonly head?: string;
}

/** Style is the built asset's and there is no script, so these pages need no exception in their policy. */
export const INFO_CSP =
  "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The page as HTML, in the frame of the chat page. */
export function infoShell(options: InfoShellOptions, content: InfoContent): string {
  const { locale, skip, toChat, head = '' } = options;
  const { title, warning, lead, sections } = content;
  return siteDocument(options, {
    title,
    head,
    skip: { attributes: 'href="#content"', text: skip },
    main: `<article class="prose">
<p><a href="/?lang=${locale}">${escapeHtml(toChat)}</a></p>
<h1>${escapeHtml(title)}</h1>
${warning === undefined ? '' : `<p class="warning">${escapeHtml(warning)}</p>`}
<p>${escapeHtml(lead)}</p>
${sections.map(sectionMarkup).join('\n')}
</article>`,
  });
}

/** `/grid/<instrument>/<card>`: a page of many fields beside the chat. Its script finds the conversation and fills it. */
import type { Request, Response } from 'restify';
import type { Locale } from '../conversation/locale.ts';
import { escapeHtml } from '../reports/escape-html.ts';
import { gridTexts } from './grid-texts.ts';
import { type NotFound, sendNotFound } from './not-found.ts';
import type { SitePageOptions } from './page-frame.ts';
import { type ScriptPage, scriptPageSender } from './script-page.ts';
import type { Site } from './site.ts';

export interface GridPageOptions extends SitePageOptions {
  readonly notFound: NotFound;
  /** Whether an instrument in force has such a grid. */
  readonly isThere: (dialog: string, card: string) => boolean;
}

export function createGridPage(options: GridPageOptions): Site {
  const send = scriptPageSender(options);
  return {
    mount(server) {
      server.get('/grid/:dialog/:card', async (request: Request, response: Response) => {
        const dialog = String(request.params.dialog);
        if (options.isThere(dialog, String(request.params.card)))
          return send(request, response, locale => gridPage(options, locale, dialog));
        sendNotFound(response, options.notFound(request));
      });
    },
  };
}

function gridPage({ assets, translate }: GridPageOptions, locale: Locale, dialog: string): ScriptPage {
  const t = translate(locale);
  const own = gridTexts(t);
  const title = t(`${dialog}:title`);
  return {
    name: 'grid',
    title,
    style: assets.gridStyle,
    script: assets.grid,
    skip: { attributes: 'href="#after"', text: own.skip },
    main: `<p><a href="/?lang=${locale}" id="to-chat">${escapeHtml(own.back)}</a></p>
<h1><span id="title">${escapeHtml(title)}</span></h1>
<noscript><p>${escapeHtml(own.noscript)}</p></noscript>
<p id="loading" role="status">${escapeHtml(own.loading)}</p>
<div id="grid"></div>`,
    data: own,
  };
}

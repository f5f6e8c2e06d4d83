import type { IncomingMessage } from 'node:http';
import Negotiator from 'negotiator';
import { LOCALES, type Locale, localeOf } from '../conversation/locale.ts';
import { queryOf } from './query-of.ts';

/** The language that `?lang=` names, if it is one of ours. */
export function localeAsked({ url }: Pick<IncomingMessage, 'url'>): Locale | undefined {
  return localeOf(queryOf(url).get('lang') ?? undefined);
}

/** The best of ours that the browser's own settings name. */
export function localeOfBrowser(request: IncomingMessage): Locale | undefined {
  // Without the header every language would do, and the first of them would be taken for a wish.
  if (request.headers['accept-language'] === undefined) return undefined;
  return localeOf(new Negotiator(request).language([...LOCALES]));
}

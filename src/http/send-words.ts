import type { ServerResponse } from 'node:http';
import { LOCALES, type Locale } from '../conversation/locale.ts';
import type { Translate } from '../conversation/translate.ts';

/** Sends plain words, in the place of a file or a page, that no cache keeps. */
export function sendWords(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(`${text}\n`);
}

/** A text in every language, one after the other: for whoever's language is not known. */
export function inEveryLanguage(translate: (locale: Locale) => Translate, key: string): string {
  return LOCALES.map(locale => translate(locale)(key)).join('\n\n');
}

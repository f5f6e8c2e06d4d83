import { asHtml } from './as-html.ts';
import { asText } from './as-text.ts';
import type { Exchange } from './exchange.ts';

export type TranscriptFormat = 'html' | 'txt';

/** The file's text. */
export function inFormat(exchange: Exchange, format: TranscriptFormat): string {
  return format === 'txt' ? asText(exchange) : asHtml(exchange);
}

import type { Exchange } from './exchange.ts';
import { transcriptHtml } from './transcript-html.ts';
import { transcriptText } from './transcript-text.ts';

export type TranscriptFormat = 'html' | 'txt';

/** The file's text. */
export function transcriptFile(exchange: Exchange, format: TranscriptFormat): string {
  return format === 'txt' ? transcriptText(exchange) : transcriptHtml(exchange);
}

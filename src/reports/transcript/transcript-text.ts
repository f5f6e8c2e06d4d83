import type { Exchange } from './exchange.ts';

/** The exchange as plain text, UTF-8 with a byte order mark so that old editors read its letters right. */
export function transcriptText({ title, about, lines }: Exchange): string {
  const said = lines.map(({ who, when, text }) => `[${when}] ${who}:\n${indent(plain(text))}`);
  return `\uFEFF${[title, about.join('\n'), ...said].join('\n\n')}\n`;
}

function indent(text: string): string {
  return text
    .split('\n')
    .map(line => (line === '' ? '' : `  ${line}`))
    .join('\n');
}

/** Control characters would let a message rewrite what a terminal shows. */
function plain(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\p{Cc}\p{Cf}]/gu, character => (character === '\n' ? '\n' : ''));
}

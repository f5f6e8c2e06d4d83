import { escapeHtml } from '../escape-html.ts';
import type { Exchange, ExchangeLine } from './exchange.ts';

/** The exchange as one HTML file that needs nothing else: readable, printable, with a heading and a list. */
export function transcriptHtml({ title, about, locale, lines }: Exchange): string {
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${escapeHtml(title)}</h1>
${about.map(line => `<p class="about">${escapeHtml(line)}</p>`).join('\n')}
<ol>
${lines.map(asItem).join('\n')}
</ol>
</body>
</html>
`;
}

function asItem({ who, when, text, locale }: ExchangeLine): string {
  const language = locale === undefined ? '' : ` lang="${locale}"`;
  return `<li><p class="who">${escapeHtml(who)} <time>${escapeHtml(when)}</time></p><p class="text"${language}>${escapeHtml(text)}</p></li>`;
}

const STYLE = `
body { margin: 2rem auto; max-width: 44rem; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; color: #1a1f2b; background: #fff; }
.about { margin: 0 0 .25rem; color: #4a5160; }
ol { list-style: none; margin: 2rem 0 0; padding: 0; }
li { margin: 0 0 1.25rem; }
.who { margin: 0; font-weight: 600; break-after: avoid; }
time { font-weight: 400; color: #4a5160; }
.text { margin: .25rem 0 0; white-space: pre-wrap; overflow-wrap: anywhere; }
`;

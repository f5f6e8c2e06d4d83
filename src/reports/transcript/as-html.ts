import { escapeHtml } from '../escape-html.ts';
import type { Exchange, ExchangeLine, Figure } from './exchange.ts';

/** The exchange as one HTML file that needs nothing else: readable, printable, with a heading and a list. */
export function asHtml({ title, about, locale, lines, figures = [] }: Exchange): string {
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
${figures.map(asFigure).join('\n')}
</body>
</html>
`;
}

function asItem({ who, when, text, locale }: ExchangeLine): string {
  const language = locale === undefined ? '' : ` lang="${locale}"`;
  return `<li><p class="who">${escapeHtml(who)} <time>${escapeHtml(when)}</time></p><p class="text"${language}>${escapeHtml(text)}</p></li>`;
}

/** On paper each begins a page: the picture and the table that says the same. */
function asFigure({ title, svg, head, rows }: Figure): string {
  const [first = '', ...columns] = head;
  const cell = (text: string) => `<td>${escapeHtml(text)}</td>`;
  return `<section>
<h2>${escapeHtml(title)}</h2>
${svg}
<table>
<thead><tr><th scope="col">${escapeHtml(first)}</th>${columns.map(column => `<th scope="col">${escapeHtml(column)}</th>`).join('')}</tr></thead>
<tbody>
${rows.map(([name = '', ...cells]) => `<tr><th scope="row">${escapeHtml(name)}</th>${cells.map(cell).join('')}</tr>`).join('\n')}
</tbody>
</table>
</section>`;
}

const STYLE = `
body { margin: 2rem auto; max-width: 44rem; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; color: #1a1f2b; background: #fff; }
.about { margin: 0 0 .25rem; color: #4a5160; }
ol { list-style: none; margin: 2rem 0 0; padding: 0; }
li { margin: 0 0 1.25rem; }
.who { margin: 0; font-weight: 600; break-after: avoid; }
time { font-weight: 400; color: #4a5160; }
section { break-before: page; }
svg { max-width: 100%; height: auto; break-inside: avoid; }
table { width: 100%; margin: 1rem 0 2rem; border-collapse: collapse; font-size: .875rem; }
th, td { padding: .375rem .5rem; border: 1px solid #6b8296; text-align: left; vertical-align: top; }
td { overflow-wrap: anywhere; }
tr { break-inside: avoid; }
.text { margin: .25rem 0 0; white-space: pre-wrap; overflow-wrap: anywhere; }
`;

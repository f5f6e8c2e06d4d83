import { escapeHtml } from '../escape-html.ts';
import type { Cell, Figure, Report, ReportBlock, ReportPart, Table } from './report.ts';
import { REPORT_STYLE } from './report-style.ts';

export interface ReportPage {
  /** Links above the report that are not printed: its other forms, as of a page that is kept. */
  readonly links?: readonly { readonly text: string; readonly url: string }[];
}

/**
 * The report as one HTML page that needs nothing else, neither script nor picture from elsewhere: readable on a phone,
 * in the dark and on paper. Where it is served, its content policy has to allow as much as that of a saved file
 * (`http/files.ts`): styles within it, and images of `data:`.
 */
export function reportHtml(report: Report, { links = [] }: ReportPage = {}): string {
  const { locale, title, result, facts, notices, parts, made } = report;
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(`${title} – ${result}`)}</title>
<style>${REPORT_STYLE}</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
${links.length === 0 ? '' : list('links', links.map(link))}
<p class="result">${escapeHtml(result)}</p>
<dl>
${facts.map(({ label, value }) => `<div><dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}</dd></div>`).join('\n')}
</dl>
<div class="notices">${notices.map(paragraph).join('\n')}</div>
${parts.map(asPart).join('\n')}
</main>
<footer>${paragraph(made)}</footer>
</body>
</html>
`;
}

function link({ text, url }: { text: string; url: string }): string {
  return `<a href="${escapeHtml(url)}">${escapeHtml(text)}</a>`;
}

function paragraph(text: string): string {
  return `<p>${escapeHtml(text)}</p>`;
}

function list(name: string, items: readonly string[]): string {
  return `<ul class="${name}">${items.map(item => `<li>${item}</li>`).join('')}</ul>`;
}

/** What belongs to the whole report alone is closed, and on paper not there, until somebody opens it. */
function asPart(part: ReportPart): string {
  const { heading, level, blocks } = part;
  const title = heading === undefined ? '' : `<h${level}>${escapeHtml(heading)}</h${level}>`;
  const shown = blocks.map(block => asBlock(block, heading)).join('\n');
  return part.in === 'brief'
    ? `<section>\n${title}\n${shown}\n</section>`
    : `<details>\n<summary>${title}</summary>\n${shown}\n</details>`;
}

function asBlock(block: ReportBlock, heading: string | undefined): string {
  switch (block.block) {
    case 'text':
      return `<p${block.tone ? ` class="${block.tone}"` : ''}>${escapeHtml(block.text)}</p>`;
    case 'list':
      return list('items', block.items.map(escapeHtml));
    case 'words':
      return `<p><b>${escapeHtml(block.label)}:</b> ${escapeHtml(block.words)}</p>`;
    case 'table':
      return asTable(block.table, heading);
    case 'figure':
      return asFigure(block.figure, heading);
  }
}

/** As an image of its own: whatever is in it can neither run nor meet the rest of the page. */
function asFigure({ svg, alt, width, table }: Figure, heading: string | undefined): string {
  const source = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
  return `<div class="figure ${width}">\n<img alt="${escapeHtml(alt)}" src="${source}">\n${asTable(table, heading)}\n</div>`;
}

/** On a narrow screen a table is scrolled by itself, also with keys. Under a heading that says the same it has no caption. */
function asTable({ caption, head, rows }: Table, heading: string | undefined): string {
  const name = escapeHtml(caption);
  return `<div class="table" role="region" aria-label="${name}" tabindex="0"><table>
${caption === heading ? '' : `<caption>${name}</caption>`}
<thead><tr>${head.map(column => `<th scope="col">${escapeHtml(column)}</th>`).join('')}</tr></thead>
<tbody>
${rows.map(asRow).join('\n')}
</tbody>
</table></div>`;
}

function asRow([name = '', ...cells]: readonly Cell[]): string {
  return `<tr><th scope="row"${classOf(name)}>${escapeHtml(name ?? '')}</th>${cells.map(asCell).join('')}</tr>`;
}

function asCell(cell: Cell): string {
  return `<td${classOf(cell)}>${escapeHtml(cell ?? '')}</td>`;
}

/** Letters. A longer one is somebody's own (an address, say) and is broken anywhere, so that a table stays as wide as its page. */
const LONGEST_WORD = 26;

function classOf(cell: Cell): string {
  if (cell === null) return ' class="blank"';
  return cell.split(' ').some(word => word.length > LONGEST_WORD) ? ' class="long"' : '';
}

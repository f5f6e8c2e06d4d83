/** The few things that the pages about the service are made of, and how each is written as HTML. */
import { escapeHtml } from '../reports/escape-html.ts';

export interface InfoSection {
  readonly heading: string;
  readonly parts: readonly InfoPart[];
}

export interface InfoLink {
  readonly text: string;
  readonly url: string;
}

export type InfoPart =
  | string
  | { readonly list: readonly (string | InfoLink)[] }
  /** A section inside a section. */
  | { readonly heading: string; readonly level: 3 | 4; readonly parts: readonly InfoPart[] }
  /** Markup made elsewhere, such as the contact. */
  | { readonly markup: string };

export function sectionMarkup({ heading, parts }: InfoSection): string {
  return `<section>\n<h2>${escapeHtml(heading)}</h2>\n${parts.map(partMarkup).join('\n')}\n</section>`;
}

function partMarkup(part: InfoPart): string {
  if (typeof part === 'string') return `<p>${escapeHtml(part)}</p>`;
  if ('markup' in part) return part.markup;
  if ('list' in part) return `<ul>${part.list.map(itemMarkup).join('')}</ul>`;
  const { heading, level, parts } = part;
  return `<h${level}>${escapeHtml(heading)}</h${level}>\n${parts.map(partMarkup).join('\n')}`;
}

function itemMarkup(item: string | InfoLink): string {
  if (typeof item === 'string') return `<li>${escapeHtml(item)}</li>`;
  return `<li><a href="${escapeHtml(item.url)}">${escapeHtml(item.text)}</a></li>`;
}

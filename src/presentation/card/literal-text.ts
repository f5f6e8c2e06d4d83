/**
 * Text in a card's element. A TextBlock is read as Markdown: "2. kerroksen palvelupiste" becomes "1. kerroksen …", "3)
 * Satama" the beginning of a list. Backslashes help in some of Teams' clients and are shown by others, so what could
 * be read so goes into a text run, which no renderer reads. This is the one place that decides; it is decided for our
 * own texts and for people's alike.
 */
import type { Element, Spacing } from './element.ts';

interface Look {
  readonly size?: 'small' | 'medium';
  readonly weight?: 'bolder';
  readonly isSubtle?: true;
  readonly spacing?: Spacing;
}

/** A paragraph that shows these very letters. */
export function textElement(text: string, { spacing, ...look }: Look = {}): Element {
  const shown = withoutFunctions(text);
  const place = spacing && { spacing };
  if (!readsAsMarkdown(shown)) return { type: 'TextBlock', text: shown, wrap: true, ...look, ...place };
  if (shown.includes('\n')) return { type: 'TextBlock', text: literal(shown), wrap: true, ...look, ...place };
  return { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: shown, ...look }], ...place };
}

/** A heading: only a TextBlock can be one, so it is escaped instead. */
export function headingElement(
  text: string,
  look: Omit<Look, 'size'> & { size: 'default' | 'medium' },
): Element {
  return { type: 'TextBlock', text: literal(text), wrap: true, ...look, weight: 'bolder', style: 'heading' };
}

/** The same letters for a place that is read as Markdown and has no other: a heading, an item of a list, a link. */
export function literal(text: string): string {
  const shown = withoutFunctions(text);
  return readsAsMarkdown(shown) ? shown.split('\n').map(escapedLine).join('\n') : shown;
}

/** Whether Markdown would make anything but these letters of a text. */
export function readsAsMarkdown(text: string): boolean {
  return INLINE.test(text) || BEGINNING.test(text);
}

const INLINE = /[\\`*_[\]~|]|<[a-z/!?]|&#?[a-z0-9]+;|:\/\/|www\./i;
const BEGINNING = /^(?:[^\S\n\r\u2028\u2029]*(?:\d{1,9}[.)](?:\s|$)|[-+](?:\s|$)|[#>=]|--)|\t| {2})| {2}\n/m;

function escapedLine(line: string): string {
  return line
    .trim()
    .replace(/[\\`*_[\]<>~|&#=:]/g, '\\$&')
    .replace(/^[-+]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/www\./gi, match => `${match.slice(0, 3)}\\.`);
}

/** Renderers work out {{DATE(…)}}, even in text runs. */
export function withoutFunctions(text: string): string {
  return text.replaceAll('{{', '{ {');
}

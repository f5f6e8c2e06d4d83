import type { Element, TextRun } from './element.ts';
import { withoutFunctions } from './literal-text.ts';

/** Text runs are never read as markdown by any renderer, which is why people's own words go into them. */
export function wordsBlock({ label, words }: { label: string; words: string }): Element {
  const name: TextRun = { type: 'TextRun', text: `${label}: `, weight: 'bolder' };
  const run: TextRun = { type: 'TextRun', text: withoutFunctions(words), italic: true };
  return { type: 'RichTextBlock', inlines: [name, run], spacing: 'small' };
}

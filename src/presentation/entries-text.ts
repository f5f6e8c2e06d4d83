import type { Answers, Entry } from '../assessment/answers.ts';
import type { Definition } from '../assessment/definition.ts';
import { entryLine, itemName } from './dialog-texts.ts';
import type { Voice } from './voice.ts';

/** What was said, item by item: "Rakentamisluvat: käytössä, käyttöaste 85 %; Pysäköinti: suunnitteilla". */
export function entriesText(
  voice: Voice,
  definition: Definition,
  { entries, names }: { entries: readonly Entry[]; names: Answers },
): string {
  // An item that is only being added has its name among what was said.
  const known = { ...names, ...Object.fromEntries(entries.map(({ key, value }) => [key, value])) };
  const lines = new Map<string, string[]>();
  for (const { key, value } of entries) {
    const line = entryLine(voice, definition, { key, value, names: known });
    if (!line) continue;
    const item = line.item ? itemName(voice, definition, line.item) : '';
    lines.set(item, [...(lines.get(item) ?? []), line.text]);
  }
  return [...lines]
    .map(([item, texts]) => {
      const answer = texts.join(', ');
      return item === '' ? answer : voice.t('bot:noted.line', { item, answer });
    })
    .join('; ');
}

import { type Answers, keyOf, splitKey } from '../assessment/answers.ts';
import type { Instrument } from '../assessment/instrument.ts';
import { fieldAt } from '../assessment/places.ts';

/**
 * Answers with the notes made in the chat on the cards of an item in that item's own field for a note: so they stand in
 * the spreadsheet, and come back with it. What somebody wrote in the field itself stays; notes on other cards have no row.
 */
export function withNotes(
  instrument: Instrument,
  answers: Answers,
  notes: Readonly<Record<string, string>>,
): Answers {
  const found = new Map<string, string>();
  for (const [card, note] of Object.entries(notes)) {
    const key = keyOf(splitKey(card).items, 'note');
    const input = fieldAt(instrument, key, answers)?.input;
    if (input?.type !== 'text' || answers[key] !== undefined) continue;
    const all = [found.get(key) ?? '', note.replace(/\s+/g, ' ').trim()].filter(text => text !== '');
    found.set(key, cut(all.join('; '), input.max));
  }
  return found.size === 0 ? answers : { ...answers, ...Object.fromEntries(found) };
}

/** No half of a character, and no longer than the field takes back. */
function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

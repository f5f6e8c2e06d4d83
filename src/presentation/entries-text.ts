import { type AnswerKey, type Answers, type Entry, splitKey, type Value } from '../assessment/answers.ts';
import type { Instrument } from '../assessment/instrument.ts';
import type { NamedItem } from '../assessment/named-item.ts';
import { NAME } from '../assessment/names-in.ts';
import { fieldAt, ownName } from '../assessment/places.ts';
import { inputShort, itemAt, itemName, notedText } from './dialog-texts.ts';
import { userWords } from './user-words.ts';
import { valueLabel } from './value-label.ts';
import type { Voice } from './voice.ts';

/** What was left out of what was said of all, by its keys: "Ilman vastausta jäi: Kadut". */
export function leftText(
  voice: Voice,
  instrument: Instrument,
  { left, names }: { left: readonly AnswerKey[]; names: Answers },
): string {
  const items = left.flatMap(key => {
    const field = fieldAt(instrument, key, names);
    if (!field) return [];
    const item = field.step.type === 'table' ? itemAt(field.at, names) : undefined;
    return [item ? itemName(voice, instrument, item) : inputShort(voice, instrument, key)];
  });
  return voice.t('bot:noted.left', { items: items.join(', ') });
}

/** What was said, item by item: "Rakentamisluvat: käytössä, käyttöaste 85 %; Pysäköinti: suunnitteilla". */
export function entriesText(
  voice: Voice,
  instrument: Instrument,
  { entries, names }: { entries: readonly Entry[]; names: Answers },
): string {
  // An item that is only being added has its name among what was said.
  const known = { ...names, ...Object.fromEntries(entries.map(({ key, value }) => [key, value])) };
  const lines = new Map<string, string[]>();
  for (const { key, value } of entries) {
    const line = entryLine(voice, instrument, { key, value, names: known });
    if (!line) {
      const added = splitKey(key);
      const name = added.last === NAME ? ownName(known, added.items) : undefined;
      if (name !== undefined && !lines.has(userWords(name))) lines.set(userWords(name), []);
      continue;
    }
    const item = line.item ? itemName(voice, instrument, line.item) : '';
    lines.set(item, [...(lines.get(item) ?? []), line.text]);
  }
  return [...lines]
    .map(([item, texts]) => {
      if (texts.length === 0) return voice.t('bot:noted.added', { item });
      const answer = texts.join(', ');
      return item === '' ? answer : voice.t('bot:noted.line', { item, answer });
    })
    .join('; ');
}

/** What was judged, and by whom, in a line: "Oulu; Työ ja yrittäminen; rooli: Kunnan johto". */
export function scopeText(voice: Voice, instrument: Instrument, entries: readonly Entry[]): string {
  return entries
    .flatMap(({ key, value }) => entryLine(voice, instrument, { key, value, names: {} })?.text ?? [])
    .join('; ');
}

/** What an entry says, with the field it says it of. */
export function entryLine(
  voice: Voice,
  instrument: Instrument,
  { key, value, names }: { key: AnswerKey; value: Value; names: Answers },
): { item: NamedItem | undefined; text: string } | undefined {
  const field = fieldAt(instrument, key, names);
  if (!field || field.input.id === NAME) return undefined;
  const { input, at } = field;
  const answer = valueLabel(voice, instrument, { input, value, names });
  const text =
    input.type === 'choice' && field.step.type === 'table'
      ? answer
      : notedText(voice, instrument, { key: input.id, answer });
  return { item: itemAt(at, names), text };
}

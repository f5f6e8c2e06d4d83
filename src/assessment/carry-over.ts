/** Answers that were given to one version of an instrument, as another version takes them. */
import { type AnswerKey, type Answers, type Entry, keyOf, lastOf, splitKey, type Value } from './answers.ts';
import { checkAnswers } from './check-answers.ts';
import type { Instrument } from './instrument.ts';
import type { Change } from './moved.ts';
import { optionsAt } from './options-at.ts';
import { fieldAt } from './places.ts';
import { pruneAnswers } from './prune-answers.ts';
import { isNewer } from './version.ts';
import { type Moved, wholeItems } from './whole-items.ts';

export interface CarriedOver {
  /** The answers that the other version takes. */
  readonly answers: Answers;
  /** Keys, as they are now, of questions that are still asked and whose earlier answer does not fit any more. */
  readonly again: readonly AnswerKey[];
  /** Where the answers of two came together: the keys that count now, each with its key of before. */
  readonly from: Readonly<Record<AnswerKey, AnswerKey>>;
  /** Items that several are now, of which the answers of one were kept. */
  readonly merged: readonly string[];
}

/** Carries answers given to `version` over to an instrument: moved as it declares; of the rest, those that still fit. */
export function carryOver(instrument: Instrument, version: string, answers: Answers): CarriedOver {
  const changes = changesSince(instrument, version);
  const moved = Object.entries(answers).map(([key, value]) => ({
    ...movedEntry(changes, { key, value }),
    was: key,
  }));
  const { counted, merged } = wholeItems(moved);
  // Of two fields that come to the same one, the answer that was there already counts.
  const ordered = counted.toSorted(
    (one, other) => Number(one.key === one.was) - Number(other.key === other.was),
  );
  const names = valuesOf(ordered);
  const listed = valuesOf(
    ordered.map(({ key, value }) => ({ key, value: withKnown(instrument, names, { key, value }) })),
  );
  const unfit = new Set(checkAnswers(instrument, listed).map(({ input }) => input));
  const fitting = Object.fromEntries(Object.entries(listed).filter(([key]) => !unfit.has(key)));
  const kept = pruneAnswers(instrument, fitting);
  const asked = (key: AnswerKey) => fieldAt(instrument, key, names) !== undefined;
  const again = ordered.map(({ key }) => key).filter(key => fitting[key] === undefined && asked(key));
  const from = Object.fromEntries(ordered.map(({ key, was }) => [key, was]));
  return { answers: kept, again: [...new Set(again)], from, merged };
}

/** A key of an earlier version (an answer's, or a card's) as this one has it. */
export function carriedKey(instrument: Instrument, version: string, key: string): string {
  return changesSince(instrument, version).reduce(movedKey, key);
}

function changesSince({ moved }: Instrument, version: string): readonly Change[] {
  return moved.filter(({ came }) => isNewer(came, version));
}

type Now = Omit<Moved, 'was'>;

function movedEntry(changes: readonly Change[], entry: Entry): Now {
  return changes.reduce((now: Now, change): Now => {
    const key = movedKey(now.key, change);
    const options = change.values[lastOf(key)] ?? {};
    return { key, value: now.value === undefined ? undefined : movedValue(options, now.value) };
  }, entry);
}

function movedKey(key: string, { fields, items }: Change): string {
  const found = Object.entries(items).find(([from]) => key === from || key.startsWith(`${from}.`));
  const placed = found ? found[1] + key.slice(found[0].length) : key;
  const { items: at, last } = splitKey(placed);
  return keyOf(at, own(fields, last) ?? last);
}

function movedValue(options: Change['values'][string], value: Value): Value | undefined {
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return withNull(own(options, value), value);
  return value.flatMap(one => withNull(own(options, one), one) ?? []);
}

function withNull(moved: string | null | undefined, value: string): string | undefined {
  return moved === undefined ? value : (moved ?? undefined);
}

function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function valuesOf(entries: readonly Now[]): Answers {
  return Object.fromEntries(
    entries.flatMap(({ key, value }) => (value === undefined ? [] : [[key, value] as const])),
  );
}

/** Of several things chosen, those that are still there. */
function withKnown(instrument: Instrument, answers: Answers, { key, value }: Now): Value | undefined {
  const field = fieldAt(instrument, key, answers);
  if (typeof value !== 'object' || field?.input.type !== 'choose') return value;
  const options = optionsAt(instrument, field, answers);
  return value.filter(one => options.includes(one));
}

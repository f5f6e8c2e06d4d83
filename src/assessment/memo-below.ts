/**
 * What is worked out of the answers below one item, kept from answers to the next ones while nothing there changes: of a
 * workbook's 85 services a turn changes one. What is kept may look at answers below its item, at those above it and at
 * those outside the lists, and holds none of them, or earlier answers would live as long as later ones.
 */
import { type AnswerKey, type Answers, lastOf } from './answers.ts';
import { NAME } from './names-in.ts';

interface Below<Result> {
  /** The items on the way, with points between. */
  readonly path: string;
  readonly work: () => Result;
}

/** `owner`: whose result it is, such as an instrument. */
export function memoBelow<Owner, Result extends {}>(): (
  owner: Owner,
  answers: Answers,
  below: Below<Result>,
) => Result {
  const known = new WeakMap<Answers, Map<Owner, Map<string, Result>>>();
  carriers.push((before, answers, isTouched) => {
    const ofOwners = new Map<Owner, Map<string, Result>>();
    for (const [owner, results] of known.get(before) ?? []) {
      const stay = new Map<string, Result>();
      for (const [path, result] of results) if (!isTouched(path)) stay.set(path, result);
      ofOwners.set(owner, stay);
    }
    known.set(answers, ofOwners);
  });
  return (owner, answers, { path, work }) => {
    const ofOwners = known.get(answers) ?? new Map<Owner, Map<string, Result>>();
    known.set(answers, ofOwners);
    const results = ofOwners.get(owner) ?? new Map<string, Result>();
    ofOwners.set(owner, results);
    const result = results.get(path) ?? work();
    results.set(path, result);
    return result;
  };
}

type Carry = (before: Answers, answers: Answers, isTouched: (path: string) => boolean) => void;

const carriers: Carry[] = [];

/** Tells that these answers differ from those before under these keys alone. */
export function carryBelow(before: Answers, answers: Answers, changed: readonly AnswerKey[]): void {
  // Outside the lists it may be looked at from everywhere; and an item that is added is told of in the list above it.
  if (changed.some(key => !key.includes('.') || lastOf(key) === NAME)) return;
  const items = new Set(changed.map(key => key.slice(0, key.lastIndexOf('.'))));
  const around = new Set([...items].flatMap(itemsAround));
  const isTouched = (path: string) => around.has(path) || itemsAround(path).some(item => items.has(item));
  for (const carry of carriers) carry(before, answers, isTouched);
}

/** An item's path, and those of the items it stands in. */
function itemsAround(path: string): string[] {
  const end = path.lastIndexOf('.');
  return end < 0 ? [path] : [path, ...itemsAround(path.slice(0, end))];
}

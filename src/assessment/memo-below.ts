/**
 * Keeps a result for each item of a list from one turn's answers to the next. Of a workbook's 85 services a turn changes
 * one: the cards and figures of the other 84 are taken over instead of worked out again.
 *
 * A result may be worked out of answers of its own item (`work.job-matching.status`), of an item around it (`work.target`)
 * and of none (`areas`). Where one of the first two changes, the result goes; where one outside all lists changes, all go.
 * It must not hold the answers themselves: each turn's would keep those of the turn before in memory.
 */
import { type AnswerKey, type Answers, lastOf } from './answers.ts';
import { NAME } from './names-in.ts';

interface Below<Result> {
  /** The items on the way, with points between. */
  readonly path: string;
  readonly work: () => Result;
}

/** Outermost item → path → result. Answers that are alike below an item share what is known there. */
type Known<Result> = Map<string, Map<string, Result>>;

/** `owner`: whose result it is, such as an instrument. */
export function memoBelow<Owner, Result extends {}>(): (
  owner: Owner,
  answers: Answers,
  below: Below<Result>,
) => Result {
  const known = new WeakMap<Answers, Map<Owner, Known<Result>>>();
  carriers.push((before, answers, changed) => {
    const owners = known.get(before);
    if (!owners) return;
    const kept = [...owners].map(([owner, items]) => [owner, without(items, changed)] as const);
    known.set(answers, new Map(kept));
  });
  return (owner, answers, { path, work }) => {
    const results = inner(inner(inner(known, answers), owner), outermostOf(path));
    const found = results.get(path);
    if (found !== undefined) return found;
    const result = work();
    results.set(path, result);
    return result;
  };
}

interface Mapped<Key, Value> {
  get(key: Key): Value | undefined;
  set(key: Key, value: Value): unknown;
}

/** The map under this key, put there where there is none. */
function inner<Outer, Key, Value>(maps: Mapped<Outer, Map<Key, Value>>, key: Outer): Map<Key, Value> {
  const known = maps.get(key);
  if (known) return known;
  const fresh = new Map<Key, Value>();
  maps.set(key, fresh);
  return fresh;
}

/** `changed`: the items below which answers differ, each with a point at its end. */
type Carry = (before: Answers, answers: Answers, changed: readonly string[]) => void;

const carriers: Carry[] = [];

/** Tells that these answers differ from those before under these keys alone. */
export function carryBelow(before: Answers, answers: Answers, keys: readonly AnswerKey[]): void {
  // An answer outside the lists may be looked at from everywhere, and an item that is added changes the list that it is in.
  if (keys.some(key => !key.includes('.') || lastOf(key) === NAME)) return;
  const changed = [...new Set(keys.map(key => key.slice(0, key.lastIndexOf('.') + 1)))];
  for (const carry of carriers) carry(before, answers, changed);
}

/** Without what stands on, below or above a changed item. */
function without<Result>(known: Known<Result>, changed: readonly string[]): Known<Result> {
  const left = new Map(known);
  for (const item of new Set(changed.map(outermostOf))) {
    const results = [...(known.get(item) ?? [])].filter(([path]) => {
      const whole = `${path}.`;
      return !changed.some(one => one.startsWith(whole) || whole.startsWith(one));
    });
    left.set(item, new Map(results));
  }
  return left;
}

function outermostOf(path: string): string {
  const end = path.indexOf('.');
  return end < 0 ? path : path.slice(0, end);
}

import { type Amount, amountsIn } from './amounts-in.ts';
import type { Combined } from './combined.ts';
import { product } from './figures.ts';
import { takes } from './number-field.ts';
import type { Item } from './tag.ts';

/** "Half an hour before, now ten": minutes saved where times before and now are told; undefined where they are not. */
export function minutesSaved(items: readonly Item[]): Combined | undefined {
  const before = items.findIndex(({ tag }) => tag.is === 'before');
  if (before < 0) return undefined;
  const meant = items.findLastIndex(
    ({ tag }, at) => tag.is === 'settles' && amountsIn(items.slice(at + 1)).length > 0,
  );
  const last = items[meant]?.tag;
  // "Two hours before, now nothing, so two hours" says itself what is meant.
  if (last?.is === 'settles' && last.what !== 'now') return undefined;
  const now = items.findIndex(({ tag }) => tag.is === 'settles' && tag.what === 'now');
  const [first, second, more] = timesIn(items);
  if (now < 0 || first === undefined || second === undefined || more !== undefined) return 'unclear';
  const saved = before < now ? first - second : second - first;
  return saved < 0 ? 'unclear' : { value: product(saved, 1) };
}

/** Minutes named, in their order; "nothing" is none of them. */
function timesIn(items: readonly Item[]): number[] {
  const times = amountsIn(items).filter(({ measure, said }) => said === 'plain' && takes('minutes', measure));
  const zeros = items.flatMap(({ tag }, start) =>
    tag.is === 'vague' && tag.number === 0 ? [{ start, value: 0 }] : [],
  );
  const all: Pick<Amount, 'start' | 'value'>[] = [...times, ...zeros];
  return all.sort((one, other) => one.start - other.start).map(({ value }) => value);
}

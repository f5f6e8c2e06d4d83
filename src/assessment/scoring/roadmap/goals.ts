/** What is to rise: from where, to where, by when. */
import { type Answers, keyOf, numberAt } from '../../answers.ts';
import type { Instrument } from '../../instrument.ts';
import type { NamedItem } from '../../named-item.ts';
import { plainItems, roadmapRules } from './roadmap-rules.ts';

export interface Goal {
  readonly item: NamedItem;
  /** Null where it was not told. Never over the highest there is. */
  readonly now: number | null;
  readonly target: number | null;
  readonly year: number | null;
  readonly highest: number;
}

/** Every goal in the list's order: of the whole, or of one sector by itself. */
export function goalsOf(instrument: Instrument, answers: Answers, unit?: string): Goal[] {
  const { goals, highest, units } = roadmapRules(instrument);
  const fields = unit === undefined || !units ? { now: 'now', target: 'target', year: 'year' } : units;
  return plainItems(instrument, goals).map(({ id }) => {
    const most = highest[id] ?? 0;
    const at = (field: string) =>
      numberAt(answers, keyOf(unit === undefined ? [id] : [unit, id], field)) ?? null;
    const level = (field: string) => {
      const value = at(field);
      return value === null ? null : Math.min(value, most);
    };
    return {
      item: { list: goals, id },
      now: level(fields.now),
      target: level(fields.target),
      year: at(fields.year),
      highest: most,
    };
  });
}

/** How many levels are missing; what is not known now counts from the ground. */
export function gapOf({ now, target }: Goal): number {
  return target === null ? 0 : Math.max(0, target - (now ?? 0));
}

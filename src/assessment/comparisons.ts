import type { Condition } from './condition.ts';

/** Every input with a value that the condition compares it to. */
export function comparisons(condition: Condition): { input: string; value: string | number }[] {
  if ('equals' in condition) return [condition.equals];
  if ('atLeast' in condition) return [condition.atLeast];
  if ('anyOf' in condition)
    return condition.anyOf.values.map(value => ({ input: condition.anyOf.input, value }));
  if ('all' in condition) return condition.all.flatMap(comparisons);
  if ('any' in condition) return condition.any.flatMap(comparisons);
  return 'not' in condition ? comparisons(condition.not) : [];
}

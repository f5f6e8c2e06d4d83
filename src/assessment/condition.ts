/** When a step is asked. A fixed set of operators over earlier answers; nothing is ever evaluated as code. */
import * as z from 'zod';
import type { Answers, Value } from './answers.ts';

export type Condition =
  | { equals: { input: string; value: string | number } }
  | { anyOf: { input: string; values: (string | number)[] } }
  | { atLeast: { input: string; value: number } }
  | { answered: string }
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition };

const value = z.union([z.string(), z.number()]);

export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ equals: z.strictObject({ input: z.string(), value }) }),
    z.strictObject({ anyOf: z.strictObject({ input: z.string(), values: z.array(value).min(1) }) }),
    z.strictObject({ atLeast: z.strictObject({ input: z.string(), value: z.number() }) }),
    z.strictObject({ answered: z.string() }),
    z.strictObject({ all: z.array(conditionSchema).min(1) }),
    z.strictObject({ any: z.array(conditionSchema).min(1) }),
    z.strictObject({ not: conditionSchema }),
  ]),
);

/**
 * Whether the condition holds for these answers. An unanswered input satisfies nothing but `not`. Inside a list (`scope`
 * is the path of its item) an input is looked up there first, then outwards.
 */
export function holds(condition: Condition, answers: Answers, scope = ''): boolean {
  if ('equals' in condition)
    return valueIn(answers, scope, condition.equals.input) === condition.equals.value;
  if ('anyOf' in condition) {
    const answer = valueIn(answers, scope, condition.anyOf.input);
    return condition.anyOf.values.some(value => value === answer);
  }
  if ('atLeast' in condition) {
    const answer = valueIn(answers, scope, condition.atLeast.input);
    return typeof answer === 'number' && answer >= condition.atLeast.value;
  }
  if ('answered' in condition) return valueIn(answers, scope, condition.answered) !== undefined;
  if ('all' in condition) return condition.all.every(part => holds(part, answers, scope));
  if ('any' in condition) return condition.any.some(part => holds(part, answers, scope));
  return !holds(condition.not, answers, scope);
}

/** The answer to an input, looked up in a list's item first (`scope` is its path), then outwards. */
export function valueIn(answers: Answers, scope: string, input: string): Value | undefined {
  if (scope === '') return answers[input];
  const found = answers[`${scope}.${input}`];
  return found ?? valueIn(answers, scope.slice(0, Math.max(scope.lastIndexOf('.'), 0)), input);
}

/** The ids of every input the condition looks at, for checking that they exist and come earlier. */
export function inputsIn(condition: Condition): string[] {
  if ('equals' in condition) return [condition.equals.input];
  if ('anyOf' in condition) return [condition.anyOf.input];
  if ('atLeast' in condition) return [condition.atLeast.input];
  if ('answered' in condition) return [condition.answered];
  if ('all' in condition) return condition.all.flatMap(inputsIn);
  if ('any' in condition) return condition.any.flatMap(inputsIn);
  return inputsIn(condition.not);
}

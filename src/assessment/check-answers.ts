/** Whether an answer is one its question accepts. */
import { OUTS } from './answers.ts';
import { type Definition, findInput, type Input, optionsOf } from './definition.ts';

export type AnswerProblem =
  | { problem: 'unknown-input'; input: string }
  | { problem: 'not-an-option'; input: string; options: readonly string[] }
  | { problem: 'not-a-number'; input: string; min: number; max: number }
  | { problem: 'out-of-range'; input: string; min: number; max: number };

/** Checks one value against its input. Returns the problem, or undefined when the value is fine. */
export function checkAnswer(definition: Definition, input: Input, value: unknown): AnswerProblem | undefined {
  if (OUTS.some(out => out === value)) return undefined;
  if (input.type === 'choice') {
    const options = optionsOf(definition, input);
    const known = typeof value === 'string' && options.includes(value);
    return known ? undefined : { problem: 'not-an-option', input: input.id, options: [...options, ...OUTS] };
  }
  const { id, min, max } = input;
  if (typeof value !== 'number' || !Number.isFinite(value))
    return { problem: 'not-a-number', input: id, min, max };
  return value < min || value > max ? { problem: 'out-of-range', input: id, min, max } : undefined;
}

/** Checks a whole set of answers from outside and reports every problem, in the order they were given. */
export function checkAnswers(definition: Definition, answers: Record<string, unknown>): AnswerProblem[] {
  return Object.entries(answers).flatMap(([id, value]) => {
    const input = findInput(definition, id);
    if (!input) return [{ problem: 'unknown-input', input: id }];
    return checkAnswer(definition, input, value) ?? [];
  });
}

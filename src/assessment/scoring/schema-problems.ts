import type { z } from 'zod';
import { deepest } from '../deepest-issues.ts';
import type { Instrument } from '../instrument.ts';
import type { RuleProblem } from './port.ts';

/** What is wrong with the shape of an instrument's rules, with the place in its file. */
export function schemaProblems(schema: z.ZodType, { scoring }: Instrument): RuleProblem[] {
  const parsed = schema.safeParse(scoring);
  if (parsed.success) return [];
  return parsed.error.issues.flatMap(deepest).map(({ path, message }) => ({
    path: ['scoring', ...path.map(String)].join('.'),
    problem: message,
  }));
}

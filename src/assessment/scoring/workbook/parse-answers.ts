import type { z } from 'zod';
import { answersSchema } from './answers-schema.ts';
import type { WorkbookAnswers } from './workbook-answers.ts';
import type { Workbook } from './workbook-definition.ts';

/** Why a part of the answers is not accepted. Texts for the codes: `problems` of `locales/<language>/workbook.yaml`. */
export interface AnswersProblem {
  /** Keys and indexes from the top of the answers, such as `['areas', 'work', 'services', 'grants', 'cases']`. */
  readonly path: readonly (string | number)[];
  readonly code: string;
  /** Bounds of a number, both included. */
  readonly min?: number;
  readonly max?: number;
}

export type ParsedAnswers =
  | { readonly kind: 'parsed'; readonly answers: WorkbookAnswers }
  | { readonly kind: 'rejected'; readonly problems: readonly AnswersProblem[] };

/**
 * Checks answers from outside (JSON, a spreadsheet) and reports every problem. Accepted answers come out in one
 * canonical shape: the version is always there, empty groups are not, names have no stray spaces.
 */
export function parseWorkbookAnswers(workbook: Workbook, data: unknown): ParsedAnswers {
  const parsed = schemaOf(workbook).safeParse(data);
  if (parsed.success) return { kind: 'parsed', answers: parsed.data };
  return { kind: 'rejected', problems: parsed.error.issues.flatMap(toProblems) };
}

/** Building the schema costs some milliseconds, and a definition never changes: once each is enough. */
const schemas = new WeakMap<Workbook, ReturnType<typeof answersSchema>>();

function schemaOf(workbook: Workbook) {
  const schema = schemas.get(workbook) ?? answersSchema(workbook);
  schemas.set(workbook, schema);
  return schema;
}

function toProblems(issue: z.core.$ZodIssue): AnswersProblem[] {
  const path = issue.path.map(key => (typeof key === 'number' ? key : String(key)));
  const inner = innerIssues(issue);
  if (inner.length > 0) return inner.flatMap(toProblems);
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map(key => ({ path: [...path, key], code: issue.message }));
  if (issue.code !== 'custom') return [{ path, code: issue.message }];
  const { min, max } = issue.params ?? {};
  const bounds = typeof min === 'number' && typeof max === 'number' ? { min, max } : {};
  return [{ path, code: issue.message, ...bounds }];
}

/** Of a union, the issues of the alternative that got furthest: they say more than "none fits". */
function innerIssues(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union') return [];
  const deepest = issue.errors.find(issues => issues.some(({ path }) => path.length > 0)) ?? [];
  return deepest.map(inner => ({ ...inner, path: [...issue.path, ...inner.path] }));
}

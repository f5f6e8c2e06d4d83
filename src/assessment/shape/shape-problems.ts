import type { z } from 'zod';
import { insteadOf, someOf } from './instead-of.ts';
import { type UnknownKey, unknownKeys } from './unknown-keys.ts';

/** Something about a value that its schema refuses: where, and what would do. */
export interface ShapeProblem {
  readonly path: readonly PropertyKey[];
  readonly problem: string;
}

/**
 * What is wrong with a value that its schema refuses, for the person who wrote it. A misspelt key is told once, and the
 * rest as if it were spelt right: not that the right one is missing, too.
 */
export function shapeProblems(schema: z.ZodType, value: unknown): readonly ShapeProblem[] {
  const unknown = unknownKeys(schema, value);
  const mended = unknown.reduce<unknown>(mend, value);
  const { error } = schema.safeParse(mended);
  return [
    ...unknown.map(one => ({ path: one.path, problem: unknownText(one) })),
    ...(error?.issues ?? [])
      .flatMap(deepest)
      .map(issue => ({ path: issue.path, problem: issueText(issue, valueAt(mended, issue.path)) })),
  ];
}

function unknownText({ key, known, meant }: UnknownKey): string {
  if (meant !== undefined) return `there is no key ${key} here: did you mean ${meant}?`;
  return `there is no key ${key} here: take it out${known.length > 0 ? `, or use one of ${someOf(known)}` : ''}`;
}

/** The value with a key as it was meant, or without one that means nothing. */
function mend(value: unknown, { path, meant }: Pick<UnknownKey, 'path' | 'meant'>): unknown {
  const [first, ...rest] = path;
  if (typeof value !== 'object' || value === null || first === undefined) return value;
  const inside = (part: unknown) => mend(part, { path: rest, meant });
  if (Array.isArray(value)) return value.map((part, at) => (at === first ? inside(part) : part));
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, part]): [string, unknown][] => {
      if (key !== first) return [[key, part]];
      if (rest.length > 0) return [[key, inside(part)]];
      return meant === undefined ? [] : [[meant, part]];
    }),
  );
}

type Issue = z.core.$ZodIssue;

/** In place of "no alternative fits", what is wrong with the alternative that fits furthest inwards. */
function deepest(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const depth = (issues: readonly Issue[]) => Math.max(...issues.map(({ path }) => path.length));
  const [best = []] = [...issue.errors].sort((a, b) => depth(b) - depth(a));
  return best.flatMap(inner => deepest({ ...inner, path: [...issue.path, ...inner.path] }));
}

/** What a schema calls its values → what a person does. */
const CALLED: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  array: 'a list',
  object: 'keys with values',
  record: 'keys with values',
};

/** Where the schema has no words of its own for people, these. */
function issueText(issue: Issue, value: unknown): string {
  const given = typeof value === 'string' ? value : '';
  // A step of no known type: Zod's own types do not say that it lists the known ones.
  if ('options' in issue && Array.isArray(issue.options)) return choiceText(given, issue.options.map(String));
  if (issue.code === 'invalid_value') return choiceText(given, issue.values.map(String));
  if (issue.code !== 'invalid_type') return issue.message;
  const wanted = CALLED[issue.expected] ?? issue.expected;
  return value === undefined ? `is missing: write ${wanted}` : `has to be ${wanted}`;
}

function choiceText(given: string, known: readonly string[]): string {
  return `${given === '' ? 'is missing or no text' : `there is no ${given}`}${insteadOf(given, known)}`;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (part, key) => (typeof part === 'object' && part !== null ? Reflect.get(part, key) : undefined),
    value,
  );
}

import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/** In place of "no alternative fits", what is wrong with the alternative that fits furthest inwards. */
export function deepest(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const depth = (issues: readonly Issue[]) => Math.max(...issues.map(({ path }) => path.length));
  const [best = []] = [...issue.errors].sort((a, b) => depth(b) - depth(a));
  return best.flatMap(inner => deepest({ ...inner, path: [...issue.path, ...inner.path] }));
}

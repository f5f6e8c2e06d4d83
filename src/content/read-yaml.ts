import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { keptValue } from './kept-content.ts';
import { parseYaml } from './parse-yaml.ts';
import type { Read } from './problem.ts';

/**
 * Reads one YAML file of content and checks its shape. `value` is undefined when anything is wrong; a key given
 * twice is wrong, too. `file` is the path from `root`.
 */
export function readYaml<T>(root: string, file: string, schema: z.ZodType<T>): Read<T | undefined> {
  const text = readFileSync(join(root, file), 'utf8');
  const kept = keptValue(text);
  const checked = kept === undefined ? undefined : schema.safeParse(kept);
  return checked?.success ? { value: checked.data, problems: [] } : parseAnew(file, text, schema);
}

function parseAnew<T>(file: string, text: string, schema: z.ZodType<T>): Read<T | undefined> {
  const { value, errors, lineOf } = parseYaml(text);
  if (errors.length > 0) {
    const problems = errors.map(({ line, message }) => ({ file, path: `line ${line}`, problem: message }));
    return { value: undefined, problems };
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return { value: parsed.data, problems: [] };
  const problems = parsed.error.issues.flatMap(deepest).map(({ path, message }) => {
    const place = `${path.map(String).join('.')} (line ${lineOf(path)})`;
    return { file, path: place.trim(), problem: message };
  });
  return { value: undefined, problems };
}

type Issue = z.core.$ZodIssue;

/** In place of "no alternative fits", what is wrong with the alternative that fits furthest inwards. */
function deepest(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const depth = (issues: readonly Issue[]) => Math.max(...issues.map(({ path }) => path.length));
  const [best = []] = [...issue.errors].sort((a, b) => depth(b) - depth(a));
  return best.flatMap(inner => deepest({ ...inner, path: [...issue.path, ...inner.path] }));
}

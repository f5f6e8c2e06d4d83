import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Problem, Read } from './problem.ts';

/**
 * Reads one YAML file of content and checks its shape. `value` is undefined when anything is wrong; a key given
 * twice is wrong, too. `file` is the path from `root`.
 */
export function readYaml<T>(root: string, file: string, schema: z.ZodType<T>): Read<T | undefined> {
  const lines = new LineCounter();
  const text = readFileSync(join(root, file), 'utf8');
  const document = parseDocument(text, { uniqueKeys: true, strict: true, lineCounter: lines });
  const broken = [...document.errors, ...document.warnings];
  if (broken.length > 0)
    return { value: undefined, problems: broken.map(error => syntaxProblem(file, error)) };
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return { value: parsed.data, problems: [] };
  const problems = parsed.error.issues.flatMap(deepest).map(({ path, message }) => {
    const line = `(line ${lineAt(document, lines, path)})`;
    return { file, path: `${path.map(String).join('.')} ${line}`.trim(), problem: message };
  });
  return { value: undefined, problems };
}

function syntaxProblem(
  file: string,
  error: { linePos?: [{ line: number }, ...unknown[]] | undefined; message: string },
): Problem {
  const problem = error.message.split('\n')[0] ?? error.message;
  return { file, path: `line ${error.linePos?.[0].line ?? 1}`, problem };
}

type Issue = z.core.$ZodIssue;

/** In place of "no alternative fits", what is wrong with the alternative that fits furthest inwards. */
function deepest(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const depth = (issues: readonly Issue[]) => Math.max(...issues.map(({ path }) => path.length));
  const [best = []] = [...issue.errors].sort((a, b) => depth(b) - depth(a));
  return best.flatMap(inner => deepest({ ...inner, path: [...issue.path, ...inner.path] }));
}

function lineAt(
  document: ReturnType<typeof parseDocument>,
  lines: LineCounter,
  path: readonly PropertyKey[],
): number {
  for (let depth = path.length; depth > 0; depth--) {
    const node: unknown = document.getIn(path.slice(0, depth), true);
    const range = node && typeof node === 'object' && 'range' in node ? node.range : undefined;
    const start: unknown = Array.isArray(range) ? range[0] : undefined;
    if (typeof start === 'number') return lines.linePos(start).line;
  }
  return 1;
}

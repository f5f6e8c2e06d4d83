import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LRUCache } from 'lru-cache';
import type { z } from 'zod';
import { shapeProblems } from '../assessment/shape/shape-problems.ts';
import { parseYaml } from './parse-yaml.ts';
import { parsedByBuild } from './parsed-by-build.ts';
import type { Read } from './problem.ts';

/**
 * Reads one YAML file of content and checks its shape. `value` is undefined when anything is wrong; a key given
 * twice is wrong, too. `file` is the path from `root`.
 */
export function readYaml<T>(root: string, file: string, schema: z.ZodType<T>): Read<T | undefined> {
  const text = readFileSync(join(root, file), 'utf8');
  const kept = parsedByBuild(text);
  const checked = kept === undefined ? undefined : schema.safeParse(kept);
  return checked?.success ? { value: checked.data, problems: [] } : parseAnew(file, text, schema);
}

function parseAnew<T>(file: string, text: string, schema: z.ZodType<T>): Read<T | undefined> {
  const known = parsedLately.get(text);
  const checked = known && schema.safeParse(known.value);
  if (checked?.success) return { value: checked.data, problems: [] };
  const { value, mistake, lineOf } = parseYaml(text);
  if (mistake) {
    const { line, problem } = mistake;
    return { value: undefined, problems: [{ file, path: `line ${line}`, problem, unread: true }] };
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) {
    parsedLately.set(text, { value });
    return { value: parsed.data, problems: [] };
  }
  const problems = shapeProblems(schema, value).map(({ path, problem }) => {
    const place = `${path.map(String).join('.')} (line ${lineOf(path)})`;
    return { file, path: place.trim(), problem, unread: true as const };
  });
  return { value: undefined, problems };
}

/**
 * What was parsed lately, by its text. A start with content of a municipality's own reads the same files up to three
 * times, and tests that try an instrument each read all shipped content for each: parsing was most of their time.
 */
const parsedLately = new LRUCache<string, { readonly value: unknown }>({
  maxSize: 8_000_000,
  sizeCalculation: (_, text) => text.length + 1,
});

import { existsSync, readFileSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { parseYaml } from '../../src/content/parse-yaml.ts';
import type { Problem } from '../../src/content/problem.ts';

/**
 * A problem of an instrument with the line it is on: a check that has an instrument at hand knows ids
 * alone, and a list may have hundreds of lines. Of an id that is given twice, the later line. Files are named from `root`.
 */
export function placeIn(root: string, problem: Problem): Problem {
  const file = resolve(root, problem.file);
  const hasLine = problem.path.startsWith('line ') || problem.path.includes('(line ');
  if (!file.includes(`${sep}dialogs${sep}`) || hasLine || !existsSync(file)) return problem;
  const { value, lineOf } = parseYaml(readFileSync(file, 'utf8'));
  const path = pathTo(value, problem.path.split('.'));
  return path.length === 0 ? problem : { ...problem, path: `${problem.path} (line ${lineOf(path)})` };
}

/** The keys and indexes that lead to what names and ids lead to, as far as there is something. */
function pathTo(node: unknown, [name, ...rest]: readonly string[]): string[] {
  const found = name === undefined ? undefined : find(node, name);
  return found ? [...found.path, ...pathTo(found.node, rest)] : [];
}

interface Place {
  readonly path: string[];
  readonly node: unknown;
}

/** What has this key, or this id in a list, here or anywhere below: a field stands within its step. */
function find(part: unknown, name: string): Place | undefined {
  const key = partsOf(part).find(({ path }) => path[0] === name);
  return (Array.isArray(part) ? undefined : key) ?? withId(part, name) ?? key;
}

function withId(part: unknown, id: string): Place | undefined {
  const parts = partsOf(part).toReversed();
  const here = Array.isArray(part) ? parts.find(({ node }) => isCalled(node, id)) : undefined;
  if (here) return here;
  for (const { path, node } of parts) {
    const below = withId(node, id);
    if (below) return { ...below, path: [...path, ...below.path] };
  }
  return undefined;
}

function partsOf(part: unknown): Place[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).map(([key, node]: [string, unknown]) => ({ path: [key], node }));
}

/** An item may be its id alone. */
function isCalled(node: unknown, id: string): boolean {
  return node === id || (typeof node === 'object' && node !== null && 'id' in node && node.id === id);
}

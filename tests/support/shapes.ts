/** The shapes of a source file that its readers pay for: long functions, many parameters, casts, crumbs of files. */
import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { type Function as FunctionNode, parseSync, Visitor } from 'oxc-parser';

const MOST_LINES = 40;
const MOST_PARAMETERS = 3;
/** A shorter file that one other file alone imports belongs into that one. */
const FEWEST_LINES = 15;

/** A line for each, sorted: `src/a.ts draw: over 40 lines`. It names no number that changes while the file is worked on. */
export function shapesIn(files: readonly string[]): string[] {
  const parsed = files.map(parse);
  const importers = importersOf(parsed);
  return parsed.flatMap(file => [...shapesOf(file), ...crumb(file, importers)]).sort();
}

interface Parsed {
  readonly file: string;
  readonly text: string;
  readonly parsed: ReturnType<typeof parseSync>;
}

function parse(file: string): Parsed {
  const text = readFileSync(file, 'utf8');
  const parsed = parseSync(file, text);
  if (parsed.errors.length > 0) throw new Error(`${file}: ${parsed.errors[0]?.message}`);
  return { file, text, parsed };
}

/** What a function is called, where it stands and what it takes. */
type AnyFunction = Pick<FunctionNode, 'start' | 'end' | 'params'>;

function shapesOf({ file, text, parsed }: Parsed): string[] {
  const found: string[] = [];
  const names = new Map<number, string>();
  const measure = (node: AnyFunction) => {
    const name = names.get(node.start) ?? 'unnamed';
    const lines = text.slice(node.start, node.end).split('\n').length;
    if (lines > MOST_LINES) found.push(`${file} ${name}: over ${MOST_LINES} lines`);
    if (node.params.length > MOST_PARAMETERS)
      found.push(`${file} ${name}: over ${MOST_PARAMETERS} parameters`);
  };
  new Visitor({
    VariableDeclarator: ({ id, init }) => {
      if (init && id.type === 'Identifier') names.set(init.start, id.name);
    },
    Property: ({ key, value }) => {
      if (key.type === 'Identifier') names.set(value.start, key.name);
    },
    MethodDefinition: ({ key, value }) => {
      if (key.type === 'Identifier') names.set(value.start, key.name);
    },
    FunctionDeclaration: node => {
      if (node.id) names.set(node.start, node.id.name);
      measure(node);
    },
    FunctionExpression: measure,
    ArrowFunctionExpression: measure,
    TSAnyKeyword: () => found.push(`${file}: any`),
    TSNonNullExpression: () => found.push(`${file}: !`),
    TSTypeAssertion: () => found.push(`${file}: a cast in angle brackets`),
    TSAsExpression: ({ typeAnnotation: { start, end } }) => {
      const target = text.slice(start, end);
      if (target !== 'const') found.push(`${file}: as ${target}`);
    },
  }).visit(parsed.program);
  return found;
}

function crumb({ file, text }: Parsed, importers: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const lines = text.trimEnd().split('\n').length;
  const [only, ...more] = importers.get(file) ?? [];
  return lines < FEWEST_LINES && only && more.length === 0
    ? [`${file}: under ${FEWEST_LINES} lines, for ${only} alone`]
    : [];
}

/** File → the files that import it or hand on what is in it. */
function importersOf(files: readonly Parsed[]): Map<string, Set<string>> {
  const importers = new Map<string, Set<string>>();
  for (const { file, parsed } of files) {
    const { staticImports, staticExports } = parsed.module;
    const handedOn = staticExports.flatMap(({ entries }) => entries.flatMap(one => one.moduleRequest ?? []));
    for (const { value } of [...staticImports.map(one => one.moduleRequest), ...handedOn]) {
      if (!value.startsWith('.')) continue;
      const target = normalize(join(dirname(file), value)).replaceAll('\\', '/');
      importers.set(target, (importers.get(target) ?? new Set()).add(file));
    }
  }
  return importers;
}

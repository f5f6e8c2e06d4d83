import { createRequire } from 'node:module';
import type * as Yaml from 'yaml';
import { type YamlMistake, yamlMistake } from './yaml-mistake.ts';

/** A YAML text as it was understood: its value, or what is wrong with it, and on which line each part of it stands. */
export interface ParsedYaml {
  readonly value: unknown;
  /** The first one: what a parser finds behind it mostly comes of it. */
  readonly mistake?: YamlMistake | undefined;
  /** The line of what is at a path, or of the nearest part around it. */
  readonly lineOf: (path: readonly PropertyKey[]) => number;
}

/** Parses strictly: a key given twice is wrong, too. */
export function parseYaml(text: string): ParsedYaml {
  const { LineCounter, parseDocument } = yaml();
  const lines = new LineCounter();
  const document = parseDocument(text, {
    uniqueKeys: true,
    strict: true,
    prettyErrors: false,
    lineCounter: lines,
  });
  const [error = lostAlias(document)] = [...document.errors, ...document.warnings];
  return {
    value: error ? undefined : document.toJS(),
    mistake: error && yamlMistake(error, { text, lineOf: offset => lines.linePos(offset).line }),
    lineOf: path => lineAt(document, lines, path),
  };
}

/** Loaded when there is something to parse: a server that was built has it all parsed already. */
function yaml(): typeof Yaml {
  return createRequire(import.meta.url)('yaml');
}

/** A text that begins with a star is read as a reference, which the parser follows only when the value is made. */
function lostAlias(
  document: Yaml.Document.Parsed,
): Pick<Yaml.YAMLError, 'code' | 'message' | 'pos'> | undefined {
  const { visit } = yaml();
  let lost: Yaml.Alias | undefined;
  visit(document, {
    Alias: (_, alias) => {
      if (alias.resolve(document) === undefined) lost ??= alias;
    },
  });
  const [start, end] = lost?.range ?? [0, 0];
  return lost && { code: 'BAD_ALIAS', message: `Unresolved alias: ${lost.source}`, pos: [start, end] };
}

function lineAt(
  document: Yaml.Document.Parsed,
  lines: Yaml.LineCounter,
  path: readonly PropertyKey[],
): number {
  for (let depth = path.length; depth > 0; depth--) {
    const start = startOf(document, path.slice(0, depth));
    if (start !== undefined) return lines.linePos(start).line;
  }
  return 1;
}

/** Where a part begins, as an offset: at its key, for what is under a key may begin a line below it. */
function startOf(document: Yaml.Document.Parsed, path: readonly PropertyKey[]): number | undefined {
  const { isMap, isNode } = yaml();
  const around = document.getIn(path.slice(0, -1), true);
  const name = path.at(-1);
  const pair = isMap(around) ? around.items.find(({ key }) => String(key) === String(name)) : undefined;
  const node = pair ? pair.key : document.getIn(path, true);
  return isNode(node) ? node.range?.[0] : undefined;
}

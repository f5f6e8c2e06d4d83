import { createRequire } from 'node:module';
import type * as Yaml from 'yaml';

/** A YAML text as it was understood: its value, or what is wrong with it, and on which line each part of it stands. */
export interface ParsedYaml {
  readonly value: unknown;
  readonly errors: readonly { readonly line: number; readonly message: string }[];
  /** The line of what is at a path, or of the nearest part around it. */
  readonly lineOf: (path: readonly PropertyKey[]) => number;
}

/** Parses strictly: a key given twice is wrong, too. */
export function parseYaml(text: string): ParsedYaml {
  const { LineCounter, parseDocument } = yaml();
  const lines = new LineCounter();
  const document = parseDocument(text, { uniqueKeys: true, strict: true, lineCounter: lines });
  const errors = [...document.errors, ...document.warnings].map(({ linePos, message }) => ({
    line: linePos?.[0].line ?? 1,
    message: message.split('\n')[0] ?? message,
  }));
  return {
    value: errors.length > 0 ? undefined : document.toJS(),
    errors,
    lineOf: path => lineAt(document, lines, path),
  };
}

/** Loaded when there is something to parse: a server that was built has it all parsed already. */
function yaml(): typeof Yaml {
  return createRequire(import.meta.url)('yaml');
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

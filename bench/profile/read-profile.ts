/** Reads V8's own processor profiles: whose code the time went to. */
import { existsSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import * as z from 'zod';

const profileSchema = z.object({
  nodes: z.array(
    z.object({
      id: z.number(),
      callFrame: z.object({
        functionName: z.string(),
        url: z.string(),
        lineNumber: z.number(),
        columnNumber: z.number(),
      }),
    }),
  ),
  samples: z.array(z.number()),
  timeDeltas: z.array(z.number()),
});

export interface Place {
  /** A file of ours, a package, or a part of Node. */
  readonly file: string;
  readonly name: string;
}

/** Microseconds spent in each place itself, without what it called, from `afterMs` of the profile on. */
export function readProfile(file: string, afterMs: number) {
  const fileAt = bundledFiles();
  const { nodes, samples, timeDeltas } = profileSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const places = new Map(nodes.map(({ id, callFrame }) => [id, placeOf(callFrame, fileAt)]));
  const micros = new Map<string, { place: Place; micros: number }>();
  let at = 0;
  samples.forEach((id, index) => {
    const lasted = timeDeltas[index] ?? 0;
    at += lasted;
    const place = places.get(id);
    if (!place || at < afterMs * 1000) return;
    const key = `${place.file} ${place.name}`;
    const entry = micros.get(key) ?? { place, micros: 0 };
    entry.micros += lasted;
    micros.set(key, entry);
  });
  return [...micros.values()];
}

interface CallFrame {
  readonly functionName: string;
  readonly url: string;
  readonly lineNumber: number;
  readonly columnNumber: number;
}

function placeOf({ functionName, url, lineNumber, columnNumber }: CallFrame, fileAt: FileAt): Place {
  const name = functionName || '(anonymous)';
  if (url === '') return { file: name.startsWith('(') ? name : 'native', name };
  if (url.startsWith('node:')) return { file: url, name };
  return { file: fileAt(url, lineNumber, columnNumber), name };
}

type FileAt = (url: string, line: number, column: number) => string;

/** Which source file a place is of: in a bundle the map beside it tells. */
function bundledFiles(): FileAt {
  const maps = new Map<string, SourceMap | undefined>();
  return (url, line, column) => {
    if (!maps.has(url)) maps.set(url, mapOf(url));
    const entry = maps.get(url)?.findEntry(line, column);
    // What the bundler wrote itself has none, whatever the types say.
    const source: string | undefined = entry && 'originalSource' in entry ? entry.originalSource : undefined;
    return source?.replace(/^(\.\.\/)+/, '') ?? url.replace(/^.*\/(?=node_modules\/)/, '');
  };
}

/** Undefined for what is not bundled. */
function mapOf(url: string): SourceMap | undefined {
  const file = new URL(`${url}.map`);
  return existsSync(file) ? new SourceMap(JSON.parse(readFileSync(file, 'utf8'))) : undefined;
}

/** A room of ours, a package, or a part of Node: what a table has a line for. */
export function groupOf({ file }: Place): string {
  const [first = '', second = '', third = ''] = file.split('/');
  if (first === 'node_modules') return second.startsWith('@') ? `${second}/${third}` : second;
  if (first === 'src') return third ? `src/${second}` : 'src';
  if (file.startsWith('node:')) return file.startsWith('node:internal/') ? `node:${second}` : file;
  return file;
}

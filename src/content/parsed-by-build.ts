import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where a build keeps what it has parsed: beside the server. What runs from the sources looks there as well. */
const BUILT = import.meta.url.endsWith('.ts')
  ? join(import.meta.dirname, '../../dist/content')
  : join(import.meta.dirname, 'content');

/**
 * The value of a YAML text as the build has parsed it; undefined when the build has not seen this very text, and
 * when what it kept cannot be read. A file that somebody has edited since is so another text, and is parsed anew.
 */
export function parsedByBuild(text: string, folder: string = BUILT): unknown {
  try {
    return JSON.parse(readFileSync(join(folder, keptName(text)), 'utf8'));
  } catch {
    return undefined;
  }
}

function keptName(text: string): string {
  return `${createHash('sha256').update(text).digest('hex')}.json`;
}

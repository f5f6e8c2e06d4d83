import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Vocabularies } from '../conversation/understanding/vocabulary.ts';
import { loadVocabularies } from './load-vocabularies.ts';
import { ContentError } from './problem.ts';
import { type RawContent, readContent } from './read-content.ts';

/** All that a project asks and says, as it was read and checked. */
export interface CheckedContent {
  readonly raw: RawContent;
  readonly vocabularies: Vocabularies;
}

/** Only what was built takes it: sources may check otherwise by now than they did when the build was made. */
const BUILT = import.meta.url.endsWith('.ts') ? undefined : join(import.meta.dirname, 'content');
const FOLDERS = ['dialogs', 'locales'];

/**
 * What the build has read and checked of just these texts: reading and checking them anew would take a third of every
 * start. Undefined where a file has been changed, added or taken away since, and where nothing was kept.
 */
export function checkedByBuild(root: string, folder: string | undefined = BUILT): CheckedContent | undefined {
  if (folder === undefined) return undefined;
  try {
    const kept: unknown = deserialize(readFileSync(join(folder, keptName(root))));
    return isChecked(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** What a build keeps, and under which name. Throws a ContentError for content that is not sound. */
export function checkedBytes(root: string): { readonly name: string; readonly bytes: Uint8Array } {
  const { value: raw, problems } = readContent(root);
  if (problems.length > 0) throw new ContentError(problems);
  const checked: CheckedContent = { raw, vocabularies: loadVocabularies(join(root, 'locales')) };
  return { name: keptName(root), bytes: serialize(checked) };
}

/** The name tells the texts it was made of, and where each of them stands. */
function keptName(root: string): string {
  const hash = createHash('sha256');
  for (const folder of FOLDERS)
    for (const name of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).sort())
      if (name.endsWith('.yaml'))
        hash.update(`${folder}/${name}\n`).update(readFileSync(join(root, folder, name)));
  return `checked-${hash.digest('hex')}.bin`;
}

/** It stands under the hash of its texts, in the folder of the build whose code checked it. */
function isChecked(kept: unknown): kept is CheckedContent {
  return typeof kept === 'object' && kept !== null && 'raw' in kept && 'vocabularies' in kept;
}

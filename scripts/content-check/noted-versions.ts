/**
 * `dialogs/noted.json`: which content each version in force has. A version means one content: results, open assessments
 * and saved files name it, and what is asked or counted may not change under them.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import { isNewer } from '../../src/assessment/version.ts';
import type { Problem } from '../../src/content/problem.ts';
import { ACTIONS_FILE, type Dialogs } from '../../src/content/read-dialogs.ts';

const NOTED = 'dialogs/noted.json';

/** The file → its version and the hash of what it asks and counts; comments and layout do not matter. */
const notedSchema = z.record(z.string(), z.strictObject({ version: z.string(), content: z.string() }));
type Noted = z.infer<typeof notedSchema>;

const contentSchema = z.looseObject({ version: z.string(), approved: z.unknown() });

/** What has changed under a version that was noted, and earlier versions that are nowhere any more. */
export function checkNoted(root: string, dialogs: Dialogs): Problem[] {
  const noted = readNoted(root);
  return filesInForce(dialogs).flatMap(file => {
    const before = noted[file];
    const now = stateOf(root, file);
    if (before === undefined || before.content === now.content) return [];
    if (before.version === now.version) return [unraised(file, now.version)];
    return isNewer(now.version, before.version) ? lost(file, before.version, dialogs) : [];
  });
}

/** Notes the versions in force that are new. Returns their files with the version. Throws where there are problems. */
export function noteVersions(root: string, dialogs: Dialogs): string[] {
  const noted = readNoted(root);
  const states = Object.fromEntries(filesInForce(dialogs).map(file => [file, stateOf(root, file)]));
  const changed = Object.entries(states).filter(([file, { version }]) => noted[file]?.version !== version);
  writeFileSync(join(root, NOTED), `${JSON.stringify(states, null, 2)}\n`);
  return changed.map(([file, { version }]) => `${file} ${version}`);
}

/** Files whose version is not noted yet. */
export function unnoted(root: string, dialogs: Dialogs): string[] {
  const noted = readNoted(root);
  return filesInForce(dialogs).filter(file => noted[file]?.version !== stateOf(root, file).version);
}

function filesInForce({ instruments, catalogue }: Dialogs): string[] {
  const current = instruments.filter(({ state }) => state === 'current').map(({ file }) => file);
  return [...current, ...(catalogue ? [ACTIONS_FILE] : [])].sort();
}

function readNoted(root: string): Noted {
  const path = join(root, NOTED);
  return existsSync(path) ? notedSchema.parse(JSON.parse(readFileSync(path, 'utf8'))) : {};
}

function stateOf(root: string, file: string): Noted[string] {
  const { version, approved, ...rest } = contentSchema.parse(parse(readFileSync(join(root, file), 'utf8')));
  return { version, content: createHash('sha256').update(JSON.stringify(rest)).digest('hex').slice(0, 16) };
}

function unraised(file: string, version: string): Problem {
  return {
    file,
    path: 'version',
    problem: `is ${version} as before, and what is asked or counted is another: raise it, once the earlier one is kept in dialogs/archive/; while nobody has used ${version}, take its entry out of ${NOTED} instead`,
  };
}

/** Finished assessments keep the rules that they were counted by, for as long as those are there. */
function lost(file: string, version: string, { instruments }: Dialogs): Problem[] {
  const id = instruments.find(one => one.file === file)?.instrument.id;
  const kept = instruments.some(({ instrument }) => instrument.id === id && instrument.version === version);
  if (id === undefined || kept) return [];
  const archive = `dialogs/archive/${id}@${version}.yaml`;
  const problem = `the version before, ${version}, is not kept: git show HEAD:${file} > ${archive}; where nobody has used it, take its entry out of ${NOTED} instead`;
  return [{ file, path: 'version', problem }];
}

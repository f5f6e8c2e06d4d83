/** The builds that are compared: this one, and an earlier commit in a checkout of its own. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export interface Build {
  readonly name: string;
  readonly folder: string;
}

/** Checks a commit out, installs and builds it, unless that was done before. `given` may be a folder that is ready. */
export function buildOf(given: string): Build {
  const build = checkedOut(given);
  if (build.folder !== given && !existsSync(join(build.folder, 'dist/.built')))
    runIn(build.folder, 'npm', 'run', 'build');
  return build;
}

/** A commit's sources with its packages, checked out unless that was done before. `given` may be a folder that is ready. */
export function checkedOut(given: string): Build {
  if (existsSync(join(given, 'scripts/start.mjs'))) return { name: given, folder: given };
  const folder = join(ROOT, 'bench/.built/revisions', given.replace(/\W/g, '-'));
  if (!existsSync(folder)) runIn(ROOT, 'git', 'worktree', 'add', '--detach', folder, given);
  if (!existsSync(join(folder, 'node_modules')))
    runIn(folder, 'npm', 'ci', '--ignore-scripts', '--no-audit', '--no-fund');
  return { name: given, folder };
}

function runIn(folder: string, command: string, ...args: readonly string[]): void {
  execFileSync(command, args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
}

export function thisBuild(): Build {
  execFileSync('npx', ['tsx', 'scripts/build.ts', '--if-stale'], { cwd: ROOT, stdio: 'inherit' });
  return { name: 'this build', folder: ROOT };
}

/** Packages that `npm ci` puts in place. */
export function packagesOf({ folder }: Build): number {
  const lock: { packages: Record<string, unknown> } = JSON.parse(
    readFileSync(join(folder, 'package-lock.json'), 'utf8'),
  );
  return Object.keys(lock.packages).filter(path => path !== '').length;
}

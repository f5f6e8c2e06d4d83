/**
 * Installs what the bench compares with, or what our channel is tested against, in a folder of its own: no part of the
 * project's own installation. `tsx scripts/install-apart.ts FOLDER`.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../', import.meta.url));

/** Does nothing when it is there already. No package's install script is run. `folder` is below the project's root. */
export function installApart(folder: string): void {
  const cwd = resolve(ROOT, folder);
  if (existsSync(join(cwd, 'node_modules/.package-lock.json'))) return;
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd, stdio: 'inherit' });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) installApart(process.argv[2] ?? '.');

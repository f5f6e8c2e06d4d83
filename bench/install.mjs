/** Installs what the bench compares with, in a folder of its own: no part of the project's own installation. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('competitors/', import.meta.url));

/** Does nothing when it is there already. No package's install script is run. */
export function installCompetitors() {
  if (existsSync(new URL('competitors/node_modules/.package-lock.json', import.meta.url))) return;
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: folder,
    stdio: 'inherit',
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) installCompetitors();

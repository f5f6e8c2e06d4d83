// @ts-check
/**
 * Serves what was built. Builds it first when nothing is, or when a source has changed since: after `git pull` an old
 * server would read new texts, and refuse them. In this same process, so that signals reach the server; plain
 * JavaScript, since an installation without the build's tools runs what was built elsewhere.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isStale, STAMP } from './is-stale.mjs';
import { stopWithNpm } from './stop-with-npm.mjs';

stopWithNpm('start');
const root = new URL('../', import.meta.url);
const canBuild = existsSync(new URL('node_modules/tsx', root));
if (!existsSync(STAMP) || (canBuild && isStale())) {
  const build = ['--import', 'tsx', 'scripts/build.ts'];
  const { status } = spawnSync(process.execPath, build, { cwd: fileURLToPath(root), stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
await import(new URL('dist/main.js', root).href);

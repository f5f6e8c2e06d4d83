// @ts-check
/**
 * Serves what was built, and builds it when nothing is. In this same process, so that signals reach the server; plain
 * JavaScript, since an installation without the build's tools runs what was built elsewhere.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = new URL('../', import.meta.url);
if (!existsSync(new URL('dist/.built', root))) {
  const build = ['--import', 'tsx', 'scripts/build.ts'];
  const { status } = spawnSync(process.execPath, build, { cwd: fileURLToPath(root), stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
await import(new URL('dist/main.js', root).href);

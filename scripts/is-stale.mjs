// @ts-check
/** Whether dist/ is older than what it is built of. Plain JavaScript, since `npm start` asks before anything is built. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const SOURCES = ['src', 'web', 'locales', 'dialogs', 'scripts', 'package-lock.json'];

/** Written last, so a build that broke off counts as none. */
export const STAMP = join(ROOT, 'dist/.built');

/** Whether there is no whole build, or a source has changed since. */
export function isStale() {
  if (!existsSync(STAMP)) return true;
  const builtAt = statSync(STAMP).mtimeMs;
  return SOURCES.some(source => newest(join(ROOT, source)) > builtAt);
}

/**
 * A folder counts with its own time too: that is what a removed file leaves behind.
 * @param {string} path
 * @returns {number}
 */
function newest(path) {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map(name => newest(join(path, name))));
}

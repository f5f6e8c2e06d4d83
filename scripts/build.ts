/**
 * Builds dist/: the server with what it has parsed of the content, and the browser's files under dist/web with hashed
 * names and compressed twins. `--if-stale` does nothing when no source is newer than the last build. Texts and
 * dialogs are not built in: the server reads them at start.
 */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildWeb } from './build-web.ts';
import { bundleServer } from './bundle-server.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const DIST = join(ROOT, 'dist');
/** Written last, so a build that broke off counts as none. */
const STAMP = join(DIST, '.built');
const SOURCES = ['src', 'web', 'locales', 'dialogs', 'scripts', 'package-lock.json'];

/** Whether there is no whole build, or a source has changed since. */
export function isStale(): boolean {
  if (!existsSync(STAMP)) return true;
  const builtAt = statSync(STAMP).mtimeMs;
  return SOURCES.some(source => newest(join(ROOT, source)) > builtAt);
}

export async function buildAll(): Promise<void> {
  const started = performance.now();
  await rm(STAMP, { force: true });
  await Promise.all([
    bundleServer({ root: ROOT, entry: 'src/main.ts', outdir: DIST }),
    buildWeb({ root: ROOT, as: 'shipped' }),
  ]);
  await writeFile(STAMP, '');
  console.log(`Built in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

/** A folder counts with its own time too: that is what a removed file leaves behind. */
function newest(path: string): number {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map(name => newest(join(path, name))));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (!process.argv.includes('--if-stale') || isStale()) await buildAll();
}

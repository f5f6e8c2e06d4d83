/**
 * Builds dist/: the server with what it has parsed of the content, and the browser's files under dist/web with hashed
 * names and compressed twins. `--if-stale` does nothing when no source is newer than the last build. Texts and
 * dialogs are not built in: the server reads them at start.
 */
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildWeb } from './build-web.ts';
import { bundleServer } from './bundle-server.ts';
import { isStale, STAMP } from './is-stale.mjs';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const DIST = join(ROOT, 'dist');
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

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (!process.argv.includes('--if-stale') || isStale()) await buildAll();
}

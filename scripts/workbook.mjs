// @ts-check
/**
 * `npm run workbook`: what was built of it, or its source where that has changed since. Built, it needs two thirds of the
 * memory: nothing is compiled, and the content has been parsed. Garbage is collected early, since nobody waits for it.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isStale } from './is-stale.mjs';

const root = new URL('../', import.meta.url);
const built = new URL('dist/workbook.js', root);
const canCompile = existsSync(new URL('node_modules/tsx', root));
if (existsSync(built) && !(canCompile && isStale())) await import(built.href);
else {
  const source = fileURLToPath(new URL('src/commands/workbook.ts', root));
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', source, ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
}

// @ts-check
/**
 * `npm run dev`: runs the server from its sources, and anew whenever a source, a text, a dialog or a file of the page
 * changes, also those of the folder that CONTENT_DIR names. The watcher runs in this same process, so that signals reach it.
 */
import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { stopWithNpm } from './stop-with-npm.mjs';

stopWithNpm('dev');
// The watcher ends the server in order after SIGTERM, and knows nothing of SIGHUP.
process.once('SIGHUP', () => process.kill(process.pid, 'SIGTERM'));

const own = process.env.CONTENT_DIR ?? inSettingsFile('CONTENT_DIR');
const watched = ['web/**', 'locales/**', 'dialogs/**', ...(own ? [own] : [])];
const included = watched.flatMap(one => ['--include', one]);
process.argv = [
  process.execPath,
  'tsx',
  'watch',
  '--clear-screen=false',
  ...included,
  'scripts/serve-sources.ts',
];
await import(import.meta.resolve('tsx/cli'));

/**
 * Only looked at: the server takes its settings itself, and would find earlier ones here after a change of the file.
 * @param {string} name
 */
function inSettingsFile(name) {
  return existsSync('.env') ? parseEnv(readFileSync('.env', 'utf8'))[name] : undefined;
}

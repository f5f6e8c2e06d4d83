/**
 * Development: builds the browser's files quickly, then runs the server from its sources. The runner around this
 * script starts it anew when a source of the server changes; changed texts, dialogs and browser files are
 * watched here.
 */
import { utimesSync, watch } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildWeb } from './build.mjs';

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const SETTLE_MS = 150;

await buildWeb({ compress: false });
onChange('../web', () => buildWeb({ compress: false }).catch(error => console.error(error)));
// The server reads these at start. Touching this file makes the runner start it anew.
for (const folder of ['../locales', '../dialogs']) onChange(folder, restart);
await import('../src/main.ts');

function restart(): void {
  const now = new Date();
  utimesSync(path('dev.ts'), now, now);
}

/** Editors write a file in several steps: waits until they are done. */
function onChange(folder: string, react: () => void): void {
  let timer: NodeJS.Timeout | undefined;
  watch(path(folder), { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(react, SETTLE_MS);
  });
}

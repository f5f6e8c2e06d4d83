/**
 * What `npm run dev` runs: builds the browser's files quickly, then the server from its sources. `dev.mjs` starts it anew
 * when anything changes.
 */
import { fileURLToPath } from 'node:url';
import { buildWeb } from './build-web.ts';

await buildWeb({ root: fileURLToPath(new URL('../', import.meta.url)), as: 'draft' });
await import('../src/main.ts');

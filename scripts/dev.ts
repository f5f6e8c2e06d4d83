/**
 * Development: builds the browser's files quickly, then runs the server from its sources. The runner around this script
 * starts it anew when a source, a text, a dialog or a file of the page changes.
 */
import { fileURLToPath } from 'node:url';
import { buildWeb } from './build-web.ts';

await buildWeb({ root: fileURLToPath(new URL('../', import.meta.url)), as: 'draft' });
await import('../src/main.ts');

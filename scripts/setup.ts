/** `npm run setup`: installs the programs that `npm test` and `npm run check` need, where that is allowed. */
import { installTools } from './tools.ts';

installTools(['redis-server', 'chromium', 'pdfinfo', 'voikkospell', 'hunspell-sv', 'hunspell-en']);

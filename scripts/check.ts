/** `npm run check`: everything that can be said of the code without starting a server, in under a minute. */
import { runSteps } from './run-steps.ts';

const ok = await runSteps({
  'format and lint': 'npm run --silent lint',
  types: 'npm run --silent typecheck',
  content: 'npm run --silent check:content',
  'architecture and unit tests': 'npm run --silent test:unit',
  'dead code': 'knip --cache',
});
process.exitCode = ok ? 0 : 1;

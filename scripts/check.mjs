/** `npm run check`: everything that can be said of the code without starting a server, in under a minute. */
import { runSteps } from './run-steps.mjs';

const ok = await runSteps({
  'format and lint': 'biome check --error-on-warnings .',
  types: 'tsc && tsc -p web',
  content: 'tsx scripts/check-content.ts',
  'architecture and unit tests': 'vitest run --project unit',
  'dead code': 'knip',
});
process.exitCode = ok ? 0 : 1;

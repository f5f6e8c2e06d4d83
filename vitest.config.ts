import { defineConfig } from 'vitest/config';

/** Needs nothing but Node: what `npm run check` runs before every commit. */
const unit = {
  name: 'unit',
  include: ['tests/**/*.test.ts'],
  exclude: ['tests/{contract,faults,e2e,office,nodes}/**'],
};

/** Real Redis, real Chromium, real processes: run one file at a time, so that they do not starve each other. */
const real = {
  name: 'real',
  include: ['tests/{contract,faults,e2e}/**/*.test.ts'],
  exclude: ['tests/**/*.slow.test.ts'],
  fileParallelism: false,
  testTimeout: 120_000,
  hookTimeout: 120_000,
};

/** The long ones: `npm run test:faults`. */
const slow = {
  name: 'slow',
  include: ['tests/faults/**/*.test.ts'],
  fileParallelism: false,
  testTimeout: 900_000,
  hookTimeout: 120_000,
};

/** The built server on other versions of Node, fetched from the npm registry: `npm run test:nodes`. */
const nodes = {
  name: 'nodes',
  include: ['tests/nodes/**/*.test.ts'],
  testTimeout: 120_000,
  hookTimeout: 120_000,
};

export default defineConfig({
  test: {
    reporters: ['default', './tests/support/closing-line-reporter.ts'],
    projects: [unit, real, slow, nodes].map(test => ({ extends: true, test })),
  },
});

import { defineConfig } from 'vitest/config';
import { isStale } from './scripts/is-stale.mjs';
import { builtThreads } from './tests/support/built-threads.ts';

const PURE = 'tests/{assessment,content,conversation,conversations,presentation}/**/*.test.ts';
const REAL = 'tests/{contract,faults,e2e}/**/*.test.ts';

/** Go through every instrument, language, screen or thousands of made answers: half the time of the pure ones. */
const SWEEP = 'tests/**/*.sweep.test.ts';

/**
 * Fast and pure, with the checks of the tree itself: what `npm run check` runs before every commit. Nothing here changes
 * what it shares, so the files of a worker share their modules: loading them anew for each took half of the time.
 */
const unit = { name: 'unit', include: [PURE, 'tests/*.test.ts'], exclude: [SWEEP], isolate: false };

const SHARED = 'tests/{bot,catalogue,directline,metrics,store,turns}/**/*.test.ts';

/**
 * Turns, stores and the channels, many small files that begin servers of their own, and the sweeps. They share modules like
 * those above: loading them anew for each took more than half of their time.
 */
const rooms = { name: 'rooms', include: [SHARED, SWEEP], isolate: false };

/** How a thread starts from the sources, and what it does when its work goes wrong: in a process of their own. */
const THREADS = 'tests/{threads/**/*,reports/workbook/import-in-worker}.test.ts';
const threads = { name: 'threads', include: [THREADS] };

/** The rest that needs nothing but Node: the web server, the law, files, commands. They share modules, too. */
const apart = {
  name: 'apart',
  include: ['tests/*/**/*.test.ts'],
  exclude: [PURE, SHARED, REAL, THREADS, SWEEP, 'tests/{nodes,office,interop}/**', '**/node_modules/**'],
  isolate: false,
};

/** What starts the built server. */
const BUILT = ['tests/support/build-if-stale.ts'];

/**
 * Real Redis, real Chromium, real processes, each file with its own. Two files at a time: most of their time they wait, and
 * one at a time they took five minutes of the twelve that a whole run may take.
 */
const real = {
  name: 'real',
  include: [REAL],
  exclude: ['tests/**/*.slow.test.ts'],
  globalSetup: BUILT,
  testTimeout: 120_000,
  hookTimeout: 120_000,
};

/** The long ones: `npm run test:faults`. */
const slow = {
  name: 'slow',
  include: ['tests/faults/**/*.test.ts'],
  globalSetup: BUILT,
  fileParallelism: false,
  testTimeout: 900_000,
  hookTimeout: 120_000,
};

/** The built server on other versions of Node, fetched from the npm registry: `npm run test:nodes`. */
const nodes = {
  name: 'nodes',
  include: ['tests/nodes/**/*.test.ts'],
  globalSetup: BUILT,
  testTimeout: 120_000,
  hookTimeout: 120_000,
};

/** Other people's clients against our channel, installed by `npm run test:interop`. */
const interop = { name: 'interop', include: ['tests/interop/**/*.test.ts'] };

/** `npm test` builds first. While a source is being changed, its threads start from it. */
const plugins = isStale() ? [] : [builtThreads()];

export default defineConfig({
  test: {
    // Two cores are what continuous integration has.
    maxWorkers: 2,
    // A busy machine is no failure: what hangs is found all the same.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 20_000 } },
    reporters: ['default', './tests/support/closing-line-reporter.ts'],
    projects: [
      ...[unit, threads, real, slow, nodes, interop].map(test => ({ extends: true as const, test })),
      ...[rooms, apart].map(test => ({ extends: true as const, plugins, test })),
    ],
  },
});

import { defineConfig } from 'vitest/config';

/** For `npm run mutate`, which says in MUTATION_TESTS which tests have to notice a change: globs, with spaces between. */
export default defineConfig({
  test: {
    include: (process.env.MUTATION_TESTS ?? '').split(' '),
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // As in vitest.config.ts: without it a poll waits a second, and a slow machine ends the dry run.
    expect: { poll: { timeout: 20_000 } },
  },
});

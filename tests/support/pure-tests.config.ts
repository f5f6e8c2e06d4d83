import { defineConfig } from 'vitest/config';

/** The pure tests: those that a mutant of assessment, conversation and understanding has to fail, within seconds. */
export default defineConfig({
  test: {
    include: ['tests/{assessment,conversation,conversations}/**/*.test.ts', 'tests/turns/*.test.ts'],
    testTimeout: 60_000,
  },
});

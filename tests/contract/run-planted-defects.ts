/**
 * Runs the contract suite against stores that are broken on purpose, and prints by which test each was caught.
 * Ends with 1 when one was not caught, or when the unbroken store failed.
 */
import { startVitest, type TestModule } from 'vitest/node';
import { startRedisServer } from '../support/redis-server.ts';
import { PLANTED_DEFECTS } from './planted-defects.ts';

const server = await startRedisServer();
process.env.PLANTED_REDIS_URL = server.url;
const vitest = await startVitest('test', [], {
  config: false,
  watch: false,
  include: ['tests/contract/planted-defects.suite.ts'],
  testTimeout: 20_000,
  reporters: [{}],
});
const failed = vitest.state.getTestModules().flatMap(failedTests);
await vitest.close();
await server.stop();

const control = failed.filter(({ suite }) => suite === 'nothing');
const rows = PLANTED_DEFECTS.map(({ name }) => ({
  name,
  caughtBy: failed.filter(({ suite }) => suite === name).map(({ test }) => test),
}));
const width = Math.max(...rows.map(({ name }) => name.length));
const lines = rows.map(({ name, caughtBy: [first = 'NOT CAUGHT', ...more] }) => {
  const others = more.length > 0 ? ` (and ${more.length} more)` : '';
  return `${name.padEnd(width)}  caught by: ${first}${others}`;
});
const missed = rows.filter(({ caughtBy }) => caughtBy.length === 0).length;
process.stdout.write(
  `${lines.join('\n')}\n\n${rows.length - missed} of ${rows.length} planted defects caught; ` +
    `${control.length} false alarms on the unbroken store\n`,
);
for (const { test } of control) process.stdout.write(`false alarm: ${test}\n`);
process.exitCode = missed > 0 || control.length > 0 ? 1 : 0;

function failedTests(module: TestModule): { suite: string; test: string }[] {
  return [...module.children.allTests('failed')].map(test => ({
    suite: test.fullName.split(' > ')[0] ?? '',
    test: test.name,
  }));
}

/** `npm run test:faults`: every fault test at full length, a progress line each and a final table. */
import { spawnSync } from 'node:child_process';
import { installTools } from './tools.ts';

installTools(['redis-server']);
const run = (command: string, env: Readonly<Record<string, string>> = {}) => {
  const { status } = spawnSync(command, { shell: true, stdio: 'inherit', env: { ...process.env, ...env } });
  if (status !== 0) process.exitCode = status ?? 1;
};

run('vitest run --project slow --reporter ./tests/support/fault-table-reporter.ts', { FAULTS: 'all' });
run('tsx tests/contract/run-planted-defects.ts');

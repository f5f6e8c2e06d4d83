/**
 * `npm run mutate -- src/assessment/scoring/stairs`: changes code in small ways, one at a time, and tells which changes no
 * test of the pure rooms notices. Takes folders, files and lines (`score.ts:1-80`); with none, assessment, conversation
 * and store. All of them take hours, so it is no part of `npm test`.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { installApart } from './install-apart.ts';

const APART = 'tests/mutation';
const folders = process.argv.slice(2);
const mutated = folders.length > 0 ? folders : ['src/assessment', 'src/conversation', 'src/store'];

installApart(APART);
const temporary = mkdtempSync(join(tmpdir(), 'mutate-'));
const config = join(temporary, 'stryker.config.json');
writeFileSync(
  config,
  JSON.stringify({
    testRunner: 'vitest',
    plugins: [resolve(APART, 'node_modules/@stryker-mutator/vitest-runner/dist/src/index.js')],
    mutate: mutated.map(one => (/\.ts\b/.test(one) ? one : `${one}/**/*.ts`)),
    vitest: { configFile: 'tests/support/pure-tests.config.ts' },
    concurrency: 1,
    coverageAnalysis: 'perTest',
    // All tests of the pure rooms once, with what each of them runs written down: minutes on a small machine.
    dryRunTimeoutMinutes: 60,
    // What runs while a module is loaded (schemas, tables) would make every test of all rooms run for each change.
    ignoreStatic: true,
    // Stryker 9.6.1 rewrites a tsconfig with functions that TypeScript 7 no longer has, and needs none here.
    tsconfigFile: 'none',
    tempDirName: join(temporary, 'sandbox'),
    reporters: ['clear-text', 'progress-append-only'],
    thresholds: { high: 95, low: 85, break: 85 },
  }),
);
const { status } = spawnSync(join(APART, 'node_modules/.bin/stryker'), ['run', config], { stdio: 'inherit' });
rmSync(temporary, { recursive: true, force: true });
process.exitCode = status ?? 1;

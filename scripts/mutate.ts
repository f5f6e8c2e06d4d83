/**
 * `npm run mutate -- src/assessment/scoring/stairs`: changes code in small ways, one at a time, and tells which changes no
 * test notices. Takes folders, files and lines (`score.ts:1-80`). A whole room takes hours: `--sample 150 --seed 1` tries
 * so many of each folder that is named, drawn with equal chances; `--minutes 20` stops then, and what was tried until then
 * is a sample, too. `--tests` says which tests have to notice: globs with spaces between.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { installApart } from './install-apart.ts';
import { sampleOf, toBeTried } from './mutation/sample-of.ts';
import { isUnnoticed, resultSchema, scoreOf } from './mutation/score-of.ts';

const APART = 'tests/mutation';
const PURE = 'tests/{assessment,content,conversation,conversations}/**/*.test.ts tests/turns/*.test.ts';
const STORES = 'tests/{contract,store}/**/*.test.ts tests/turns/*.test.ts';

const { values, positionals: named } = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: 'string' },
    seed: { type: 'string', default: '1' },
    minutes: { type: 'string' },
    tests: { type: 'string' },
  },
});
if (named.length === 0) throw new Error('Name what is to be changed: npm run mutate -- src/assessment');
installApart(APART);
const draw = { size: Number(values.sample), seed: Number(values.seed) };

const temporary = mkdtempSync(join(tmpdir(), 'mutate-'));
const config = join(temporary, 'stryker.config.json');
const results = join(temporary, 'results');
const plugins = ['node_modules/@stryker-mutator/vitest-runner/dist/src/index.js', 'sample-checker.mjs'];
writeFileSync(
  config,
  JSON.stringify({
    testRunner: 'vitest',
    plugins: plugins.map(path => resolve(APART, path)),
    ...(values.sample
      ? toBeTried(sampleOf(named, draw))
      : { mutate: named.map(one => (/\.ts\b/.test(one) ? one : `${one}/**/*.ts`)) }),
    vitest: { configFile: 'tests/support/mutation-tests.config.ts', related: false },
    concurrency: 1,
    coverageAnalysis: 'perTest',
    // All these tests once, with what each of them runs written down: minutes on a small machine.
    dryRunTimeoutMinutes: 60,
    // For what a change sets going without end: the usual five seconds would tell of a busy machine.
    timeoutMS: 60_000,
    // What runs while a module is loaded (schemas, tables) would make every test of all rooms run for each change.
    ignoreStatic: true,
    // Stryker 9.6.1 rewrites a tsconfig with functions that TypeScript 7 no longer has, and needs none here.
    tsconfigFile: 'none',
    tempDirName: join(temporary, 'sandbox'),
    reporters: ['progress-append-only', 'one-by-one'],
    results,
  }),
);
const usual = named.every(one => one.startsWith('src/store')) ? STORES : PURE;
spawnSync(join(APART, 'node_modules/.bin/stryker'), ['run', config], {
  stdio: 'inherit',
  env: { ...process.env, MUTATION_TESTS: values.tests ?? usual },
  ...(values.minutes && { timeout: Number(values.minutes) * 60_000 }),
});
const lines = existsSync(results) ? readFileSync(results, 'utf8').trim().split('\n') : [];
const told = z.array(resultSchema).parse(lines.map(line => JSON.parse(line)));
for (const { fileName, line, mutatorName, replacement } of told.filter(isUnnoticed))
  process.stdout.write(`not noticed: ${fileName}:${line} ${mutatorName} → ${replacement}\n`);
const scores = scoreOf(told, named);
for (const { room, line } of scores) process.stdout.write(`${room}: ${line}\n`);
process.exitCode = scores.length > 0 && scores.every(({ share }) => share >= 0.85) ? 0 : 1;
rmSync(temporary, { recursive: true, force: true });

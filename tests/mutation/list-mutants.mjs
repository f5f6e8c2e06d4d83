/**
 * `node list-mutants.mjs FILE…`: every change that Stryker can make to these files, as JSON on standard output. A program of
 * its own, since what it imports is installed apart.
 */
import { readFileSync } from 'node:fs';
import { createInstrumenter } from '@stryker-mutator/instrumenter';
import { createInjector } from 'typed-inject';

const quiet = () => undefined;
const logger = { debug: quiet, info: quiet, warn: quiet, isDebugEnabled: () => false };
const instrumenter = createInjector().provideValue('logger', logger).injectFunction(createInstrumenter);
const files = process.argv.slice(2);
const { mutants } = await instrumenter.instrument(
  files.map(name => ({ name, mutate: true, content: readFileSync(name, 'utf8') })),
  { ignorers: [], excludedMutations: [], plugins: null },
);
process.stdout.write(JSON.stringify(mutants));

/** Reads [{ pattern, flags }] from standard input, and prints for each whether it is `safe`, and why. */
import { readFileSync } from 'node:fs';
import { checkSync } from 'recheck';

/** An automaton is built of the whole pattern, so `linear` is a proof and no guess from examples. */
const HOW = { checker: 'automaton', timeout: 30_000 };

const patterns = JSON.parse(readFileSync(0, 'utf8'));
const told = patterns.map(({ pattern, flags }) => {
  // `v` is `u` with more classes, of which we use none.
  const { status, complexity, error } = checkSync(pattern, flags.replace('v', 'u'), HOW);
  return { status, why: complexity?.summary ?? error?.kind ?? 'unknown' };
});
process.stdout.write(JSON.stringify(told));

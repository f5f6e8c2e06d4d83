/**
 * `npm run prove:regex`: proves that every regular expression of the server and the page takes time in proportion to its
 * text, and writes down which were proved, so that `npm run check` needs no prover. `-- --anew` proves all of them again.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import * as z from 'zod';
import { asWritten, type Pattern, PROVEN, patternsIn, provenPatterns } from '../tests/support/patterns.ts';
import { sourcesIn } from '../tests/support/sources.ts';
import { installApart } from './install-apart.ts';

const PROVER = 'tests/support/prover';

/** A prover that calls these linear proves nothing: the first doubles with each letter, the second grows with the square. */
const PLANTED = [
  { file: 'planted', pattern: '^(a+)+$', flags: '' },
  { file: 'planted', pattern: '\\d+$', flags: '' },
];

const { written } = patternsIn(['src', 'web'].flatMap(sourcesIn));
const patterns = new Map(written.map(one => [asWritten(one), one]));
const proven = new Set(process.argv.includes('--anew') ? [] : provenPatterns());
const unproven = [...patterns.values()].filter(one => !proven.has(asWritten(one)));
const refused = unproven.length > 0 ? refusedOf(unproven) : new Map<string, string>();
for (const [pattern, why] of refused) console.error(`${patterns.get(pattern)?.file}: ${pattern} ${why}`);
const linear = [...patterns.keys()].filter(pattern => !refused.has(pattern)).sort();
writeFileSync(PROVEN, `${JSON.stringify(linear, null, 2)}\n`);
console.log(
  `${linear.length} of ${patterns.size} regular expressions linear, ${unproven.length} looked at now`,
);
process.exitCode = refused.size > 0 ? 1 : 0;

/** Those that are not proved linear → why. */
function refusedOf(asked: readonly Pattern[]): Map<string, string> {
  installApart(PROVER);
  const output = execFileSync(process.execPath, ['prove.mjs'], {
    cwd: PROVER,
    input: JSON.stringify([...PLANTED, ...asked]),
    env: { ...process.env, RECHECK_BACKEND: 'pure' },
  });
  const told = z
    .array(z.object({ status: z.string(), why: z.string() }))
    .parse(JSON.parse(output.toString()));
  const found = [...PLANTED, ...asked].map((one, at) => ({ one, ...told[at] }));
  const bad = found.filter(({ status }) => status !== 'safe');
  if (PLANTED.some(planted => !bad.some(({ one }) => one === planted)))
    throw new Error('the prover takes a pattern for linear that is not');
  return new Map(
    bad.slice(PLANTED.length).map(({ one, why = 'was not looked at' }) => [asWritten(one), why]),
  );
}

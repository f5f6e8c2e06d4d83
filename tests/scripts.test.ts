/** The commands of `package.json`: the ones people expect are there, and none of a check's steps installs anything. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { z } from 'zod';

const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync('package.json', 'utf8')));
const documents = [
  'README.md',
  'docs/benchmarks.md',
  'docs/deploying.md',
  'docs/teams.md',
  'docs/writing-dialogs.md',
];

it.each(['start', 'dev', 'build', 'setup', 'check', 'lint', 'typecheck', 'test', 'test:unit', 'format'])(
  'there is %s',
  name => {
    expect(scripts).toHaveProperty(name);
  },
);

it.each(documents)('%s names only commands that there are', file => {
  const named = readFileSync(file, 'utf8').matchAll(/npm run ([\w:-]+)/g);
  expect([...named].map(([, name = '']) => name).filter(name => !(name in scripts))).toEqual([]);
});

it('only what says so installs programs', () => {
  const installing = readdirSync('scripts').filter(
    file => file.endsWith('.ts') && /\binstallTools\b/.test(readFileSync(`scripts/${file}`, 'utf8')),
  );
  expect(installing).toEqual(['setup.ts', 'test-faults.ts', 'tools.ts']);
});

it('the README stays short', () => {
  expect(readFileSync('README.md', 'utf8').split('\n').length).toBeLessThan(150);
});

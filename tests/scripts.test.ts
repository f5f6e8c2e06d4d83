/** The commands of `package.json`: the ones people expect are there, and none of a check's steps installs anything. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import * as z from 'zod';

const byName = z.record(z.string(), z.string());
const { scripts, dependencies } = z
  .object({ scripts: byName, dependencies: byName })
  .parse(JSON.parse(readFileSync('package.json', 'utf8')));
const documents = [
  'README.md',
  'docs/benchmarks.md',
  'docs/deploying.md',
  'docs/security.md',
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

it('every package that runs in production has its reason', () => {
  const [list = ''] = readFileSync('docs/dependencies.md', 'utf8').split('\n## ');
  const named = list.matchAll(/^\| `([^`]+)` \| \S.* \|$/gm);
  expect(Array.from(named, ([, name]) => name)).toEqual(Object.keys(dependencies));
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

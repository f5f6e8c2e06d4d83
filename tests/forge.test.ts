/** What a forge reads: the workflow does what `.ci/run` does, with actions that nobody can change under us. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';

const stepsSchema = z.array(z.object({ uses: z.string().optional(), run: z.string().optional() }));
const { jobs } = z
  .object({ jobs: z.object({ test: z.object({ steps: stepsSchema }) }) })
  .parse(parse(readFileSync('.github/workflows/ci.yml', 'utf8')));

it('the workflow runs what every commit has to pass, and nothing else', () => {
  expect(jobs.test.steps.flatMap(({ run }) => run ?? [])).toEqual(['bash .ci/run']);
});

it('its actions are named by their commit', () => {
  for (const { uses } of jobs.test.steps) if (uses) expect(uses).toMatch(/^actions\/[a-z-]+@[0-9a-f]{40}$/);
});

it('every template can be read', () => {
  for (const file of readdirSync('.github/ISSUE_TEMPLATE'))
    expect(parse(readFileSync(`.github/ISSUE_TEMPLATE/${file}`, 'utf8'))).toBeTypeOf('object');
});

it.each([
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'CHANGELOG.md',
  ...readdirSync('docs').flatMap(file => (file.endsWith('.md') ? [`docs/${file}`] : [])),
])('%s links only to files that are there', file => {
  const folder = file.includes('/') ? `${file.replace(/\/[^/]*$/, '')}/` : '';
  const links = readFileSync(file, 'utf8').matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g);
  expect(Array.from(links, ([, to = '']) => folder + to).filter(to => !existsSync(to))).toEqual([]);
});

const decisions = readdirSync('docs/decisions').map(file => `docs/decisions/${file}`);

const sources = ['src', 'web', 'scripts', 'tests', 'bench', 'findings'].flatMap(filesIn);

it.each([
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync('docs').flatMap(file => (file.endsWith('.md') ? [`docs/${file}`] : [])),
  ...decisions,
])('%s names only sources that are there', file => {
  const named = readFileSync(file, 'utf8').matchAll(/`([\w./-]+\.(?:ts|mjs|sh))`/g);
  const missing = Array.from(named, ([, name = '']) => name).filter(
    name => !sources.some(source => source === name || source.endsWith(`/${name}`)),
  );
  expect(missing).toEqual([]);
});

it('every decision is named in the architecture, and every finding where it changed something', () => {
  const architecture = readFileSync('docs/architecture.md', 'utf8');
  const dependencies = readFileSync('docs/dependencies.md', 'utf8');
  expect(decisions.filter(file => !architecture.includes(file.replace('docs/', '')))).toEqual([]);
  expect(readdirSync('findings').filter(file => !dependencies.includes(`\`${file}\``))).toEqual([]);
});

/** Without what is installed and built there, which is many times as much. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = `${folder}/${entry.name}`;
    if (entry.name === 'node_modules' || entry.name.startsWith('.')) return [];
    return entry.isDirectory() ? filesIn(path) : [path];
  });
}

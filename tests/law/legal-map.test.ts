/** docs/legal.md leads from each duty to code and test: what it names must be there. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ENVIRONMENT_VARIABLES } from '../../src/config.ts';

const page = readFileSync('docs/legal.md', 'utf8');
const spans = [...page.matchAll(/`([^`]+)`/g)].map(([, span = '']) => span);
const files = ['src', 'tests', 'scripts', 'web', 'locales', 'dialogs'].flatMap(folder =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(name => `${folder}/${name}`),
);

it('every file it names is there', () => {
  const named = spans.filter(
    span => /^[\w*./-]+$/.test(span) && (/\.(ts|css|yaml)$/.test(span) || /\w\/(\*\/?)?$/.test(span)),
  );
  expect(named.length).toBeGreaterThan(30);
  const missing = named.filter(name => {
    const pattern = name.replace(/\/$/, '').replaceAll('.', '\\.').replaceAll('*', '[^/]+');
    return (
      !files.some(file => new RegExp(`(^|/)${pattern}$`).test(file)) &&
      !files.some(file => file.startsWith(name))
    );
  });
  expect(missing).toEqual([]);
});

it('every setting it names is one', () => {
  const named = spans.filter(span => /^[A-Z][A-Z_]{5,}$/.test(span));
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter(name => !ENVIRONMENT_VARIABLES.includes(name))).toEqual([]);
});

it('every condition of 6 a § has tests that bear its number', () => {
  const tests = files
    .filter(file => file.startsWith('tests/law/'))
    .map(file => readFileSync(file, 'utf8'))
    .join('\n');
  for (const number of [1, 2, 3, 4, 5, 6]) {
    expect(page).toContain(`| ${number}. `);
    expect(tests).toMatch(new RegExp(`describe\\('6 a §, condition ${number}: `));
  }
});

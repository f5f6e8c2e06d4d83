/** docs/security.md leads from each item of the OWASP list to code and tests: what it names must be there. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const page = readFileSync('docs/security.md', 'utf8');
const [, list = ''] = page.split('## OWASP ASVS 5.0, level 2');
const rows = list
  .split('\n')
  .filter(line => /^\| \d/.test(line))
  .map(line =>
    line
      .split('|')
      .slice(1, -1)
      .map(cell => cell.trim()),
  );

it('every file it names is there', () => {
  const named = [...page.matchAll(/`((?:src|tests|web|scripts|docs)\/[\w./-]+|\.env\.example)`/g)].map(
    ([, file = '']) => file,
  );
  expect(new Set(named).size).toBeGreaterThan(60);
  expect(named.filter(file => !existsSync(file))).toEqual([]);
});

it('every test file that a command of it runs is there', () => {
  const named = [...page.matchAll(/vitest run --project \w+ ([^`']+)/g)].flatMap(([, files = '']) =>
    files.split(' ').filter(word => word.startsWith('tests/')),
  );
  expect(named.length).toBeGreaterThan(4);
  expect(named.filter(file => !existsSync(file))).toEqual([]);
});

it('sixty items and more, each with how it is met and where that is shown', () => {
  const items = rows.flatMap(([ids = '']) => ids.split(', ').filter(id => /^\d+\.\d+\.\d+/.test(id)));
  expect(new Set(items).size).toBe(items.length);
  expect(items.length).toBeGreaterThanOrEqual(60);
  expect(rows.filter(cells => cells.length !== 4 || cells.some(cell => cell === ''))).toEqual([]);
  expect(rows.filter(([, , , shown = '']) => !/`[^`]+`/.test(shown))).toEqual([]);
});

it.each(
  [...page.matchAll(/`(tests\/[\w./-]+)`, "([^"]+)"/g)].map(([, file = '', title = '']) => ({ file, title })),
)('$file has tests of "$title"', ({ file, title }) => {
  expect(readFileSync(file, 'utf8')).toContain(`describe('${title}'`);
});

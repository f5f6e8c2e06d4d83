import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';

/** What a visitor downloads, compressed with gzip, in KiB. Raise a figure only for something worth the wait. */
const BUDGET_KIB = {
  /** On every page of a host site. */
  'widget.js': 10,
  'page.js': 12,
  'page.css': 4,
  /** Web Chat itself: once, then kept for as long as its version stays. */
  'webchat.js': 950,
} as const;

const WEB = 'dist/web';

beforeAll(() => {
  execFileSync(process.execPath, ['scripts/build.mjs', '--if-stale'], { stdio: 'inherit' });
});

test.each(Object.entries(BUDGET_KIB))('%s stays within %i KiB', (name, budget) => {
  expect(statSync(compressed(name)).size / 1024).toBeLessThanOrEqual(budget);
});

test('every file has both compressed twins', () => {
  const files = readdirSync(join(WEB, 'assets'));
  const plain = files.filter(file => !/\.(br|gz)$/.test(file));
  expect(plain).toHaveLength(4);
  expect(files.toSorted()).toEqual(plain.flatMap(file => [file, `${file}.br`, `${file}.gz`]).toSorted());
});

function compressed(name: string): string {
  if (name === 'widget.js') return join(WEB, 'widget.js.gz');
  const [base = '', extension = ''] = name.split('.');
  const pattern = new RegExp(`^${base}-[0-9a-f]{10}\\.${extension}\\.gz$`);
  const found = readdirSync(join(WEB, 'assets')).find(file => pattern.test(file));
  if (!found) throw new Error(`The build made no ${name}`);
  return join(WEB, 'assets', found);
}

import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** What a visitor downloads, compressed with gzip, in KiB. Raise a figure only for something worth the wait. */
const BUDGET_KIB = {
  /** On every page of a host site. */
  'widget.js': 4,
  'page.js': 12,
  'page.css': 5,
  /** The renderer of Adaptive Cards; the page greets and connects without it. */
  'cards.js': 48,
  /** Inside every page. */
  'boot.js': 1,
  /** TeamsJS, in the tab of Teams alone. */
  'tab.js': 18,
  /** The page of many fields, beside the style of every page. */
  'grid.js': 9,
  'grid.css': 2,
} as const;

const WEB = 'dist/web';

test.each(Object.entries(BUDGET_KIB))('%s stays within %i KiB', (name, budget) => {
  expect(statSync(compressed(name)).size / 1024).toBeLessThanOrEqual(budget);
});

test('the page of many fields is 60 KiB at the most', () => {
  const files = ['page.css', 'grid.css', 'grid.js', 'icon.svg'];
  const bytes = files.map(name => statSync(compressed(name)).size).reduce((sum, size) => sum + size);
  // What the server puts into the page and tells its script of 17 services: 30 KiB before it is compressed.
  expect(bytes / 1024 + 30).toBeLessThanOrEqual(60);
});

test('every file has both compressed twins', () => {
  const files = readdirSync(join(WEB, 'assets'));
  const plain = files.filter(file => !/\.(br|gz)$/.test(file));
  expect(plain).toHaveLength(10);
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

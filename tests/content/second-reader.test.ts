import { mkdirSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { lazySecondReader, loadSecondReader, READER_FILE } from '../../src/content/load-second-reader.ts';

const reader = loadSecondReader('.');

it('is small', () => {
  expect(statSync(READER_FILE).size).toBeLessThanOrEqual(300_000);
});

it.each([
  ['fi', 'nuoret käyttää mutta vanhat ei', 'yesno', 'partly'],
  ['sv', 'nej, det har vi inte', 'yesno', 'no'],
  ['en', 'both paper and online', 'phase', 'partial'],
  ['fi', 'hyvinvointialue hoitaa', 'status', 'outside'],
] as const)('%s: “%s” is read, and tells by which pieces', (locale, text, model, label) => {
  const [best] = reader.read({ text, locale }, model);
  expect(best?.label).toBe(label);
  const [first, second] = reader.why({ text, locale }, model, label);
  expect(first?.weight).toBeGreaterThanOrEqual(second?.weight ?? 0);
  expect(second?.weight).toBeGreaterThan(0);
});

it('gives shares that come to one, and nothing for a question it has no model of', () => {
  const shares = reader.read({ text: 'joo', locale: 'fi' }, 'yesno').map(({ share }) => share);
  expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
  expect(reader.read({ text: 'joo', locale: 'fi' }, 'ordinal')).toEqual([]);
});

it('is refused when a byte of it has changed, and then the rules read alone', () => {
  const root = mkdtempSync(join(tmpdir(), 'reader-'));
  const bytes = readFileSync(READER_FILE);
  bytes.writeUInt8((bytes.at(-1) ?? 0) ^ 1, bytes.length - 1);
  mkdirSync(join(root, dirname(READER_FILE)), { recursive: true });
  writeFileSync(join(root, READER_FILE), bytes);
  expect(() => loadSecondReader(root)).toThrow('checksum');
  expect(lazySecondReader(root)()).toBeUndefined();
});

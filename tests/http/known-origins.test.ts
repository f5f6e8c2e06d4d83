/** Pages at an address that the settings do not name are refused, and whoever keeps the service learns of it from the log. */
import { expect, it } from 'vitest';
import { createAddress } from '../../src/app/address.ts';
import { knownOrigins } from '../../src/app/known-origins.ts';

const OURS = 'https://bot.example.fi';
const SITE = 'https://www.example.fi';

function guarded() {
  const told: { fields: unknown; words: string }[] = [];
  const clock = { now: Date.UTC(2026, 10, 22) };
  const isKnown = knownOrigins({
    address: createAddress({ host: '127.0.0.1', port: 3978, publicUrl: OURS }),
    allowed: [SITE],
    log: { warn: (fields: unknown, words = '') => void told.push({ fields, words }) },
    now: () => clock.now,
  });
  return { isKnown, told, clock };
}

it('lets the service’s own pages and the sites that show the widget in, without a word', () => {
  const { isKnown, told } = guarded();
  expect([OURS, SITE].map(isKnown)).toEqual([true, true]);
  expect(told).toEqual([]);
});

it('tells of an address that is none of them once, with what to do', () => {
  const { isKnown, told, clock } = guarded();
  for (let press = 0; press < 3; press += 1) expect(isKnown('https://botti.kunta.fi')).toBe(false);
  expect(told).toEqual([
    {
      fields: { code: 'unknown-origin', origin: 'https://botti.kunta.fi' },
      words: expect.stringContaining('set PUBLIC_URL to the address people open'),
    },
  ]);
  clock.now += 86_400_000;
  isKnown('https://botti.kunta.fi');
  expect(told).toHaveLength(2);
});

it('takes no words of a caller’s into the log, and no flood of addresses', () => {
  const { isKnown, told } = guarded();
  for (const made of [
    'null',
    'https://a/Maija Meikäläinen',
    'Bearer x',
    'https://u:p@a',
    `https://${'a'.repeat(200)}`,
  ])
    expect(isKnown(made)).toBe(false);
  expect(told.map(({ fields }) => fields)).toEqual([{ code: 'unknown-origin', origin: 'not a web address' }]);
  for (let i = 0; i < 1000; i += 1) isKnown(`https://a${i}.example`);
  expect(told).toHaveLength(10);
});

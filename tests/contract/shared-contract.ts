import { expect, it } from 'vitest';
import { TTL_MS } from './backend.ts';
import type { Bench } from './store-contract.ts';

const LONG = 'k'.repeat(4_096);

export function sharedContract({ backend, store }: Bench): void {
  it('agrees on the first value set under a name, on all stores', async () => {
    const other = await backend().open();
    const agreed = await Promise.all(
      Array.from({ length: 20 }, (_, i) => (i % 2 ? store() : other).shared('key', () => `value ${i}`)),
    );
    expect(new Set(agreed).size).toBe(1);
    expect(await other.shared('key', () => 'too late')).toBe(agreed[0]);
  });

  it('takes any name', async () => {
    for (const name of ['__proto__', 'constructor', '{}', '', 'ä', LONG]) {
      expect(await store().shared(name, () => 'first')).toBe('first');
      expect(await store().shared(name, () => 'second')).toBe('first');
      expect(await store().shared(`${name}.`, () => 'another')).toBe('another');
    }
  });

  it('keeps a value while it is used, and lets it go when it is not', async () => {
    await store().shared('key', () => 'first');
    await backend().passTime(TTL_MS - 60_000);
    expect(await store().shared('key', () => 'second')).toBe('first');
    await backend().passTime(TTL_MS - 60_000);
    expect(await store().shared('key', () => 'third')).toBe('first');
    await backend().passTime(TTL_MS + 1);
    expect(await store().shared('key', () => 'fourth')).toBe('fourth');
  });

  it('is in health', async () => {
    expect(await store().health()).toEqual({ kind: 'ok' });
  });
}

import { expect, it } from 'vitest';
import type { Bench } from './store-contract.ts';

const MINUTE_MS = 60_000;

export function claimContract({ backend, store }: Bench): void {
  it('gives a name to one of many who ask at once, on all stores', async () => {
    const other = await backend().open();
    for (const round of ['first', 'second', 'third']) {
      const values = Array.from({ length: 20 }, (_, i) => `${round} ${i}`);
      const got = await Promise.all(
        values.map((value, i) => (i % 2 ? store() : other).claim(round, value, MINUTE_MS)),
      );
      expect(got.filter(Boolean)).toHaveLength(1);
      expect(await store().claimed(round)).toBe(values[got.indexOf(true)]);
    }
  });

  it('tells the holder that it holds the name, and nobody else', async () => {
    expect(await store().claim('name', 'mine', MINUTE_MS)).toBe(true);
    expect(await store().claim('name', 'mine', MINUTE_MS)).toBe(true);
    expect(await store().claim('name', 'yours', MINUTE_MS)).toBe(false);
    expect(await store().claimed('name')).toBe('mine');
    expect(await store().claimed('other')).toBeUndefined();
  });

  it('lets a name go when its time has passed, asked for or not', async () => {
    await store().claim('name', 'mine', MINUTE_MS);
    await backend().passTime(MINUTE_MS - 10_000);
    expect(await store().claim('name', 'mine', MINUTE_MS)).toBe(true);
    await backend().passTime(10_001);
    expect(await store().claimed('name')).toBeUndefined();
    expect(await store().claim('name', 'yours', MINUTE_MS)).toBe(true);
  });

  it('lets a name go when its holder gives it up, and only then', async () => {
    await store().claim('name', 'mine', MINUTE_MS);
    await store().release('name', 'yours');
    await store().release('other', 'mine');
    expect(await store().claim('name', 'yours', MINUTE_MS)).toBe(false);
    await store().release('name', 'mine');
    expect(await store().claim('name', 'yours', MINUTE_MS)).toBe(true);
  });

  it('takes any name, and any value', async () => {
    for (const name of ['__proto__', 'constructor', '{}', '', 'ä\n', 'k'.repeat(4_096)]) {
      expect(await store().claim(name, '{"a":"ä\u0000"}', MINUTE_MS)).toBe(true);
      expect(await store().claimed(name)).toBe('{"a":"ä\u0000"}');
      expect(await store().claim(`${name}.`, 'x', MINUTE_MS)).toBe(true);
    }
  });

  it('keeps claims apart from shared values', async () => {
    await store().claim('name', 'claimed', MINUTE_MS);
    expect(await store().shared('name', () => 'shared')).toBe('shared');
    expect(await store().claimed('name')).toBe('claimed');
  });
}

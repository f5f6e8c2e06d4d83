import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createPatience } from '../../web/patience.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

async function waited(failures: number, random: number): Promise<number> {
  const start = Date.now();
  const waiting = createPatience(() => random).wait(failures);
  await vi.runAllTimersAsync();
  await waiting;
  return Date.now() - start;
}

test('it waits longer after each failure, up to fifteen seconds', async () => {
  expect(await waited(0, 1)).toBe(400);
  expect(await waited(3, 1)).toBe(3200);
  expect(await waited(20, 1)).toBe(15_000);
});

test('chance spreads the waits over half of their length', async () => {
  expect(await waited(3, 0)).toBe(1600);
});

test('a wake-up ends every wait at once', async () => {
  const patience = createPatience(() => 1);
  const waits = [patience.wait(20), patience.wait(5)];
  patience.wake();
  await Promise.all(waits);
  expect(vi.getTimerCount()).toBe(0);
});

import { expect, test } from 'vitest';
import { createSlots } from '../../src/http/slots.ts';

test('what was put in is there until it is taken out', () => {
  const slots = createSlots<string>();
  const leaving = ['a', 'b', 'c'].map(slots.put);
  expect(slots.values()).toEqual(['a', 'b', 'c']);
  leaving[1]?.();
  expect(slots.values()).toEqual(['a', 'c']);
  expect(slots.size).toBe(2);
});

test('a place is given again, and whoever had it cannot empty it', () => {
  const slots = createSlots<{ name: string }>();
  const leave = slots.put({ name: 'first' });
  leave();
  slots.put({ name: 'second' });
  leave();
  expect(slots.values()).toEqual([{ name: 'second' }]);
  expect(slots.size).toBe(1);
});

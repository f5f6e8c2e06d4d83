import { describe, expect, it } from 'vitest';
import { addressGroup } from '../../src/directline/address-group.ts';
import { createRateLimiter } from '../../src/directline/rate-limiter.ts';

function create(options: { count?: number; keys?: number } = {}) {
  const clock = { now: 1_000_000 };
  const rate = createRateLimiter({ count: 3, periodMs: 60_000, keys: 100, now: () => clock.now, ...options });
  return { clock, rate };
}

describe('a rate', () => {
  it('lets so many through at once and then tells how long to wait', () => {
    const { rate } = create();
    expect([1, 2, 3, 4].map(() => rate.take('a'))).toEqual([undefined, undefined, undefined, 20]);
  });

  it('lets the next one through when the time it told is over', () => {
    const { rate, clock } = create();
    for (let i = 0; i < 3; i++) rate.take('a');
    clock.now += 19_999;
    expect(rate.take('a')).toBe(1);
    clock.now += 1;
    expect(rate.take('a')).toBeUndefined();
    expect(rate.take('a')).toBe(20);
  });

  it('does not punish for asking again too early', () => {
    const { rate, clock } = create();
    for (let i = 0; i < 50; i++) rate.take('a');
    clock.now += 20_000;
    expect(rate.take('a')).toBeUndefined();
  });

  it('counts each key by itself, whatever it is called', () => {
    const { rate } = create({ count: 1 });
    const keys = ['a', 'b', '__proto__', 'constructor'];
    expect(keys.map(key => rate.take(key))).toEqual([undefined, undefined, undefined, undefined]);
    expect(keys.every(key => rate.take(key) === 60)).toBe(true);
  });

  it('never refuses what fits a count that does not divide the period', () => {
    const { rate } = create({ count: 7 });
    expect(Array.from({ length: 8 }, () => rate.take('a') === undefined)).toEqual([
      ...Array(7).fill(true),
      false,
    ]);
  });

  it('remembers a bounded number of keys and forgets the one unheard of longest', () => {
    const { rate } = create({ count: 1, keys: 2 });
    for (const key of ['a', 'b', 'c']) rate.take(key);
    expect(rate.take('c')).toBe(60);
    expect(rate.take('a')).toBeUndefined();
  });

  it('grows with how many come at a time, not with how many ever came', () => {
    const { rate, clock } = create({ keys: 50_000 });
    for (let i = 0; i < 5_000; i++) {
      clock.now += 1_000;
      rate.take(`conversation ${i}`);
    }
    // Each is counted for twenty seconds.
    expect(rate.size).toBeLessThan(50);
  });

  it('keeps in mind whoever it heard of lately, however long ago they first came', () => {
    const { rate } = create({ count: 2, keys: 2 });
    for (const key of ['a', 'b', 'a', 'c']) rate.take(key);
    expect(rate.take('a')).toBe(30);
  });
});

describe('an address', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:aaaa::1', '2001:db8:1:2::/64'],
    ['2001:0db8:0001:0002:ffff:ffff:ffff:ffff', '2001:db8:1:2::/64'],
    ['2001:DB8::5', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['', ''],
  ])('%s counts as %s', (address, group) => {
    expect(addressGroup(address)).toBe(group);
  });
});

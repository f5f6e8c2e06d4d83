/** The secrets that sign: renewed while the server runs, changed without a break, the same in all processes. */
import { createHmac } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openTokenSecrets, type TokenSecretsOptions } from '../../src/app/token-secrets.ts';
import { createSealer } from '../../src/directline/sealed-token.ts';
import type { Store } from '../../src/store/port.ts';
import { embeddedStore } from '../support/embedded-store.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

afterEach(() => {
  vi.useRealTimers();
});

/** Any number of processes on one embedded store, which keeps things for a day. */
async function world() {
  const clock = { now: 20_000.3 * DAY_MS };
  const store: Store = await embeddedStore({ now: () => clock.now });
  let made = 0;
  const trouble: unknown[] = [];
  const start = async (options: Partial<TokenSecretsOptions> = {}) => {
    const secrets = await openTokenSecrets({
      configured: undefined,
      store,
      ttlMs: DAY_MS,
      newSecret: () => `secret ${++made} of these tests, long enough`,
      now: () => clock.now,
      onTrouble: error => trouble.push(error),
      ...options,
    });
    return { ...secrets, ...createSealer(secrets.current) };
  };
  /** Lets so many half days pass, with what is done by the hour done once in each. */
  const halfDays = async (count: number) => {
    for (let half = 0; half < count; half++) {
      clock.now += DAY_MS / 2;
      vi.advanceTimersByTime(HOUR_MS);
      // The store answers the calls of one process in their order: what was asked before this has been done.
      for (let call = 0; call < 4; call++) await store.shared('another', () => 'value');
    }
  };
  return { clock, store, start, halfDays, trouble };
}

function onTimers(): void {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
}

describe('the secrets in the store', () => {
  it('are the same for a process that starts long after the other', async () => {
    onTimers();
    const { start, halfDays } = await world();
    const first = await start();
    await halfDays(7);
    const second = await start();
    expect(second.open(first.seal({ from: 'the first' }))).toEqual({ from: 'the first' });
    expect(first.open(second.seal({ from: 'the second' }))).toEqual({ from: 'the second' });
  });

  it('change, and what the one before signed opens for as long as it may be used', async () => {
    onTimers();
    const { start, halfDays } = await world();
    const process = await start();
    const token = process.seal({ n: 1 });
    const [before] = process.current();
    await halfDays(2);
    expect(process.current()[0]).not.toBe(before);
    expect(process.open(token)).toEqual({ n: 1 });
    await halfDays(2);
    expect(process.open(token)).toBeUndefined();
  });

  it('open what a process signed whose clock is ahead', async () => {
    const { start, clock } = await world();
    const behind = await start();
    const ahead = await start({ now: () => clock.now + DAY_MS });
    expect(behind.open(ahead.seal({ n: 1 }))).toEqual({ n: 1 });
  });

  it('open what was signed before keys had names', async () => {
    const { store, start } = await world();
    const old = 'a secret of an earlier version, long enough';
    await store.shared('chat-token-secret', () => old);
    const process = await start();
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const body = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ n: 1 })}`;
    const signature = createHmac('sha256', old).update(body).digest('base64url');
    expect(process.open(`${body}.${signature}`)).toEqual({ n: 1 });
  });

  it('stay as they are while the store is out of reach, and are asked for again', async () => {
    onTimers();
    const { start, clock, trouble, store } = await world();
    let down = false;
    const process = await start({
      store: {
        shared: (name, create) => (down ? Promise.reject(new Error('down')) : store.shared(name, create)),
      },
    });
    down = true;
    clock.now += 3 * DAY_MS;
    vi.advanceTimersByTime(HOUR_MS);
    await expect.poll(() => trouble).toHaveLength(1);
    expect(process.open(process.seal({ n: 1 }))).toEqual({ n: 1 });
  });

  it('are left alone after closing', async () => {
    const { start } = await world();
    onTimers();
    (await start()).close();
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('secrets that were set', () => {
  it('may be two while one takes the place of the other', () => {
    const old = createSealer(() => ['old']);
    const both = createSealer(() => ['new', 'old']);
    const fresh = createSealer(() => ['new']);
    expect(both.open(old.seal({ n: 1 }))).toEqual({ n: 1 });
    expect(fresh.open(both.seal({ n: 2 }))).toEqual({ n: 2 });
    expect(fresh.open(old.seal({ n: 3 }))).toBeUndefined();
  });
});

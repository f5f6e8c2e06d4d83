import { expect, it } from 'vitest';
import { type Bench, KEY } from './store-contract.ts';

const HOUR_MS = 60 * 60 * 1_000;
const OTHER = { channel: 'msteams', conversation: 'ä\n{}"\\' };
const NOON = Date.UTC(2026, 0, 15, 12);

export function reminderContract({ backend, store }: Bench): void {
  const at = (time: number, value = 'v') => ({ at: time, value, ttlMs: HOUR_MS });

  it('finds the reminders whose time has come, on every store, the longest waiting first', async () => {
    const other = await backend().open();
    await store().remind(KEY, at(NOON, 'first'));
    await store().remind(OTHER, at(NOON - 1, 'second'));
    await store().remind({ channel: 'msteams', conversation: 'later' }, at(NOON + 1));
    const first = { key: KEY, at: NOON, value: 'first' };
    const second = { key: OTHER, at: NOON - 1, value: 'second' };
    expect(await other.dueReminders(NOON, 10)).toEqual([second, first]);
    expect(await other.dueReminders(NOON, 1)).toEqual([second]);
    expect(await other.dueReminders(NOON - 2, 10)).toEqual([]);
  });

  it('has one reminder a conversation, the last one set', async () => {
    await store().remind(KEY, at(NOON, 'first'));
    await store().remind(KEY, at(NOON + HOUR_MS, 'second'));
    expect(await store().dueReminders(NOON, 10)).toEqual([]);
    expect(await store().dueReminders(NOON + HOUR_MS, 10)).toMatchObject([{ value: 'second' }]);
  });

  it('forgets what is taken away; twice, or what never was, does no harm', async () => {
    await store().remind(KEY, at(NOON));
    await store().remind(OTHER, at(NOON));
    await store().remind(KEY, undefined);
    await store().remind(KEY, undefined);
    await store().remind({ channel: 'msteams', conversation: 'never' }, undefined);
    expect(await store().dueReminders(NOON, 10)).toMatchObject([{ key: OTHER }]);
  });

  it('lets a reminder go when its time to live has passed, and knows one set anew', async () => {
    await store().remind(KEY, at(NOON));
    await backend().passTime(HOUR_MS + 1);
    expect(await store().dueReminders(NOON, 10)).toEqual([]);
    await store().remind(KEY, at(NOON, 'anew'));
    expect(await store().dueReminders(NOON, 10)).toMatchObject([{ value: 'anew' }]);
  });

  it('lets one go whose time to live is shorter than the others', async () => {
    await store().remind(OTHER, at(NOON, 'stays'));
    await store().remind(KEY, { ...at(NOON), ttlMs: 60_000 });
    await backend().passTime(60_001);
    expect(await store().dueReminders(NOON, 10)).toEqual([{ key: OTHER, at: NOON, value: 'stays' }]);
  });

  it('has nothing to do with the record', async () => {
    await store().remind(KEY, at(NOON));
    expect(await store().load(KEY)).toEqual({ record: undefined, version: undefined, outbox: [] });
    expect(await store().undelivered(0, 10)).toEqual([]);
  });
}

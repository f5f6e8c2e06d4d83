import { expect, it } from 'vitest';
import type { ConversationKey } from '../../src/store/port.ts';
import { eraseAll, values, write } from './commit-contract.ts';
import type { Bench } from './store-contract.ts';

export const ODD_NAMES = [
  '__proto__',
  'constructor',
  'hasOwnProperty',
  '',
  ' ',
  '{}',
  '}{',
  'a{b}c',
  '*',
  '[a-z]?',
  'a/b',
  'a:b',
  '../../x',
  'nul\u0000byte',
  'rivin\r\nvaihto',
  'ääkköset 🪜',
  '\ud800',
  '\udc00',
  `${'k'.repeat(4_096)}1`,
  `${'k'.repeat(4_096)}2`,
];

export function keyContract({ store }: Bench): void {
  it('keeps conversations apart, whatever their names', async () => {
    const keys = [
      ...ODD_NAMES.map(conversation => ({ channel: 'directline', conversation })),
      ...ODD_NAMES.map(channel => ({ channel, conversation: 'same' })),
      { channel: 'a/b', conversation: 'c' },
      { channel: 'a', conversation: 'b/c' },
      { channel: 'a:b', conversation: 'c' },
      { channel: 'a', conversation: 'b:c' },
    ];
    for (const [i, key] of keys.entries()) {
      expect(await store().load(key), name(key)).toEqual({
        record: undefined,
        version: undefined,
        outbox: [],
      });
      await write(
        store(),
        { expected: undefined, record: `record ${i}`, log: [`log ${i}`], outbox: [`out ${i}`] },
        key,
      );
    }
    for (const [i, key] of keys.entries()) {
      expect(await store().load(key), name(key)).toMatchObject({
        record: `record ${i}`,
        outbox: [{ value: `out ${i}` }],
      });
      expect(await values(store().readLog(key, undefined, 10)), name(key)).toEqual([`log ${i}`]);
    }
    const due = await store().undelivered(0, 1_000);
    expect(due.map(name).sort()).toEqual(keys.map(name).sort());
  });

  it('erases only what it is told, whatever the name', async () => {
    const keys = ODD_NAMES.map(conversation => ({ channel: 'directline', conversation }));
    for (const key of keys) await write(store(), { expected: undefined, record: 'kept' }, key);
    for (const [i, key] of keys.entries()) {
      await eraseAll(store(), key);
      const left = await Promise.all(keys.map(async other => (await store().load(other)).record));
      expect(
        left.filter(record => record === 'kept'),
        name(key),
      ).toHaveLength(keys.length - i - 1);
    }
  });
}

function name({ channel, conversation }: ConversationKey): string {
  return JSON.stringify([channel, conversation]).replace(/k{100,}/, longRun => `${longRun.length} times k`);
}

/** A conversation that an earlier version left in the store, and the first turn of today in it. */
import { describe, expect, it } from 'vitest';
import { createTurns } from '../../src/turns/create-turns.ts';
import { readLine } from '../../src/turns/log-line.ts';
import { embeddedStore } from '../support/embedded-store.ts';
import { realContext } from '../support/real-context.ts';
import { bytesOf, headOf, linesOf } from './november-bytes.ts';

const KEY = { channel: 'webchat', conversation: 'november' };
const PRESS = { do: 'answer', step: 'resident-use', nonce: 'a', value: 'no' } as const;

describe('a conversation of November', () => {
  it('goes on in the same store: its record is raised, its log is read from the first line to the newest', async () => {
    const store = await embeddedStore();
    const earlier = linesOf('log-conversations').slice(0, 14);
    await store.commit(KEY, { expected: undefined, record: bytesOf('record-quick-reading'), log: earlier });
    const turns = createTurns({ store, context: realContext, now: () => 0, count: () => undefined });
    const input = { kind: 'press', press: PRESS } as const;
    const outcome = await turns.process({
      key: KEY,
      deliveryId: 'new',
      input,
      locale: 'fi',
      out: { to: 'log' },
    });
    expect(outcome.kind).toBe('applied');
    const { record } = await store.load(KEY);
    expect(record).toMatch(/^\{"schema":5,/);
    const log = await store.readLog(KEY, undefined, 100);
    const lines = log.map(({ value }) => readLine(value));
    expect(lines).toHaveLength(earlier.length + 1);
    expect(lines.at(-1)?.said).toMatchObject([
      { kind: 'notice', notice: 'version-moved' },
      { kind: 'answered', step: 'resident-use', replaces: 'a', values: { 'resident-use': 'no' } },
      { kind: 'question', step: 'usage-rate' },
    ]);
  });

  it('is begun anew where its record cannot be read, with what stood there kept aside', async () => {
    const store = await embeddedStore();
    const damaged = bytesOf('record-workbook-card').replace('"status":"none"', '"status":{}');
    await store.commit(KEY, { expected: undefined, record: damaged });
    const turns = createTurns({ store, context: realContext, now: () => 0, count: () => undefined });
    const input = { kind: 'text', text: 'moi' } as const;
    const outcome = await turns.process({
      key: KEY,
      deliveryId: 'new',
      input,
      locale: 'fi',
      out: { to: 'caller' },
    });
    expect(outcome).toMatchObject({
      said: [{ reply: { notice: 'started-over' } }, { reply: { kind: 'greeting' } }],
    });
    const { record = '' } = await store.load(KEY);
    expect(JSON.parse(record.split('\n')[0] ?? '')).toMatchObject({ schema: 5, aside: damaged });
    expect(headOf('record-workbook-card').schema).toBe(2);
  });
});

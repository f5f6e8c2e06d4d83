/** What the tests of deliveries take for turns keeps the promises that the real ones on the embedded store keep. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { createTurns } from '../../src/turns/create-turns.ts';
import { writeEntry } from '../../src/turns/outbox-entry.ts';
import type { Delivery } from '../../src/turns/turns.ts';
import { realContext } from '../support/real-context.ts';
import { createScriptedTurns, type ScriptedTurns } from './scripted-turns.ts';

type Under = Pick<ScriptedTurns, 'process' | 'store'> & { close(): Promise<void> };

async function realTurns(): Promise<Under> {
  const dataDir = await mkdtemp(join(tmpdir(), 'porrasbotti-turns-'));
  const store = await openStore({ dataDir, ttlDays: 30, now: Date.now, onProblem: () => {} });
  const { process } = createTurns({ store, context: realContext, now: Date.now, count: () => {} });
  return {
    process,
    store,
    async close() {
      await store.close();
      await rm(dataDir, { recursive: true });
    },
  };
}

const KEY = { channel: 'msteams', conversation: 'a:1' };
const hello = (deliveryId: string, out: Delivery['out']): Delivery => ({
  key: KEY,
  deliveryId,
  input: { kind: 'text', text: 'yhteystiedot' },
  locale: 'fi',
  out,
});
const OUTBOX = { to: 'outbox', reference: '{"to":"Aino"}' } as const;

describe.each<[string, () => Promise<Under>]>([
  ['that say what a test wants', () => createScriptedTurns(Date.now)],
  ['of the bot', realTurns],
])('turns %s', (_, open) => {
  let turns: Under;
  beforeEach(async () => {
    turns = await open();
  });
  afterEach(() => turns.close());

  const waiting = async () => (await turns.store.load(KEY)).outbox;

  test('leave replies in the outbox, with where they go, until they are acknowledged', async () => {
    const outcome = await turns.process(hello('1', OUTBOX));
    if (outcome.kind !== 'applied') return expect.unreachable(outcome.kind);
    const said = outcome.said.map(one => writeEntry({ said: one, reference: OUTBOX.reference }));
    expect(await waiting()).toEqual(outcome.outboxIds.map((id, at) => ({ id, value: said[at] })));
    expect(outcome.said).toMatchObject([{ locale: 'fi', reply: { kind: 'contact' } }]);
    expect(await turns.store.undelivered(-1, 10)).toEqual([KEY]);
    await turns.store.acknowledge(KEY, outcome.outboxIds);
    expect(await waiting()).toEqual([]);
    expect(await turns.store.undelivered(-1, 10)).toEqual([]);
  });

  test('apply a delivery once, and do not put its replies into the outbox again', async () => {
    await turns.process(hello('1', OUTBOX));
    expect(await turns.process(hello('1', OUTBOX))).toEqual({ kind: 'repeated', said: [] });
    expect(await waiting()).toHaveLength(1);
  });

  test('give a caller who asks again the same replies', async () => {
    const first = await turns.process(hello('1', { to: 'caller' }));
    const again = await turns.process(hello('1', { to: 'caller' }));
    expect(first).toMatchObject({ kind: 'applied', outboxIds: [] });
    expect(again).toEqual({ kind: 'repeated', said: first.kind === 'applied' && first.said });
  });

  test('keep ids that differ between replies, the older first', async () => {
    await turns.process(hello('1', OUTBOX));
    await turns.process(hello('2', OUTBOX));
    const ids = (await waiting()).map(({ id }) => id);
    expect(new Set(ids).size).toBe(2);
  });

  test('give a name to one holder at a time, and again once it was given up', async () => {
    const { store } = turns;
    expect(await store.claim('name', 'one', 60_000)).toBe(true);
    expect(await store.claim('name', 'one', 60_000)).toBe(true);
    expect(await store.claim('name', 'two', 60_000)).toBe(false);
    expect(await store.claimed('name')).toBe('one');
    await store.release('name', 'two');
    expect(await store.claimed('name')).toBe('one');
    await store.release('name', 'one');
    expect(await store.claimed('name')).toBeUndefined();
    expect(await store.claim('name', 'two', 60_000)).toBe(true);
  });
});

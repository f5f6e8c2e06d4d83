/** A turn that wishes to know what the register of services tells, and what follows when it has answered. */
import { describe, expect, it } from 'vitest';
import type { Input } from '../../src/conversation/input.ts';
import type { Look } from '../../src/conversation/prefilling/source.ts';
import { type Store, StoreUnavailable } from '../../src/store/port.ts';
import { createTurns } from '../../src/turns/create-turns.ts';
import type { Delivery, FollowedUp, TurnOutcome } from '../../src/turns/turns.ts';
import { content } from '../support/content.ts';
import { embeddedStore } from '../support/embedded-store.ts';
import { realContext, workbook } from '../support/real-context.ts';
import { until } from '../support/until.ts';

const KEY = { channel: 'test', conversation: 'one' };
const FOUND: Look = {
  kind: 'found',
  found: {
    dialog: 'workbook',
    version: workbook.version,
    municipality: '091',
    day: '2026-11-28',
    sure: [
      {
        item: 'environment.parking',
        services: ['Pysäköintitunnus'],
        ways: ['electronic'],
        entries: [{ key: 'environment.parking.status', value: 'inuse' }],
        why: 'name',
        words: 'pysakointi',
      },
    ],
    unsure: [],
    others: [],
    leftOut: 0,
  },
};

/** Turns beside a register that answers when it is told to. */
async function besideRegister(first: Look, wrapped = (store: Store) => store) {
  const municipalities = content.register('municipalities');
  if (!municipalities) throw new Error('the municipalities are not there');
  let knows = first;
  let answer = () => {};
  const answered = new Promise<void>(resolve => {
    answer = resolve;
  });
  const looked: string[] = [];
  const turns = createTurns({
    store: wrapped(await embeddedStore()),
    context: { ...realContext, prefill: { dialogs: ['workbook'], municipalities } },
    now: () => 0,
    count: () => undefined,
    register: {
      look: async ({ municipality }) => {
        looked.push(municipality);
        return knows;
      },
      kept: async () => (knows.kind === 'found' ? knows.found : undefined),
      ready: () => answered,
    },
  });
  const followed: FollowedUp[] = [];
  let told = () => {};
  const following = new Promise<void>(resolve => {
    told = resolve;
  });
  turns.onFollowUp({
    address: reference => `${reference}, now`,
    send: one => {
      followed.push(one);
      told();
    },
  });
  let count = 0;
  const say = (text: string, out: Delivery['out'] = { to: 'caller' }) => {
    const input: Input = { kind: 'text', text };
    return turns.process({ key: KEY, deliveryId: String(count++), input, locale: 'fi', out });
  };
  return {
    turns,
    say,
    looked,
    followed,
    following,
    answers(look: Look) {
      knows = look;
      answer();
    },
  };
}

function kinds(outcome: TurnOutcome): string[] {
  return 'said' in outcome ? outcome.said.map(({ reply }) => reply.kind) : [outcome.kind];
}

describe('a turn that asks what the register tells', () => {
  it('is run with it, where that is known', async () => {
    const { say, looked } = await besideRegister(FOUND);
    await say('palvelutietovaranto');
    expect(kinds(await say('Helsinki'))).toEqual(['prefill']);
    expect(looked).toEqual(['091']);
  });

  it('goes on by itself in the outbox, as no answer to the message, when the register has answered', async () => {
    const one = await besideRegister({ kind: 'fetching' });
    await one.say('palvelutietovaranto');
    const out = { to: 'outbox', reference: 'answered', later: 'unasked' } as const;
    expect(await one.say('Helsinki', out)).toMatchObject({
      kind: 'applied',
      awaits: { municipality: '091' },
    });
    one.answers(FOUND);
    await one.following;
    expect(one.followed).toMatchObject([
      { reference: 'unasked, now', said: [{ reply: { kind: 'prefill' } }] },
    ]);
    expect(one.followed[0]?.outboxIds).toHaveLength(1);
  });

  it('goes on a minute later where the store did not answer just then', async () => {
    let state: 'there' | 'gone' = 'there';
    let missed = () => {};
    const missing = new Promise<void>(resolve => {
      missed = resolve;
    });
    const one = await besideRegister({ kind: 'fetching' }, store => {
      const load = store.load.bind(store);
      store.load = async (...of) => {
        if (state === 'there') return load(...of);
        missed();
        throw new StoreUnavailable('gone');
      };
      return store;
    });
    await one.say('palvelutietovaranto');
    await one.say('Helsinki', { to: 'outbox', reference: 'answered', later: 'unasked' });
    state = 'gone';
    one.answers(FOUND);
    await missing;
    state = 'there';
    await until(async () => {
      await one.turns.resume();
      return one.followed.length > 0;
    });
    expect(one.followed).toMatchObject([{ said: [{ reply: { kind: 'prefill' } }] }]);
  });

  it('goes on once, with the municipality that was named last', async () => {
    const one = await besideRegister({ kind: 'fetching' });
    const out = { to: 'outbox', reference: 'answered', later: 'unasked' } as const;
    await one.say('palvelutietovaranto');
    await one.say('Oulu', out);
    await one.say('Helsinki', out);
    one.answers(FOUND);
    await one.following;
    await one.turns.recall(KEY);
    expect(one.followed).toMatchObject([{ said: [{ reply: { kind: 'prefill', municipality: '091' } }] }]);
    expect(one.looked).toEqual(['564', '091', '091']);
  });

  it('says nothing more to somebody who has erased all since', async () => {
    const one = await besideRegister({ kind: 'fetching' });
    await one.say('palvelutietovaranto');
    await one.say('Helsinki', { to: 'log' });
    await one.say('poista tietoni');
    await one.say('kyllä');
    one.answers(FOUND);
    await Promise.resolve();
    expect((await one.turns.recall(KEY))?.awaits).toBeUndefined();
    expect(one.followed).toEqual([]);
  });
});

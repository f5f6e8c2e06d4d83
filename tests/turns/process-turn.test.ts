import { describe, expect, it } from 'vitest';
import type { ConversationContext } from '../../src/conversation/context.ts';
import type { Input } from '../../src/conversation/input.ts';
import type { Press } from '../../src/conversation/press.ts';
import type { Store } from '../../src/store/port.ts';
import { StoreUnavailable } from '../../src/store/port.ts';
import { createTurns } from '../../src/turns/create-turns.ts';
import { readLine } from '../../src/turns/log-line.ts';
import { unpacked } from '../../src/turns/packed-line.ts';
import { readRecord } from '../../src/turns/record.ts';
import type { Delivery, TurnOutcome } from '../../src/turns/turns.ts';
import { content, stoodOn } from '../support/content.ts';
import { embeddedStore } from '../support/embedded-store.ts';

const context: ConversationContext = {
  offered: content.instruments.map(({ id }) => id),
  current: stoodOn,
  instrument: content.instrument,
  actions: content.actions,
  actionsVersion: content.actionsVersion,
  naming: content.naming,
  understand: () => ({ kind: 'reprompt' }),
  findPress: () => undefined,
  findCard: () => undefined,
};

const KEY = { channel: 'test', conversation: 'one' };

function turnsOn(store: Store, now = () => 0) {
  const counted: string[] = [];
  const turns = createTurns({
    store,
    context,
    now,
    count: (event, step) => counted.push(`${event} ${step ?? ''}`),
  });
  return { turns, counted };
}

/** The real store, but for what the change says. */
function changed(store: Store, change: Partial<Store>): Store {
  return new Proxy(store, {
    get: (target, name) => {
      const value = Reflect.get(name in change ? change : target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

const press = (value: Press): Input => ({ kind: 'press', press: value });
const START = press({ do: 'command', name: 'start' });
const answer = (step: string, nonce: string, value = 'yes') => press({ do: 'answer', step, nonce, value });

function delivery(deliveryId: string, input: Input, out: Delivery['out'] = { to: 'caller' }): Delivery {
  return { key: KEY, deliveryId, input, locale: 'fi', out };
}

function kinds(outcome: TurnOutcome): string[] {
  return 'said' in outcome ? outcome.said.map(({ reply }) => reply.kind) : [outcome.kind];
}

describe('a delivery', () => {
  it('is applied, saved and answered', async () => {
    const store = await embeddedStore();
    const { turns } = turnsOn(store);
    expect(kinds(await turns.process(delivery('a', START)))).toEqual(['question']);
    expect((await turns.recall(KEY))?.runs['quick-check']?.stage).toBe('asking');
  });

  it('that comes again gets the same replies and changes nothing', async () => {
    const { turns, counted } = turnsOn(await embeddedStore());
    await turns.process(delivery('a', START));
    const first = await turns.process(delivery('b', answer('need', '1')));
    const before = await turns.recall(KEY);
    const again = await turns.process(delivery('b', answer('need', '1')));
    expect(again).toEqual({ kind: 'repeated', said: first.kind === 'applied' ? first.said : [] });
    expect(await turns.recall(KEY)).toEqual(before);
    expect(counted.filter(one => one === 'answered need')).toHaveLength(1);
  });

  it('that is remembered by a long and odd id is still recognised', async () => {
    const { turns } = turnsOn(await embeddedStore());
    const id = `__proto__${'x'.repeat(4096)}\u0000`;
    await turns.process(delivery(id, START));
    expect((await turns.process(delivery(id, START))).kind).toBe('repeated');
  });

  it('of the same press under a new id is stale', async () => {
    const { turns } = turnsOn(await embeddedStore());
    await turns.process(delivery('a', START));
    await turns.process(delivery('b', answer('need', '1')));
    const late = await turns.process(delivery('c', answer('need', '1', 'no')));
    expect(kinds(late)).toEqual(['notice', 'question']);
    expect((await turns.recall(KEY))?.runs['quick-check']?.answers).toEqual({ need: 'yes' });
  });
});

describe('two deliveries at once', () => {
  it('are both applied, one after the other', async () => {
    const { turns } = turnsOn(await embeddedStore());
    await turns.process(delivery('start', START));
    const outcomes = await Promise.all([
      turns.process(delivery('a', press({ do: 'locale', value: 'sv' }))),
      turns.process(delivery('b', answer('need', '1'))),
    ]);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['applied', 'applied']);
    const session = await turns.recall(KEY);
    expect([session?.locale, session?.runs['quick-check']?.answers]).toEqual(['sv', { need: 'yes' }]);
  });

  it('are applied one at a time within a process: nothing is worked out that another overtakes', async () => {
    const store = await embeddedStore();
    let commits = 0;
    const counting = changed(store, {
      commit: (...args) => {
        commits += 1;
        return store.commit(...args);
      },
    });
    const { turns } = turnsOn(counting);
    await turns.process(delivery('start', START));
    await Promise.all(
      Array.from({ length: 20 }, (_, i) => turns.process(delivery(`${i}`, answer('need', '1')))),
    );
    expect(commits).toBe(21);
  });

  it('are not begun when they have waited too long: nothing of them is saved', async () => {
    const store = await embeddedStore();
    let now = 0;
    const slow = changed(store, {
      load: async (...args) => {
        const loaded = await store.load(...args);
        now += 1_501;
        return loaded;
      },
    });
    const { turns } = turnsOn(slow, () => now);
    const [first, second] = [turns.process(delivery('a', START)), turns.process(delivery('b', START))];
    expect([(await first).kind, (await second).kind]).toEqual(['applied', 'busy']);
    expect((await turns.process(delivery('b', START))).kind).toBe('applied');
  });

  it('give up honestly when others keep winning', async () => {
    const store = await embeddedStore();
    const losing = changed(store, { commit: async () => ({ kind: 'conflict' }) });
    expect(await turnsOn(losing).turns.process(delivery('a', START))).toEqual({ kind: 'busy' });
    expect((await store.load(KEY)).record).toBeUndefined();
  });
});

describe('a store that does not answer', () => {
  it('is told apart from a failed turn', async () => {
    const store = await embeddedStore();
    const silent = changed(store, { load: () => Promise.reject(new StoreUnavailable()) });
    expect(await turnsOn(silent).turns.process(delivery('a', START))).toEqual({ kind: 'unavailable' });
  });

  it('that has committed and lost its answer does not apply the turn twice', async () => {
    const store = await embeddedStore();
    await turnsOn(store).turns.process(delivery('start', START));
    const deaf = changed(store, {
      commit: async (...args) => {
        await store.commit(...args);
        throw new StoreUnavailable();
      },
    });
    expect(await turnsOn(deaf).turns.process(delivery('a', answer('need', '1')))).toEqual({
      kind: 'unavailable',
    });
    expect((await turnsOn(store).turns.process(delivery('a', answer('need', '1')))).kind).toBe('repeated');
  });
});

describe('where replies go', () => {
  it('to the log of the conversation, after what was heard', async () => {
    const store = await embeddedStore();
    await turnsOn(store).turns.process(delivery('a', START, { to: 'log', heard: {} }));
    const lines = (await store.readLog(KEY, undefined, 10)).map(({ value }) => readLine(value));
    expect(lines).toMatchObject([{ heard: {}, locale: 'fi', said: [{ kind: 'question' }] }]);
  });

  it('to the outbox with the address to send to, until acknowledged', async () => {
    const store = await embeddedStore();
    const outcome = await turnsOn(store).turns.process(
      delivery('a', START, { to: 'outbox', reference: 'there' }),
    );
    const { outbox } = await store.load(KEY);
    expect(outbox.map(({ value }) => JSON.parse(value).reference)).toEqual(['there']);
    await store.acknowledge(KEY, outcome.kind === 'applied' ? outcome.outboxIds : []);
    expect((await store.load(KEY)).outbox).toEqual([]);
  });
});

describe('erasing', () => {
  it('leaves nothing of the person, and says so', async () => {
    const store = await embeddedStore();
    const { turns } = turnsOn(store);
    const log = { to: 'log', heard: { text: 'salaisuus' } } as const;
    await turns.process(delivery('a', START, log));
    await turns.process(delivery('b', answer('need', '1'), log));
    await turns.process(delivery('c', press({ do: 'command', name: 'erase' }), log));
    const nonce = (await turns.recall(KEY))?.pending?.nonce ?? '';
    const outcome = await turns.process(
      delivery('d', press({ do: 'confirm', nonce, value: 'yes' }), { to: 'log' }),
    );
    expect(kinds(outcome)).toEqual(['notice']);
    expect((await turns.recall(KEY))?.runs).toEqual({});
    const lines = (await store.readLog(KEY, undefined, 100)).map(({ value }) => unpacked(value));
    const kept = JSON.stringify([await store.load(KEY), lines]);
    expect(kept).not.toContain('salaisuus');
    expect(kept).not.toContain('need');
  });
});

describe('a record that cannot be read', () => {
  it.each(['not json', '{}', '{"schema":99,"session":{}}'])(
    'is kept aside and the person starts over: %s',
    async broken => {
      const store = await embeddedStore();
      await store.commit(KEY, { expected: undefined, record: broken });
      const outcome = await turnsOn(store).turns.process(delivery('a', START));
      expect(
        'said' in outcome && outcome.said.map(({ reply }) => 'notice' in reply && reply.notice),
      ).toContain('started-over');
      expect(readRecord((await store.load(KEY)).record)).toMatchObject({ record: { aside: broken } });
    },
  );
});

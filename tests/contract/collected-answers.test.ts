/** Residents' answers through real turns on both stores: who sees what of them, from when on, and what stays after an erasure. */
import { describe, expect, it } from 'vitest';
import { sectionOf } from '../../src/assessment/outcome.ts';
import type { Reply } from '../../src/conversation/reply.ts';
import type { Store } from '../../src/store/port.ts';
import { createTurns } from '../../src/turns/create-turns.ts';
import type { Turns } from '../../src/turns/turns.ts';
import { shippedContext } from '../support/real-context.ts';
import { inputOf } from '../support/transcript.ts';
import { bothStores } from './both-stores.ts';

const DAY_MS = 86_400_000;
const SURVEY = 'resident-survey';
const OULU = '564';
const NOTHING_ELSE: Readonly<Record<string, string>> = {
  used: 'yes',
  possible: 'yes',
  finished: 'yes',
  easy: 'yes',
  obstacle: 'hard',
  missing: 'family',
  help: 'yes',
  asked: 'no',
};

const STORES = bothStores();

interface Town {
  readonly store: Store;
  readonly turns: Turns;
  readonly clock: { now: number };
  /** Does things one after the other in a conversation; what was said to the last. */
  does(conversation: string, ...what: readonly string[]): Promise<readonly Reply[]>;
  /** A resident's way from the first press to the result. */
  answers(conversation: string, given?: Readonly<Record<string, string>>, town?: string): Promise<void>;
  /** What an official of the municipality sees of the residents' answers. */
  seen(town?: string): Promise<{ used: number | undefined; n: readonly number[] } | undefined>;
  members(town?: string): Promise<number>;
}

function townOn(store: Store, mayContribute: () => boolean = () => true): Town {
  const clock = { now: 1_000_000 };
  const turns = createTurns({
    store,
    context: shippedContext,
    now: () => clock.now,
    collectedMs: 30 * DAY_MS,
    count: () => undefined,
  });
  let deliveries = 0;
  const one = async (conversation: string, what: string) => {
    clock.now += 10;
    deliveries += 1;
    const key = { channel: 'test', conversation };
    const session = (await turns.recall(key)) ?? { locale: 'fi' as const, serial: 0, misses: 0, runs: {} };
    const outcome = await turns.process({
      key,
      deliveryId: String(deliveries),
      locale: 'fi',
      input: inputOf(what, session),
      mayContribute,
      out: { to: 'caller' },
    });
    if (outcome.kind !== 'applied') throw new Error(`${what} was ${outcome.kind}`);
    return outcome.said.map(({ reply }) => reply);
  };
  const does: Town['does'] = async (conversation, ...what) => {
    let said: readonly Reply[] = [];
    for (const next of what) said = await one(conversation, next);
    return said;
  };
  const answers: Town['answers'] = async (conversation, given = {}, town = 'Oulu') => {
    await does(conversation, `[open ${SURVEY}]`, `[form municipality=${town}]`);
    for (;;) {
      const { pending } = (await turns.recall({ channel: 'test', conversation })) ?? {};
      if (pending?.kind !== 'step') break;
      await does(conversation, `[${given[pending.step] ?? NOTHING_ELSE[pending.step]}]`);
    }
    await does(conversation, '[/finish]');
  };
  const seen: Town['seen'] = async (town = 'Oulu') => {
    const said = await does(
      `official ${deliveries}`,
      '[open quick-check]',
      `[form municipality=${town}]`,
      '[/finish]',
    );
    const result = said.find(reply => reply.kind === 'result');
    const section = result && sectionOf(result.outcome, 'gathered');
    return section && { used: section.figures[0]?.shares[0]?.share, n: section.figures.map(({ n }) => n) };
  };
  const members: Town['members'] = async (town = OULU) =>
    (await store.gather(`answers\n${SURVEY}\n${town}`)).size;
  return { store, turns, clock, does, answers, seen, members };
}

describe.each(STORES)('residents’ answers on %s', (_, backendOf) => {
  async function inTown(work: (town: Town) => Promise<void>, mayContribute?: () => boolean): Promise<void> {
    const backend = backendOf();
    try {
      await work(townOn(await backend.open(), mayContribute));
    } finally {
      await backend.close();
    }
  }
  async function many(town: Town, from: number, to: number, given?: Readonly<Record<string, string>>) {
    for (let index = from; index <= to; index += 1) await town.answers(`resident ${index}`, given);
  }

  it('of nine are seen by nobody, of ten by officials of that municipality alone', () =>
    inTown(async town => {
      await many(town, 1, 8);
      await town.answers('resident 9', { used: 'no' });
      expect(await town.seen()).toBeUndefined();
      await town.answers('resident 10', { used: 'no' });
      expect(await town.seen()).toEqual({ used: 0.8, n: [10] });
      expect(await town.seen('Vaasa')).toBeUndefined();
      expect(await town.seen('')).toBeUndefined();
    }));

  it('count once a conversation, the last one of each, and not where the municipality was left open', () =>
    inTown(async town => {
      await many(town, 1, 9);
      for (const used of ['no', 'yes', 'no']) {
        await town.does('resident 1', '[/restart]', '[?yes]');
        await town.answers('resident 1', { used });
      }
      await town.answers('resident 10', {}, '');
      expect([await town.members(), await town.seen()]).toEqual([9, undefined]);
      await town.answers('resident 11');
      expect(await town.seen()).toEqual({ used: 0.9, n: [10] });
    }));

  it('move with the municipality', () =>
    inTown(async town => {
      await town.answers('resident 1');
      await town.answers('resident 1', {}, 'Vaasa');
      expect([await town.members(), await town.members('905')]).toEqual([1, 0]);
      await town.does('resident 1', '[/restart]', '[?yes]');
      expect(await town.members()).toBe(0);
      await town.answers('resident 1', {}, 'Vaasa');
      expect([await town.members(), await town.members('905')]).toEqual([0, 1]);
    }));

  it('are gone with an erasure, and what is seen goes with the tenth', () =>
    inTown(async town => {
      await many(town, 1, 10);
      expect((await town.seen())?.n).toEqual([10]);
      const kept = await town.turns.recall({ channel: 'test', conversation: 'resident 3' });
      const member = kept?.contributed?.[SURVEY]?.member ?? '';
      expect((await town.store.gather(`answers\n${SURVEY}\n${OULU}`)).has(member)).toBe(true);
      await town.does('resident 3', 'poista tietoni', '[?no]');
      expect(await town.members()).toBe(10);
      await town.does('resident 3', 'poista tietoni', '[?yes]');
      expect((await town.store.gather(`answers\n${SURVEY}\n${OULU}`)).has(member)).toBe(false);
      expect(await town.seen()).toBeUndefined();
      // Whoever adds one of their own afterwards does not learn by it what the one who left had said.
      await town.answers('resident 11', { used: 'no' });
      expect(await town.seen()).toBeUndefined();
    }));

  it('show a watcher nothing of the eleventh, nor of who leaves before the twentieth', () =>
    inTown(async town => {
      await many(town, 1, 10);
      const first = await town.seen();
      await town.answers('victim', { used: 'no' });
      expect(await town.seen()).toEqual(first);
      await many(town, 21, 28);
      expect(await town.seen()).toEqual(first);
      await town.does('victim', 'poista tietoni', '[?yes]');
      expect(await town.seen()).toEqual(first);
      await many(town, 29, 30);
      expect(await town.seen()).toEqual({ used: 1, n: [20] });
    }));

  it('fall off when they are old', () =>
    inTown(async town => {
      await many(town, 1, 10);
      town.clock.now += 31 * DAY_MS;
      expect(await town.seen()).toBeUndefined();
      await town.answers('resident 50');
      expect(await town.members()).toBe(1);
    }));

  it('are not added for whoever has added too many, and the result is shown all the same', () =>
    inTown(
      async town => {
        await town.answers('resident 1');
        expect(await town.members()).toBe(0);
      },
      () => false,
    ));
});

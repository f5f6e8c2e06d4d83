/** Results kept for years, through real turns on both stores: kept once, found by their code or their person, and gone for good. */
import { describe, expect, it } from 'vitest';
import { sectionOf } from '../../src/assessment/outcome.ts';
import type { Input } from '../../src/conversation/input.ts';
import type { Reply } from '../../src/conversation/reply.ts';
import { resumeCodeIn } from '../../src/conversation/resume-code.ts';
import type { Store } from '../../src/store/port.ts';
import { createTurns } from '../../src/turns/create-turns.ts';
import { createResumeCodes, keyOfCode } from '../../src/turns/resume-codes.ts';
import type { Delivery } from '../../src/turns/turns.ts';
import { shippedContext } from '../support/real-context.ts';
import { inputOf } from '../support/transcript.ts';
import { bothStores } from './both-stores.ts';

const DAY_MS = 86_400_000;
const YEAR_MS = 365 * DAY_MS;
const SECRET = 'salaisuus-vain-testeihin-0123456789';
const NAME = 'Oulun palvelut';
const AINO = 'hash-of-aino';

const STORES = bothStores();

const codes = createResumeCodes(() => [SECRET]);

/** What the code of a reply is shown as; empty where none is told. */
function codeIn(said: readonly Reply[]): string {
  const kept = said.find(reply => reply.kind === 'kept');
  return kept?.seed === undefined ? '' : (codes.shown('kept', { key: kept.key, seed: kept.seed }) ?? '');
}

/** People who talk with a bot that keeps results. */
function houseOn(store: Store, more: Partial<Pick<Delivery, 'person' | 'place' | 'mayGuess'>> = {}) {
  const clock = { now: 1_000_000 };
  const turnsOn = (on: Store) =>
    createTurns({
      store: on,
      context: shippedContext,
      now: () => clock.now,
      keptMs: 3 * YEAR_MS,
      codes,
      count: () => undefined,
    });
  const turns = turnsOn(store);
  let deliveries = 0;
  const deliver = (conversation: string, input: Input, deliveryId: string, on = turns) =>
    on.process({
      key: { channel: 'test', conversation },
      deliveryId,
      locale: 'fi',
      input,
      ...more,
      out: { to: 'caller' },
    });
  const says = async (conversation: string, what: string): Promise<readonly Reply[]> => {
    clock.now += 10;
    deliveries += 1;
    const session = (await turns.recall({ channel: 'test', conversation })) ?? {
      locale: 'fi' as const,
      serial: 0,
      misses: 0,
      runs: {},
    };
    const code = resumeCodeIn(what);
    const input: Input = code === undefined ? inputOf(what, session) : { kind: 'resume-code', code };
    const outcome = await deliver(conversation, input, String(deliveries));
    if (outcome.kind !== 'applied') throw new Error(`${what} was ${outcome.kind}`);
    return outcome.said.map(({ reply }) => reply);
  };
  const does = async (conversation: string, ...what: readonly string[]) => {
    let said: readonly Reply[] = [];
    for (const next of what) said = await says(conversation, next);
    return said;
  };
  /** The quick check with one answer, kept under a name where that is asked. */
  const round = (conversation: string, need: string) =>
    does(conversation, '[open quick-check]', 'ohita', `[${need}]`, '[/finish]');
  return { store, turns, turnsOn, clock, deliver, does, round };
}

/** The same store, whose commits go another way. */
function committing(store: Store, commit: Store['commit']): Store {
  return new Proxy(store, {
    get: (target, name) => {
      const found: unknown = Reflect.get(target, name);
      if (name === 'commit') return commit;
      return typeof found === 'function' ? found.bind(target) : found;
    },
  });
}

const kinds = (said: readonly Reply[]) =>
  said.map(reply => (reply.kind === 'notice' ? reply.notice : reply.kind)).join(' ');

describe.each(STORES)('kept results on %s', (_, backendOf) => {
  async function inHouse(
    work: (house: ReturnType<typeof houseOn>) => Promise<void>,
    more?: Parameters<typeof houseOn>[1],
  ): Promise<void> {
    const backend = backendOf();
    try {
      await work(houseOn(await backend.open(), more));
    } finally {
      await backend.close();
    }
  }

  it('comes back after a year in another conversation, by the code alone, and sees what rose', async () => {
    await inHouse(async ({ does, round, clock }) => {
      await round('first', 'no');
      expect(kinds(await does('first', 'säilytä tulos'))).toBe('keep-asked');
      const said = await does('first', NAME);
      expect(kinds(said)).toBe('kept');
      const code = codeIn(said);
      expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/);
      clock.now += YEAR_MS;
      const opened = await does('second', `koodi ${code.toLowerCase()}`);
      expect(opened).toMatchObject([
        { kind: 'kept-opened', name: NAME, dialogs: [{ dialog: 'quick-check' }] },
      ]);
      const result = (await round('second', 'yes')).find(reply => reply.kind === 'result');
      const change = result && sectionOf(result.outcome, 'change');
      expect(change?.answers).toMatchObject([{ key: 'need', before: 'no', now: 'yes', way: 'rose' }]);
      expect(result && sectionOf(result.outcome, 'trend')?.points).toHaveLength(2);
      // The second result is kept with the first, without another name or code.
      expect(await does('second', '[/keep]')).toMatchObject([{ kind: 'kept', name: NAME }]);
      expect(codeIn(await does('second', '[/keep]'))).toBe('');
      const [again] = await does('third', code);
      expect(again).toMatchObject({ dialogs: [{ trend: { points: [{}, {}] } }] });
    });
  });

  it('is nowhere in the store by its code, and the key opens nothing', async () => {
    await inHouse(async ({ does, round, store, turns }) => {
      await round('first', 'no');
      const code = codeIn(await does('first', '[/keep]', NAME));
      const record = await store.load({ channel: 'test', conversation: 'first' });
      expect(JSON.stringify(record)).not.toContain(code);
      const key = keyOfCode('kept', code);
      expect((await turns.kept(key))?.runs).toHaveLength(1);
      expect((await store.gather(`kept\n${key}`)).size).toBe(1);
      expect(kinds(await does('thief', `koodi ${key}`))).not.toContain('kept-opened');
      expect(keyOfCode('link', code)).not.toBe(key);
    });
  });

  it('a delivery that comes twice keeps once and has the same code, also where the first one crashed before its commit', async () => {
    await inHouse(async ({ does, round, deliver, store, turnsOn, turns }) => {
      await round('first', 'no');
      await does('first', '[/keep]');
      const dies = committing(store, () => Promise.reject(new Error('the process is gone')));
      const name = { kind: 'text', text: NAME } as const;
      await expect(deliver('first', name, 'the name', turnsOn(dies))).rejects.toThrow('gone');
      const outcomes = [await deliver('first', name, 'the name'), await deliver('first', name, 'the name')];
      const told = outcomes.map(outcome => ('said' in outcome ? outcome.said.map(({ reply }) => reply) : []));
      expect(outcomes.map(({ kind }) => kind)).toEqual(['applied', 'repeated']);
      expect(told[1]).toEqual(told[0]);
      const code = codeIn(told[0] ?? []);
      expect((await turns.kept(keyOfCode('kept', code)))?.runs).toHaveLength(1);
    });
  });

  it('what was kept for a turn that another one overtook is taken out again', async () => {
    await inHouse(async ({ does, round, deliver, store, turnsOn }) => {
      await round('first', 'no');
      await does('first', '[/keep]');
      let overtaken = false;
      const slow = committing(store, async (...given) => {
        if (!overtaken) {
          overtaken = true;
          await does('first', '[/erase]', '[?yes]');
        }
        return store.commit(...given);
      });
      const outcome = await deliver('first', { kind: 'text', text: NAME }, 'late', turnsOn(slow));
      expect(outcome.kind).toBe('applied');
      const { key } = codes.make('kept', {
        key: { channel: 'test', conversation: 'first' },
        deliveryId: 'late',
      });
      expect((await store.gather(`kept\n${key}`)).size).toBe(0);
    });
  });

  it('an erasure tells of it, and takes it or leaves it as the person says', async () => {
    await inHouse(async ({ does, round }) => {
      await round('first', 'no');
      const code = codeIn(await does('first', '[/keep]', NAME));
      const asked = await does('first', 'poista tietoni');
      expect(asked).toMatchObject([{ kind: 'confirm', what: 'erase', kept: [NAME] }]);
      expect(kinds(await does('first', 'kyllä'))).toBe('erased kept-stays');
      // Whoever has only the code can throw it away, too.
      expect(kinds(await does('second', code))).toBe('kept-opened');
      expect(kinds(await does('second', 'poista tietoni', '[?all]'))).toBe('erased');
      expect(kinds(await does('third', code))).toBe('kept-unknown');
    });
  });

  it('is thrown away by itself, and the conversation goes on', async () => {
    await inHouse(async ({ does, round }) => {
      await round('first', 'no');
      const code = codeIn(await does('first', '[/keep]', NAME));
      expect(await does('first', 'poista säilytetyt tulokset')).toMatchObject([
        { what: 'forget', kept: [NAME] },
      ]);
      expect(kinds(await does('first', 'ei'))).toContain('kept-as-is');
      expect(kinds(await does('first', '[/forget]', '[?yes]'))).toBe('kept-forgotten');
      expect(kinds(await does('second', code))).toBe('kept-unknown');
      expect(kinds(await does('first', '[/keep]'))).toBe('keep-asked');
    });
  });

  it('whoever the channel knows finds their own without a code, and nobody else’s', async () => {
    await inHouse(
      async ({ does, round }) => {
        await round('chat', 'no');
        expect(await does('chat', '[/keep]', NAME)).toMatchObject([{ kind: 'kept', mine: true }]);
        // Another conversation of the same person, after theirs is gone.
        expect(await does('later', 'säilytetyt tulokset')).toMatchObject([
          { kind: 'kept-opened', name: NAME },
        ]);
        await does('other', '[open quick-check]', 'ohita', '[yes]', '[/finish]');
        await does('other', '[/keep]', 'Toinen arvio');
        const [list] = await does('third', '[/kept]');
        expect(list).toMatchObject({ kind: 'kept-list' });
        expect(list?.kind === 'kept-list' && list.own.map(({ name }) => name).toSorted()).toEqual([
          NAME,
          'Toinen arvio',
        ]);
        const asked = await does('third', '[/erase]');
        expect(asked[0]?.kind === 'confirm' && asked[0].kept?.length).toBe(2);
        await does('third', '[?all]');
        expect(kinds(await does('fourth', '[/kept]'))).toBe('kept-give-code');
      },
      { person: AINO, place: 'personal' },
    );
    await inHouse(async ({ does }) => {
      expect(kinds(await does('stranger', '[/kept]'))).toBe('kept-give-code');
    });
  });

  it('in a group nobody’s own are found, and none become theirs', async () => {
    await inHouse(
      async ({ does, round, store }) => {
        await round('group', 'no');
        const [said] = await does('group', '[/keep]', NAME);
        expect(said).toMatchObject({ kind: 'kept' });
        expect(said).not.toHaveProperty('mine');
        expect((await store.gather(`kept-of\n${AINO}`)).size).toBe(0);
      },
      { person: AINO, place: 'group' },
    );
  });

  it('codes can be tried some times an hour in a conversation, and as the channel says', async () => {
    await inHouse(async ({ does, round }) => {
      await round('first', 'no');
      const code = codeIn(await does('first', '[/keep]', NAME));
      const wrong = code.startsWith('0') ? `1${code.slice(1)}` : `0${code.slice(1)}`;
      for (let tried = 0; tried < 10; tried += 1)
        expect(kinds(await does('guesser', wrong))).toBe('kept-unknown');
      expect(kinds(await does('guesser', code))).toBe('kept-too-many');
    });
    await inHouse(
      async ({ does, round }) => {
        await round('first', 'no');
        const code = codeIn(await does('first', '[/keep]', NAME));
        expect(kinds(await does('second', code))).toBe('kept-too-many');
      },
      { mayGuess: () => false },
    );
  });

  it('the result kept keeps its version and its rules, whatever is in force later', async () => {
    await inHouse(async ({ does, round, turns }) => {
      await round('first', 'no');
      const key = keyOfCode('kept', codeIn(await does('first', '[/keep]', NAME)));
      const [run] = (await turns.kept(key))?.runs ?? [];
      expect(run?.version).toBe(shippedContext.current('quick-check')?.version);
      expect(run?.answers).toMatchObject({ need: 'no' });
      expect(run && sectionOf(run.outcome, 'rules') !== undefined).toBe(
        run?.outcome.sections.some(({ kind }) => kind === 'rules'),
      );
      expect(run && sectionOf(run.outcome, 'standing')).toBeDefined();
    });
  });
});

it('without a secret that made it a code is told no more, and with an older one it still is', () => {
  const delivery = { key: { channel: 'c', conversation: 'd' }, deliveryId: 'e' };
  const made = codes.make('kept', delivery);
  expect(codes.make('kept', delivery)).toEqual(made);
  expect(codes.make('kept', { ...delivery, deliveryId: 'f' })).not.toEqual(made);
  const code = codes.shown('kept', made);
  expect(code).toBeDefined();
  const newer = createResumeCodes(() => ['another-secret-of-at-least-32-signs', SECRET]);
  expect(newer.shown('kept', made)).toBe(code);
  expect(
    createResumeCodes(() => ['another-secret-of-at-least-32-signs']).shown('kept', made),
  ).toBeUndefined();
});

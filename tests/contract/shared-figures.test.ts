/** Municipalities' figures through real turns on both stores: shared by a yes alone, public of nine, and out at a word. */
import { describe, expect, it } from 'vitest';
import type { Peers } from '../../src/assessment/peers.ts';
import type { Reply } from '../../src/conversation/reply.ts';
import { resumeCodeIn } from '../../src/conversation/resume-code.ts';
import { keptFileOf } from '../../src/saving/kept-file.ts';
import type { Store } from '../../src/store/port.ts';
import { createTurns } from '../../src/turns/create-turns.ts';
import { createResumeCodes, keyOfCode } from '../../src/turns/resume-codes.ts';
import { shippedContext } from '../support/real-context.ts';
import { inputOf } from '../support/transcript.ts';
import { bothStores } from './both-stores.ts';

const YEAR_MS = 365 * 86_400_000;
const CELL = 'peers\nquick-check\nunder-5000 rural';

const STORES = bothStores();

const PHASES = `[form ${[
  'application',
  'initiation',
  'handling',
  'decision',
  'invoicing',
  'archiving',
  'supervision',
]
  .map(phase => `phase-${phase}=manual`)
  .join(' ')}]`;

const codes = createResumeCodes(() => ['salaisuus-vain-testeihin-0123456789']);

type More = { readonly person?: string; readonly mayShare?: () => boolean };

/** Municipalities that talk with a bot that keeps results. */
function countryOn(store: Store) {
  const clock = { now: 1_000_000 };
  const turns = createTurns({
    store,
    context: shippedContext,
    now: () => clock.now,
    keptMs: 3 * YEAR_MS,
    codes,
    count: () => undefined,
  });
  let deliveries = 0;
  const says = async (conversation: string, what: string, more: More): Promise<readonly Reply[]> => {
    clock.now += 10;
    deliveries += 1;
    const key = { channel: 'test', conversation };
    const session = (await turns.recall(key)) ?? { locale: 'fi' as const, serial: 0, misses: 0, runs: {} };
    const code = resumeCodeIn(what);
    const outcome = await turns.process({
      key,
      deliveryId: String(deliveries),
      locale: 'fi',
      input: code === undefined ? inputOf(what, session) : { kind: 'resume-code', code },
      mayShare: () => true,
      ...more,
      out: { to: 'caller' },
    });
    if (outcome.kind !== 'applied') throw new Error(`${what} was ${outcome.kind}`);
    return outcome.said.map(({ reply }) => reply);
  };
  const does = async (conversation: string, what: readonly string[], more: More = {}) => {
    let said: readonly Reply[] = [];
    for (const next of what) said = await says(conversation, next, more);
    return said;
  };
  /** The quick check of the whole municipality, with every question of the first stair answered alike; then kept. */
  const keeps = async (conversation: string, answer: string, more: More = {}, town = 'Hailuoto') => {
    await does(conversation, ['[open quick-check]', `[form municipality=${town} judged=whole]`], more);
    const stair = Array.from({ length: 6 }, () => `[${answer}]`);
    await does(conversation, [...stair, '[no]', '[no]', 'ohita', PHASES], more);
    await does(conversation, ['[/finish]', '[/keep]'], more);
    return does(conversation, ['Kunta'], more);
  };
  const shares = (conversation: string, more: More = {}) =>
    does(conversation, ['vertaa muihin kuntiin', 'väkiluku alle 5 000', 'kyllä'], more);
  return { store, turns, clock, does, keeps, shares };
}

type Country = ReturnType<typeof countryOn>;

const kinds = (said: readonly Reply[]) =>
  said.map(reply => (reply.kind === 'notice' ? reply.notice : reply.kind)).join(' ');

const seenIn = (said: readonly Reply[]): Peers['beside'] | undefined =>
  said.flatMap(reply => (reply.kind === 'compared' ? [reply.peers.beside] : []))[0];

describe.each(STORES)('shared figures on %s', (_, backendOf) => {
  async function inCountry(work: (country: Country) => Promise<void>): Promise<void> {
    const backend = backendOf();
    try {
      await work(countryOn(await backend.open()));
    } finally {
      await backend.close();
    }
  }
  const members = async ({ store }: Country) => (await store.gather(CELL)).size;

  it('are asked for, told one by one, and added at a yes alone', () =>
    inCountry(async country => {
      const { does, keeps } = country;
      expect(kinds(await does('first', ['vertaa muihin kuntiin']))).toBe('compare-keep-first');
      await keeps('first', 'yes');
      // The group is known by the municipality; how many live there is asked.
      expect(await does('first', ['[/compare]'])).toMatchObject([
        { asks: 'size', class: { group: 'rural' } },
      ]);
      const asked = await does('first', ['väkiluku alle 5 000']);
      expect(asked).toMatchObject([{ asks: 'share', figures: { stair: 1 } }]);
      expect(await does('first', ['ei'])).toMatchObject([{ kind: 'compared', sharing: 'off' }]);
      expect(await members(country)).toBe(0);
      expect(await country.shares('first')).toMatchObject([{ kind: 'compared', sharing: 'begun' }]);
      expect(await members(country)).toBe(1);
    }));

  it('bear a random name and the levels, and lead to nobody', () =>
    inCountry(async country => {
      const said = await country.keeps('first', 'yes');
      await country.shares('first');
      const [[name, value] = ['', '']] = await country.store.gather(CELL);
      expect(name).toMatch(/^[\w-]{22}$/);
      expect(JSON.parse(value)).toEqual({
        schema: 1,
        figures: { stair: { level: 1, since: expect.any(Number) } },
      });
      // What is kept leads there, for whoever takes it along.
      const [kept] = said;
      const key = kept?.kind === 'kept' ? kept.key : '';
      const found = await country.turns.kept(key);
      expect(found?.shared).toMatchObject([{ dialog: 'quick-check', member: name }]);
      expect(found && keptFileOf(found)).toMatchObject({
        sharedWithOthers: [{ dialog: 'quick-check', size: 'under-5000', group: 'rural' }],
      });
      expect(found && JSON.stringify(keptFileOf(found))).not.toContain(name);
    }));

  it('are public of nine, of all alike, and stand still whoever comes, changes or leaves', () =>
    inCountry(async country => {
      const { keeps, shares, does } = country;
      for (let index = 1; index <= 9; index += 1) {
        await keeps(`town ${index}`, index <= 4 ? 'no' : 'yes');
        expect(seenIn(await shares(`town ${index}`))).toEqual([]);
      }
      const seen = seenIn(await does('town 1', ['[/compare]']));
      expect(seen?.map(({ of }) => of)).toEqual(['under-5000', 'rural']);
      expect(seen?.[0]?.rows).toEqual([{ figure: 'stair', own: 0, n: 9, low: 0, median: 1, high: 1 }]);
      await keeps('late', 'no');
      await shares('late');
      const later = seenIn(await does('late', ['[/compare]']));
      expect(later?.[0]?.rows).toEqual(seen?.[0]?.rows);
      expect(kinds(await does('town 9', ['lopeta lukujen jakaminen']))).toBe('compare-stopped');
      expect(await members(country)).toBe(9);
      expect(seenIn(await does('late', ['[/compare]']))?.[0]?.rows).toEqual(seen?.[0]?.rows);
      expect(kinds(await does('town 9', ['[/uncompare]']))).toBe('compare-not-shared');
      // Fewer than nine are left: nothing is shown any more.
      await does('town 8', ['[/uncompare]']);
      expect(seenIn(await does('late', ['[/compare]']))).toEqual([]);
    }));

  it('are replaced by those of the next kept result, in the one place', () =>
    inCountry(async country => {
      await country.keeps('first', 'no');
      await country.shares('first');
      await country.does('first', ['[/restart]', '[?yes]']);
      await country.keeps('first', 'yes');
      expect(await country.does('first', ['[/compare]'])).toMatchObject([{ sharing: 'on' }]);
      const values = [...(await country.store.gather(CELL)).values()];
      expect(values.map(value => JSON.parse(value).figures.stair.level)).toEqual([1]);
    }));

  it('go with what is kept, be it thrown away by its code or with an erasure', () =>
    inCountry(async country => {
      const said = await country.keeps('first', 'yes');
      await country.shares('first');
      const [kept] = said;
      const code =
        kept?.kind === 'kept' && kept.seed ? codes.shown('kept', { key: kept.key, seed: kept.seed }) : '';
      // An erasure of the conversation alone leaves them with the results, for whoever has the code.
      await country.does('first', ['[/erase]', '[?yes]']);
      expect(await members(country)).toBe(1);
      await country.does('second', [code ?? '', '[/forget]', '[?yes]']);
      expect(await members(country)).toBe(0);
      expect((await country.store.gather(`kept\n${keyOfCode('kept', code ?? '')}`)).size).toBe(0);
      await country.keeps('third', 'yes');
      await country.shares('third');
      await country.does('third', ['[/erase]', '[?all]']);
      expect(await members(country)).toBe(0);
    }));

  it('are taken of whom the channel lets, and of one person four at most', () =>
    inCountry(async country => {
      const never = { mayShare: () => false };
      await country.keeps('first', 'yes', never);
      expect(kinds(await country.shares('first', never))).toBe('compare-too-many');
      expect(await members(country)).toBe(0);
      const aino = { person: 'hash-of-aino' };
      for (let index = 1; index <= 4; index += 1) {
        await country.keeps(`chat ${index}`, 'yes', aino);
        expect(kinds(await country.shares(`chat ${index}`, aino))).toBe('compared');
      }
      await country.keeps('chat 5', 'yes', aino);
      expect(kinds(await country.shares('chat 5', aino))).toBe('compare-too-many');
      expect(await members(country)).toBe(4);
    }));

  it('fall off after the time that results are kept', () =>
    inCountry(async country => {
      for (let index = 1; index <= 9; index += 1) {
        await country.keeps(`town ${index}`, 'yes');
        await country.shares(`town ${index}`);
      }
      country.clock.now += 3 * YEAR_MS;
      await country.keeps('late', 'yes');
      await country.shares('late');
      expect(await members(country)).toBe(1);
      expect(seenIn(await country.does('late', ['[/compare]']))).toEqual([]);
    }));
});

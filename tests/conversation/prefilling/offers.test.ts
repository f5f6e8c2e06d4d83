/** What of a register's findings is offered: part by part, a page at a time, and nothing that a person has settled. */
import { describe, expect, it } from 'vitest';
import type { Answers } from '../../../src/assessment/answers.ts';
import type { Prefilled } from '../../../src/assessment/prefilled.ts';
import type { Found, Offer, OtherService } from '../../../src/conversation/prefilling/found.ts';
import {
  entriesFor,
  nextOffered,
  openEntries,
  openOffers,
  stateOf,
  statesOf,
} from '../../../src/conversation/prefilling/offers.ts';
import { FOUND, PARKING, PLOTS, WATER } from '../../conversations/prefilling-chat.ts';

const prefilled = (more: Partial<Prefilled> = {}): Prefilled => ({
  ...{ municipality: '091', day: '2026-11-28', sources: {}, ways: {}, decided: [] },
  ...more,
});
const run = (answers: Answers = {}, more: Partial<Prefilled> = {}) => ({
  answers,
  prefilled: prefilled(more),
});
const STATUS = 'environment.parking.status';
const APPLICATION = 'environment.parking.application';
const TAKEN = { [STATUS]: 'inuse', [APPLICATION]: 'full' };
const FROM_REGISTER = { [STATUS]: '2026-11-28', [APPLICATION]: '2026-11-28' };

describe('one offer', () => {
  const open = (answers: Answers, sources: Prefilled['sources'] = {}) =>
    openEntries(run(answers, { sources }), PARKING.entries).map(({ key }) => key);

  it.each<[what: string, answers: Answers, sources: Prefilled['sources'], keys: readonly string[]]>([
    ['nothing answered', {}, {}, [STATUS, APPLICATION]],
    ['answered so by the person', TAKEN, {}, []],
    ['answered so from the register', TAKEN, FROM_REGISTER, []],
    ['its state answered so', { [STATUS]: 'inuse' }, {}, [APPLICATION]],
    ['its state answered otherwise', { [STATUS]: 'planned' }, {}, []],
    // What came from the register and is told otherwise by now is offered again.
    [
      'its state taken before, when it was another',
      { [STATUS]: 'none' },
      FROM_REGISTER,
      [STATUS, APPLICATION],
    ],
    ['its phase answered otherwise', { ...TAKEN, [APPLICATION]: 'manual' }, {}, []],
    ['its phase taken before', { ...TAKEN, [APPLICATION]: 'manual' }, FROM_REGISTER, [APPLICATION]],
  ])('with %s', (_what, answers, sources, keys) => {
    expect(open(answers, sources)).toEqual(keys);
  });

  it('of nothing is none, whatever was looked into', () => {
    expect(openEntries(run(), [])).toEqual([]);
    expect(openEntries({ answers: {} }, PARKING.entries)).toEqual(PARKING.entries);
  });

  it('that was decided, or has nothing open, is left out of several', () => {
    const offers = [PARKING, WATER];
    expect(openOffers(run(TAKEN), offers)).toEqual([WATER]);
    expect(openOffers(run({}, { decided: ['environment.parking'] }), offers)).toEqual([WATER]);
    expect(openOffers({ answers: {} }, offers)).toEqual(offers);
    expect(openOffers(run({ [STATUS]: 'inuse' }), [PARKING])).toEqual([
      { ...PARKING, entries: [{ key: APPLICATION, value: 'full' }] },
    ]);
  });
});

describe('the next card', () => {
  const [palstat, kino] = FOUND.others;

  it('has the sure ones first, then those to be looked at, then the others', () => {
    const sure = FOUND.sure.map(({ item }) => item);
    expect(nextOffered(run(), FOUND)).toEqual({ part: 'sure', offers: FOUND.sure, others: [], left: 0 });
    const unsure = nextOffered(run({}, { decided: sure }), FOUND);
    expect(unsure).toEqual({ part: 'unsure', offers: [PLOTS], others: [], left: 0 });
    const decided = [...sure, PLOTS.item];
    expect(nextOffered(run({}, { decided }), FOUND)).toEqual({
      ...{ part: 'others', offers: [], others: FOUND.others, left: 0 },
    });
    const one = nextOffered(run({}, { decided: [...decided, palstat?.id ?? ''] }), FOUND);
    expect(one?.others).toEqual([kino]);
    const all = [...decided, ...FOUND.others.map(({ id }) => id)];
    expect(nextOffered(run({}, { decided: all }), FOUND)).toBeUndefined();
    expect(nextOffered({ answers: {} }, { ...FOUND, sure: [], unsure: [] })?.part).toBe('others');
  });

  const many = (count: number): Offer[] =>
    Array.from({ length: count }, (_, at) => ({
      ...PARKING,
      item: `work.own-${at}`,
      entries: [{ key: `work.own-${at}.status`, value: 'inuse' }],
    }));
  const services = (count: number): OtherService[] =>
    Array.from({ length: count }, (_, at) => ({
      ...{ id: `id-${at}`, name: `Palvelu ${at}`, under: 'work', ways: [], entries: [] },
    }));
  const found = (more: Partial<Found>): Found => ({ ...FOUND, sure: [], unsure: [], others: [], ...more });

  it.each<[what: string, of: Partial<Found>, shown: number, left: number]>([
    ['all the sure ones', { sure: many(60) }, 60, 0],
    ['twelve to be looked at', { unsure: many(12) }, 12, 0],
    ['twelve of more', { unsure: many(15) }, 12, 3],
    ['twenty others', { others: services(20) }, 20, 0],
    ['twenty of more', { others: services(21) }, 20, 1],
  ])('has %s', (_what, of, shown, left) => {
    const card = nextOffered(run(), found(of));
    expect([(card?.offers.length ?? 0) + (card?.others.length ?? 0), card?.left]).toEqual([shown, left]);
  });
});

it.each([
  ['full', [STATUS, 'inuse'], [APPLICATION, 'full']],
  ['partial', [STATUS, 'inuse'], [APPLICATION, 'partial']],
  ['manual', [STATUS, 'inuse'], [APPLICATION, 'manual']],
  ['inuse', [STATUS, 'inuse']],
  ['planned', [STATUS, 'planned']],
  ['none', [STATUS, 'none']],
])('the word %s stands for its answers, and they for it', (state, ...pairs) => {
  const entries = pairs.map(([key, value]) => ({ key, value }));
  expect(entriesFor('environment.parking', state)).toEqual(entries);
  expect(stateOf(entries)).toBe(state);
});

it('no answers are no state', () => {
  expect(stateOf([])).toBe('');
});

it.each<[what: string, values: Readonly<Record<string, string>>, states: readonly string[]]>([
  ['applied for', { status: 'inuse', application: 'full' }, ['full', 'partial', 'manual']],
  ['in use without applying', { status: 'inuse' }, ['inuse']],
  ['not digital yet', { status: 'none' }, ['full', 'partial', 'manual']],
])('what is %s can be changed to', (_what, values, states) => {
  const entries = Object.entries(values).map(([field, value]) => ({ key: `work.x.${field}`, value }));
  expect(statesOf({ ...PARKING, entries })).toEqual([...states, 'planned', 'none', 'outside']);
});

/** Figures of municipalities side by side: tried as four would who share, change and subtract. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Published } from '../../src/assessment/collecting.ts';
import type { Outcome } from '../../src/assessment/outcome.ts';
import { cellOf, type PeerClass, sizeOf } from '../../src/assessment/peer-class.ts';
import {
  FEWEST_OTHERS,
  figuresOf,
  MOST_ALLIES,
  PEER_STEP,
  type PeerMember,
  peersOf,
  publishPeers,
  replacing,
} from '../../src/assessment/peers.ts';

const LEVELS = 6;
const CLASSES: readonly PeerClass[] = [
  { size: 'under-5000', group: 'rural' },
  { size: 'under-5000', group: 'semi-urban' },
  { size: 'under-20000', group: 'rural' },
];
const EVERY_CLASS: readonly PeerClass[] = [...CLASSES, { size: 'under-20000', group: 'semi-urban' }];

/** Somebody shares a level in the place of their earlier one, or takes theirs out. */
interface Act {
  readonly who: number;
  readonly cell: number;
  readonly level: number;
  readonly does: 'share' | 'leave';
}

/** The first four act together. Whoever left comes back under another name, as in the store. */
const isAlly = (who: number) => who < MOST_ALLIES;

interface Counted {
  readonly cell: string;
  readonly contributions: ReadonlySet<string>;
}

/** What all see after each act, what each making counted, and which acts of others were ever counted. */
function run(acts: readonly Act[]) {
  const cells = new Map(CLASSES.map(own => [cellOf(own), new Map<string, PeerMember>()]));
  const published = new Map<string, Published>();
  const names = new Map<number, { readonly cell: string; readonly name: string }>();
  const seen: string[] = [];
  const makings: Counted[] = [];
  acts.forEach(({ who, cell: at, level, does }, index) => {
    const now = index + 1;
    const standing = names.get(who);
    const home = CLASSES[at % CLASSES.length];
    const cell = standing?.cell ?? (home ? cellOf(home) : '');
    const members = cells.get(cell) ?? new Map<string, PeerMember>();
    const name = standing?.name ?? `${who} from ${now}`;
    if (does === 'leave') {
      members.delete(name);
      names.delete(who);
    } else {
      const before = members.get(name) ?? { figures: {} };
      members.set(name, replacing(before, { stair: level }, now));
      names.set(who, { cell, name });
    }
    const before = published.get(cell) ?? {};
    const after = publishPeers(members.values(), before);
    if ((after.stair?.at ?? 0) > (before.stair?.at ?? 0))
      makings.push({ cell, contributions: contributionsIn(members) });
    published.set(cell, after);
    seen.push(JSON.stringify(EVERY_CLASS.map(own => peersOf(own, { stair: 0 }, published).beside)));
  });
  return { seen, makings };
}

/** Each by whom it is and when it was made. */
function contributionsIn(members: ReadonlyMap<string, PeerMember>): Set<string> {
  return new Set([...members].map(([name, { figures }]) => `${name} at ${figures.stair?.since}`));
}

function ofOthers(contributions: Iterable<string>): string[] {
  return [...contributions].filter(one => !isAlly(Number(one.split(' ')[0])));
}

const act = fc.record<Act>({
  who: fc.oneof({ weight: 1, arbitrary: fc.nat(MOST_ALLIES - 1) }, { weight: 3, arbitrary: fc.nat(50) }),
  cell: fc.nat(CLASSES.length - 1),
  level: fc.nat(LEVELS - 1),
  does: fc.oneof(
    { weight: 6, arbitrary: fc.constant('share' as const) },
    { weight: 1, arbitrary: fc.constant('leave' as const) },
  ),
});
const acts = fc.array(act, { minLength: 40, maxLength: 160 });

describe('four who act together, in any order', () => {
  it('see every figure counted of at least five others, none of whose contributions was counted before', () => {
    let makings = 0;
    fc.assert(
      fc.property(acts, all => {
        const counted = new Map<string, Set<string>>();
        for (const { cell, contributions } of run(all).makings) {
          const before = counted.get(cell) ?? new Set<string>();
          const fresh = ofOthers(contributions).filter(one => !before.has(one));
          expect(fresh.length).toBeGreaterThanOrEqual(FEWEST_OTHERS);
          counted.set(cell, new Set([...before, ...contributions]));
          makings += 1;
        }
      }),
      { numRuns: 150 },
    );
    expect(makings).toBeGreaterThan(100);
  });

  it('see the same, whatever stands at the others that no making counts', () => {
    let hidden = 0;
    const two = fc.tuple(acts, fc.array(fc.nat(LEVELS - 1), { minLength: 160, maxLength: 160 }));
    fc.assert(
      fc.property(two, ([all, others]) => {
        const { seen, makings } = run(all);
        const counted = new Set(
          makings
            .flatMap(({ contributions }) => ofOthers(contributions))
            .map(one => Number(one.split(' ').at(-1))),
        );
        const otherwise = all.map((one, index) => {
          const level = others[index] ?? 0;
          const isHidden = one.does === 'share' && !isAlly(one.who) && !counted.has(index + 1);
          return isHidden && isAChange(all, index, level) ? { ...one, level } : one;
        });
        hidden += otherwise.filter((one, index) => one.level !== all[index]?.level).length;
        expect(run(otherwise).seen).toEqual(seen);
      }),
      { numRuns: 150 },
    );
    expect(hidden).toBeGreaterThan(1000);
  });
});

/** Whether somebody changes theirs by this act and by their next one, with this level as with their own. */
function isAChange(all: readonly Act[], index: number, level: number): boolean {
  const act = all[index];
  const own = (of: readonly Act[]) => of.filter(({ who }) => who === act?.who);
  const beside = [own(all.slice(0, index)).at(-1), own(all.slice(index + 1))[0]];
  return beside.every(one => one?.does !== 'share' || (one.level !== level && one.level !== act?.level));
}

it.each([
  [4999, 'under-5000'],
  [5000, 'under-20000'],
  [19_999, 'under-20000'],
  [20_000, 'under-50000'],
  [49_999, 'under-50000'],
  [50_000, 'over-50000'],
])('of %i inhabitants is %s', (inhabitants, size) => {
  expect(sizeOf(inhabitants)).toBe(size);
});

describe('what a result adds', () => {
  const compares = { by: 'municipality', whole: { judged: 'whole' } };
  const standing = (coverage: number): Outcome['sections'] => [
    {
      kind: 'standing',
      stair: { low: 2, high: 3 },
      of: 4,
      coverage,
      provisional: false,
      provisionalBelow: 0.5,
      progress: 0,
      holding: [],
      smallestLift: [],
      notApplicable: [],
    },
  ];
  const profile = (unit: string, low: number, coverage = 1): Outcome['sections'][number] => ({
    kind: 'profile',
    of: 5,
    unit: { list: 'sectors', id: unit },
    axes: [
      { item: { list: 'perspectives', id: 'strategy' }, level: { low, high: 5 }, coverage },
      { item: { list: 'perspectives', id: 'own', name: 'Oma' }, level: { low: 1, high: 1 }, coverage: 1 },
    ],
  });

  it.each([
    ['the stair that is reached for certain', { judged: 'whole' }, standing(0.9), { stair: 2 }],
    ['also where it was not said what is judged', {}, standing(0.9), { stair: 2 }],
    ['nothing of an area alone', { judged: 'work' }, standing(0.9), undefined],
    ['what half the answers are enough for', {}, standing(0.5), { stair: 2 }],
    ['nothing where less than half is answered', {}, standing(0.49), undefined],
    ['nothing where there is nothing to compare', {}, [], undefined],
  ])('is %s', (_, answers, sections, figures) => {
    expect(figuresOf(compares, answers, { sections })).toEqual(figures);
  });

  it('is of the unit that is the whole, without axes of people’s own', () => {
    const of = { by: 'municipality', whole: {}, unit: 'whole' };
    const sections = [profile('education', 1), profile('whole', 3)];
    expect(figuresOf(of, {}, { sections })).toEqual({ 'perspectives.strategy': 3 });
    expect(figuresOf(of, {}, { sections: [profile('education', 1)] })).toBeUndefined();
    expect(figuresOf(of, {}, { sections: [profile('whole', 3, 0.5)] })).toEqual({
      'perspectives.strategy': 3,
    });
    expect(figuresOf(of, {}, { sections: [profile('whole', 3, 0.4)] })).toBeUndefined();
    const empty = { ...profile('whole', 3), axes: [] } as const;
    expect(figuresOf(of, {}, { sections: [empty] })).toBeUndefined();
    // Where units are not told apart, it is of whatever profile there is.
    expect(figuresOf({ by: 'municipality', whole: {} }, {}, { sections: [profile('north', 2)] })).toEqual({
      'perspectives.strategy': 2,
    });
  });

  it('is nothing of several areas that were judged one by one', () => {
    const areas = { kind: 'areas', input: 'judged', rows: [], whole: { low: 1, high: 1 } } as const;
    expect(figuresOf(compares, {}, { sections: [...standing(0.9), areas] })).toBeUndefined();
  });
});

describe('what is shown', () => {
  const [own] = CLASSES;
  const levels = (...all: readonly number[]) =>
    all.map((level, index) => replacing({ figures: {} }, { stair: level }, index + 1));
  const seenOf = (members: readonly PeerMember[], cell: PeerClass | undefined = own) =>
    own && cell
      ? peersOf(own, { stair: 2 }, new Map([[cellOf(cell), publishPeers(members, {})]])).beside
      : [];

  it('is nothing of eight, and of nine the quartiles, for the size and for the group', () => {
    expect(PEER_STEP).toBe(9);
    expect(seenOf(levels(4, 1, 3, 0, 2, 1, 4, 3))).toEqual([]);
    // In order: 0 1 1 2 2 3 3 4 4; the third, the fifth and the seventh.
    const rows = [{ figure: 'stair', own: 2, n: 9, low: 1, median: 2, high: 3 }];
    expect(seenOf(levels(4, 1, 3, 0, 2, 1, 4, 3, 2))).toEqual([
      { of: 'under-5000', rows },
      { of: 'rural', rows },
    ]);
  });

  it('of another size in the same group is seen as the group’s alone', () => {
    expect(seenOf(levels(1, 1, 1, 1, 1, 1, 1, 1, 1), CLASSES[2]).map(({ of }) => of)).toEqual(['rural']);
    expect(seenOf(levels(1, 1, 1, 1, 1, 1, 1, 1, 1), EVERY_CLASS[3])).toEqual([]);
  });

  it('goes when fewer than nine are left, and comes again only with nine new ones', () => {
    const nine = levels(1, 1, 1, 1, 1, 1, 1, 1, 1);
    const first = publishPeers(nine, {});
    const fewer = publishPeers(nine.slice(1), first);
    expect(fewer.stair?.n).toBe(0);
    const later = (count: number) =>
      Array.from({ length: count }, (_, index) => replacing({ figures: {} }, { stair: 4 }, 20 + index));
    expect(publishPeers([...nine.slice(1), ...later(8)], fewer).stair?.n).toBe(0);
    expect(publishPeers([...nine.slice(1), ...later(9)], fewer).stair?.n).toBe(17);
  });

  it('does not move with nine who share the same again', () => {
    const nine = levels(1, 2, 3, 1, 2, 3, 1, 2, 3);
    const first = publishPeers(nine, {});
    const again = nine.map(one => replacing(one, { stair: one.figures.stair?.level ?? 0 }, 50));
    expect(publishPeers([...again, ...levels(4)], first)).toEqual(first);
  });
});

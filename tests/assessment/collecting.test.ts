/** What of many people's answers becomes public, and when: tried as somebody would who wants to know about one of them. */
import { describe, expect, it } from 'vitest';
import {
  type Collected,
  contributionOf,
  FEWEST,
  gatheredSection,
  type Published,
  publish,
} from '../../src/assessment/collecting.ts';
import { wilson } from '../../src/assessment/wilson.ts';

const FIGURES = [
  { id: 'rate', input: 'used', of: ['yes', 'partly', 'no'], counts: ['yes'] },
  { id: 'obstacles', input: 'obstacle', of: ['hard', 'sign-in', 'person'] },
];
const COLLECTS = { by: 'place', figures: FIGURES, shown: {} };

/** Members one a millisecond, from `first` on. */
function members(answers: readonly Readonly<Record<string, string>>[], first = 1): Collected[] {
  return answers.map((given, index) => ({ since: first + index, answers: given }));
}
const used = (...values: string[]) => values.map(value => ({ used: value }));
const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);

describe('Wilson’s 95 % interval', () => {
  // Worked by hand from (p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n), z = 1.95996.
  it.each([
    [0, 10, 0, 0.2775],
    [1, 10, 0.0179, 0.4042],
    [5, 10, 0.2366, 0.7634],
    [8, 10, 0.4902, 0.9433],
    [10, 10, 0.7225, 1],
    [81, 100, 0.7222, 0.8749],
    [85, 100, 0.7672, 0.9069],
    [263, 500, 0.4822, 0.5694],
  ])('%i of %i is %f–%f', (k, n, low, high) => {
    const interval = wilson(k, n);
    expect(interval.low).toBeCloseTo(low, 3);
    expect(interval.high).toBeCloseTo(high, 3);
  });

  it.each([10, 11, 37, 1000])('stays within 0–1 around its share, for every k of %i', n => {
    for (let k = 0; k <= n; k += 1) {
      const { low, high } = wilson(k, n);
      expect([0 <= low, low <= k / n, k / n <= high, high <= 1]).toEqual([true, true, true, true]);
    }
  });
});

describe('what a conversation adds', () => {
  it.each([
    [
      { place: '564', used: 'no', obstacle: 'hard' },
      { group: '564', answers: { used: 'no', obstacle: 'hard' } },
    ],
    // What is not counted is not kept either.
    [
      { place: '564', used: 'yes', obstacle: 'unknown', note: 'x' },
      { group: '564', answers: { used: 'yes' } },
    ],
    [{ used: 'yes' }, undefined],
    [{ place: '564', used: 'unknown' }, undefined],
    [{ place: '564' }, undefined],
  ])('%j', (answers, added) => {
    expect(contributionOf(COLLECTS, answers)).toEqual(added);
  });
});

describe('figures', () => {
  it('of nine are nothing, of ten are shown', () => {
    expect(publish(FIGURES, members(used(...times(9, 'yes'))), {})).toEqual({});
    expect(publish(FIGURES, members(used(...times(8, 'yes'), 'no', 'partly')), {})).toEqual({
      rate: { at: 10, n: 10, counts: { yes: 8, partly: 1, no: 1 } },
    });
  });

  it('are each of those who answered that very question', () => {
    const ten = [...used(...times(4, 'yes')), ...times(6, { used: 'no', obstacle: 'hard' })];
    expect(Object.keys(publish(FIGURES, members(ten), {}))).toEqual(['rate']);
  });

  it('fall off with the answers, and come back with ten new ones alone', () => {
    const ten = members(used(...times(10, 'yes')));
    const first = publish(FIGURES, ten, {});
    const fewer = publish(FIGURES, ten.slice(1), first);
    expect(fewer.rate?.n).toBe(0);
    const again = publish(FIGURES, [...ten.slice(1), ...members(used('no'), 20)], fewer);
    expect(again.rate?.n).toBe(0);
    const renewed = publish(FIGURES, [...ten.slice(1), ...members(used(...times(10, 'no')), 20)], again);
    expect(renewed.rate).toMatchObject({ n: 19, counts: { yes: 9, no: 10 } });
  });
});

describe('somebody who wants to know about one', () => {
  const ten = members(used(...times(5, 'yes'), ...times(5, 'no')));
  const first = publish(FIGURES, ten, {});

  it('and waits for the eleventh sees nothing change until there are twenty', () => {
    for (let more = 1; more < FEWEST; more += 1)
      expect(publish(FIGURES, [...ten, ...members(used(...times(more, 'no')), 100)], first)).toEqual(first);
    const twenty = publish(FIGURES, [...ten, ...members(used(...times(10, 'no')), 100)], first);
    expect(twenty.rate).toMatchObject({ n: 20, counts: { yes: 5, no: 15 } });
  });

  it('and adds and withdraws answers of their own around it sees nothing change', () => {
    const seen = new Set<string>();
    let shown: Published = first;
    for (let round = 0; round < 30; round += 1) {
      const own = members(used(...times(round % FEWEST, 'yes')), 1000 * (round + 1));
      const victim = members(used('no'), 500);
      shown = publish(FIGURES, [...ten, ...(round > 15 ? victim : []), ...own.slice(0, 8)], shown);
      seen.add(JSON.stringify(shown));
    }
    expect([...seen]).toEqual([JSON.stringify(first)]);
  });

  it('and answers anew under the same name, however often, is no new one', () => {
    const changed = ten.map(({ since }) => ({ since, answers: { used: 'partly' } }));
    const victim = members(used('no'), 500);
    expect(publish(FIGURES, [...changed, ...victim], first)).toEqual(first);
  });

  it('cannot tell who withdrew: it shows only together with ten who came', () => {
    const twelve = members(used(...times(12, 'yes')));
    const shown = publish(FIGURES, twelve, {});
    const without = twelve.slice(1);
    expect(publish(FIGURES, without, shown)).toEqual(shown);
    const later = publish(FIGURES, [...without, ...members(used(...times(10, 'no')), 100)], shown);
    expect(later.rate).toMatchObject({ n: 21 });
  });

  it('learns nothing of a single obstacle either, when the usage rate moves on by ten', () => {
    const withObstacles = members(times(10, { used: 'no', obstacle: 'hard' }));
    const shown = publish(FIGURES, withObstacles, {});
    const more = [...used(...times(9, 'yes')), { used: 'no', obstacle: 'person' }];
    const next = publish(FIGURES, [...withObstacles, ...members(more, 100)], shown);
    expect(next.rate?.n).toBe(20);
    expect(next.obstacles).toEqual(shown.obstacles);
  });

  it('never sees two figures that fewer than ten lie between, whatever comes and goes', () => {
    let random = 7;
    const draw = (below: number) => {
      random = (random * 48_271) % 2_147_483_647;
      return random % below;
    };
    let here: Collected[] = [];
    let shown: Published = {};
    let counted = new Set<number>();
    for (let at = 1; at < 3000; at += 1) {
      if (draw(3) > 0) here = [...here, { since: at, answers: { used: draw(2) ? 'yes' : 'no' } }];
      else here = here.filter((_, index) => index !== draw(Math.max(here.length, 1)));
      const next = publish(FIGURES, here, shown);
      if (next.rate && next.rate.n > 0 && next.rate !== shown.rate && next.rate.at !== shown.rate?.at) {
        const now = here.map(({ since }) => since);
        const fresh = now.filter(since => !counted.has(since));
        expect(fresh.length).toBeGreaterThanOrEqual(FEWEST);
        expect(next.rate.n).toBe(now.length);
        counted = new Set([...counted, ...now]);
      }
      shown = next;
    }
    expect(counted.size).toBeGreaterThan(100);
  });
});

describe('the section beside a result', () => {
  const shown = { dialog: 'survey', version: '1.0.0', collects: COLLECTS, group: '564', own: () => 85 };

  it('has each share with its interval, the largest first, and one’s own figure', () => {
    const published = {
      rate: { at: 1, n: 10, counts: { yes: 8, partly: 1, no: 1 } },
      obstacles: { at: 1, n: 20, counts: { hard: 4, 'sign-in': 16, person: 0 } },
    };
    const section = gatheredSection(shown, { rate: 'usage-rate' }, published);
    expect(section?.figures).toMatchObject([
      { id: 'rate', n: 10, own: 0.85, shares: [{ share: 0.8 }] },
      {
        id: 'obstacles',
        n: 20,
        shares: [
          { answer: { key: 'obstacle', value: 'sign-in' }, share: 0.8 },
          { answer: { key: 'obstacle', value: 'hard' }, share: 0.2 },
        ],
      },
    ]);
    expect(section?.figures[0]?.shares[0]?.low).toBeCloseTo(0.4902, 3);
  });

  it.each([[{}], [{ rate: { at: 5, n: 0, counts: {} } }], [{ rate: { at: 5, n: 9, counts: { yes: 9 } } }]])(
    'is none where nothing is public: %j',
    published => {
      expect(gatheredSection(shown, {}, published)).toBeUndefined();
    },
  );
});

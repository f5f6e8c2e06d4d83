/** Answers of an earlier version in a later one: what fits is kept, what moved is moved, the rest is told. */
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Answers } from '../../src/assessment/answers.ts';
import { carriedKey, carryOver } from '../../src/assessment/carry-over.ts';
import { instrumentSchema } from '../../src/assessment/instrument.ts';

const NOW = instrumentSchema.parse(
  parse(`
id: tools
version: 3.0.0
speaker: official
approved: { role: content-owner, date: 2026-01-31 }
source: own
lists:
  rooms: { items: [kitchen, yard] }
  tools: { of: rooms, items: { kitchen: [pan, pot], yard: [spade] }, own: 5 }
scales:
  status: { read: ordinal, options: { in-use: 1, planned: 0.5, not-planned: 0, elsewhere: 0 } }
  done: { read: yesno, options: { "yes": 1, "no": 0 } }
steps:
  - { id: rooms-chosen, type: choose, list: rooms }
  - id: room
    type: each
    list: rooms
    items: chosen
    steps:
      - { id: stock, type: table, list: tools, inputs: [{ id: status, type: choice, scale: status, blank: open }] }
  - { id: tidy, type: choice, scale: done, outs: [unknown] }
  - { id: why-not, type: text, max: 20, when: { equals: { input: tidy, value: "no" } } }
  - { id: share, type: number, min: 0, max: 50, unit: percent }
scoring: { by: plain }
moved:
  - { came: 2.0.0, fields: { state: status }, values: { status: { used: in-use } } }
  - came: 3.0.0
    fields: { clean: tidy }
    items: { cellar: yard, kitchen.ladder: yard.spade }
    values: { status: { none: null, dropped: not-planned } }
`),
);

const CASES: { what: string; from: string; was: Answers; now: Answers; again?: string[] }[] = [
  {
    what: 'what fits stays',
    from: '2.9.9',
    was: { tidy: 'yes', share: 50 },
    now: { tidy: 'yes', share: 50 },
  },
  { what: 'a field that is gone', from: '2.9.9', was: { gone: 'yes', share: 1 }, now: { share: 1 } },
  { what: 'an option that is gone', from: '2.9.9', was: { tidy: 'na' }, now: {}, again: ['tidy'] },
  { what: 'a number out of the bounds of now', from: '2.9.9', was: { share: 51 }, now: {}, again: ['share'] },
  { what: 'a field of another kind now', from: '2.9.9', was: { share: 'yes' }, now: {}, again: ['share'] },
  { what: 'a field renamed', from: '2.9.9', was: { clean: 'no' }, now: { tidy: 'no' } },
  {
    what: 'a field renamed, with an answer under either name',
    from: '2.9.9',
    was: { clean: 'no', tidy: 'yes' },
    now: { tidy: 'yes' },
  },
  {
    what: 'an option renamed, of every item',
    from: '2.9.9',
    was: { 'kitchen.pan.status': 'dropped', 'yard.spade.status': 'planned' },
    now: { 'kitchen.pan.status': 'not-planned', 'yard.spade.status': 'planned' },
  },
  {
    what: 'an option that cannot be told any more',
    from: '2.9.9',
    was: { 'kitchen.pan.status': 'none', 'kitchen.pot.status': 'in-use' },
    now: { 'kitchen.pot.status': 'in-use' },
    again: ['kitchen.pan.status'],
  },
  {
    what: 'an item sorted under another one',
    from: '2.9.9',
    was: { 'kitchen.ladder.status': 'in-use' },
    now: { 'yard.spade.status': 'in-use' },
  },
  {
    what: 'an item above renamed',
    from: '2.9.9',
    was: { 'cellar.spade.status': 'planned' },
    now: { 'yard.spade.status': 'planned' },
  },
  {
    what: 'two changes one after the other',
    from: '1.4.0',
    was: { 'kitchen.pan.state': 'used', 'kitchen.pot.state': 'dropped' },
    now: { 'kitchen.pan.status': 'in-use', 'kitchen.pot.status': 'not-planned' },
  },
  {
    what: 'a change that came before the version of the answers',
    from: '2.0.0',
    was: { 'kitchen.pan.status': 'used' },
    now: {},
    again: ['kitchen.pan.status'],
  },
  {
    what: 'no change that came before it, however the numbers are written',
    from: '10.0.0',
    was: { 'kitchen.pan.status': 'dropped' },
    now: {},
    again: ['kitchen.pan.status'],
  },
  {
    what: 'an item of one’s own, with its name',
    from: '2.9.9',
    was: { 'kitchen.own-1.name': 'Vatkain', 'kitchen.own-1.status': 'dropped' },
    now: { 'kitchen.own-1.name': 'Vatkain', 'kitchen.own-1.status': 'not-planned' },
  },
  {
    what: 'a choice of which one is gone',
    from: '2.9.9',
    was: { 'rooms-chosen': ['attic', 'yard'] },
    now: { 'rooms-chosen': ['yard'] },
  },
  {
    what: 'an answer on a branch that is closed now',
    from: '2.9.9',
    was: { tidy: 'yes', 'why-not': 'ei ehditty' },
    now: { tidy: 'yes' },
  },
  {
    what: 'names that every object has',
    from: '2.9.9',
    was: { constructor: 'yes', tidy: 'yes' },
    now: { tidy: 'yes' },
  },
];

describe('answers of an earlier version', () => {
  it.each(CASES)('$what', ({ from, was, now, again = [] }) => {
    const before = structuredClone(was);
    expect(carryOver(NOW, from, was)).toMatchObject({ answers: now, again });
    expect(was).toEqual(before);
  });

  it('come to the same when they are carried over twice', () => {
    for (const { from, was } of CASES) {
      const { answers } = carryOver(NOW, from, was);
      expect(carryOver(NOW, NOW.version, answers)).toMatchObject({ answers, again: [], merged: [] });
    }
  });

  it.each([
    ['kitchen.ladder', '2.0.0', 'yard.spade'],
    ['cellar.stock.1', '2.0.0', 'yard.stock.1'],
    ['cellarage.stock', '2.0.0', 'cellarage.stock'],
    ['state', '1.0.0', 'status'],
    ['state', '2.0.0', 'state'],
  ])('a card or note at %s of %s is now at %s', (was, version, now) => {
    expect(carriedKey(NOW, version, was)).toBe(now);
  });
});

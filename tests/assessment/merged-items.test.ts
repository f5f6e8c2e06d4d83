/** Services that became one between two versions: its answers are those of one of them, whole. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Answers } from '../../src/assessment/answers.ts';
import { carryOver } from '../../src/assessment/carry-over.ts';
import { instrumentSchema } from '../../src/assessment/instrument.ts';
import { moveRun } from '../../src/conversation/move-run.ts';

const NOW = instrumentSchema.parse(
  parse(`
id: tools
version: 2.0.0
speaker: official
approved: nobody-yet
source: own
lists:
  rooms: { items: [kitchen, yard] }
  tools: { of: rooms, items: { kitchen: [pan], yard: [spade] }, own: 3 }
scales:
  status: { read: ordinal, options: { in-use: 1, planned: 0 } }
  phase: { read: ordinal, options: { full: 1, manual: 0 }, outs: [na] }
steps:
  - id: room
    type: each
    list: rooms
    items: all
    steps:
      - { id: stock, type: table, list: tools, inputs: [{ id: status, type: choice, scale: status, blank: open }] }
      - id: tool
        type: each
        list: tools
        items: { equals: { input: status, value: in-use } }
        steps:
          - id: details
            type: form
            inputs:
              - { id: sharp, type: choice, scale: phase, blank: open }
              - { id: clean, type: choice, scale: phase, blank: open }
              - { id: share, type: number, min: 0, max: 100, unit: percent, blank: open }
scoring: { by: plain }
moved:
  - came: 2.0.0
    items: { kitchen.pot: kitchen.pan, kitchen.lid: kitchen.pan, cellar: yard }
`),
);

const FIELDS = ['status', 'sharp', 'clean', 'share'];

/** What of these answers is about an item, by its fields. */
const about = (answers: Answers, item: string) =>
  Object.fromEntries(
    FIELDS.flatMap(field => {
      const value = answers[`${item}.${field}`];
      return value === undefined ? [] : [[field, value]];
    }),
  );

const told = fc.record({
  status: fc.constant('in-use'),
  sharp: fc.option(fc.constantFrom('full', 'manual', 'na'), { nil: undefined }),
  clean: fc.option(fc.constantFrom('full', 'manual', 'na'), { nil: undefined }),
  share: fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }),
});
const tellings = fc.record(
  Object.fromEntries(
    ['kitchen.pan', 'kitchen.pot', 'kitchen.lid', 'cellar.spade', 'yard.spade'].map(item => [
      item,
      fc.option(told, { nil: undefined }),
    ]),
  ),
);

function answersOf(items: Record<string, object | undefined>): Answers {
  return Object.fromEntries(
    Object.entries(items).flatMap(([item, fields]) =>
      Object.entries(fields ?? {}).flatMap(([field, value]) =>
        value === undefined ? [] : [[`${item}.${field}`, value]],
      ),
    ),
  );
}

describe('services that became one', () => {
  it('have the answers of one of them, whole, and never a mixture', () => {
    fc.assert(
      fc.property(tellings, items => {
        const was = answersOf(items);
        const { answers, merged, from } = carryOver(NOW, '1.0.0', was);
        for (const [now, sources] of Object.entries({
          'kitchen.pan': ['kitchen.pan', 'kitchen.pot', 'kitchen.lid'],
          'yard.spade': ['yard.spade', 'cellar.spade'],
        })) {
          const given = sources.map(item => about(was, item)).filter(one => Object.keys(one).length > 0);
          const kept = about(answers, now);
          if (given.length === 0) expect(kept).toEqual({});
          else expect(given).toContainEqual(kept);
          const most = Math.max(0, ...given.map(one => Object.keys(one).length));
          expect(Object.keys(kept)).toHaveLength(most);
          expect(merged.includes(now)).toBe(given.length > 1);
          expect(
            new Set(Object.keys(kept).map(field => from[`${now}.${field}`]?.replace(/\.\w+$/, ''))).size,
          ).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('come to the same in whatever order they were answered', () => {
    fc.assert(
      fc.property(tellings, items => {
        const was = answersOf(items);
        const turned = Object.fromEntries(Object.entries(was).toReversed());
        expect(carryOver(NOW, '1.0.0', turned).answers).toEqual(carryOver(NOW, '1.0.0', was).answers);
      }),
    );
  });

  it.each<[string, Answers, Answers]>([
    [
      'of equals the one that was there already',
      { 'kitchen.pot.status': 'planned', 'kitchen.pan.status': 'in-use' },
      { 'kitchen.pan.status': 'in-use' },
    ],
    [
      'the one of which more was told',
      { 'kitchen.pan.status': 'planned', 'kitchen.pot.status': 'in-use', 'kitchen.pot.sharp': 'full' },
      { 'kitchen.pan.status': 'in-use', 'kitchen.pan.sharp': 'full' },
    ],
    [
      'of two that are both gone the first',
      { 'kitchen.pot.status': 'planned', 'kitchen.lid.status': 'in-use' },
      { 'kitchen.pan.status': 'in-use' },
    ],
    [
      'items added to two areas that are one now',
      { 'cellar.own-1.name': 'Hylly', 'cellar.own-1.status': 'planned', 'yard.own-1.name': 'Kottikärry' },
      { 'yard.own-1.name': 'Hylly', 'yard.own-1.status': 'planned' },
    ],
  ])('%s counts', (_, was, now) => {
    const { answers, merged } = carryOver(NOW, '1.0.0', was);
    expect(answers).toEqual(now);
    expect(merged).toHaveLength(1);
  });

  it('are told, and what stands beside an answer goes with the one that counts', () => {
    const answers = {
      'kitchen.pan.status': 'in-use',
      'kitchen.pot.status': 'in-use',
      'kitchen.pot.sharp': 'na',
    };
    const run = {
      dialog: 'tools',
      version: '1.0.0',
      startedAt: 1,
      stage: 'asking' as const,
      answers,
      passed: [],
      reasons: { 'kitchen.pot.sharp': 'terä on kiinteä' },
      notes: {},
      colleague: [],
      by: { 'kitchen.pan.status': 'Aino', 'kitchen.pot.status': 'Eero' },
    };
    const { run: now, moved } = moveRun(run, NOW);
    expect(moved).toBe('version-moved-merged');
    expect(now.by).toEqual({ 'kitchen.pan.status': 'Eero' });
    expect(now.reasons).toEqual({ 'kitchen.pan.sharp': 'terä on kiinteä' });
    const { 'kitchen.pan.status': _, ...alone } = answers;
    expect(moveRun({ ...run, answers: alone }, NOW).moved).toBe('version-moved');
  });
});

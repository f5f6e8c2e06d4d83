import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Answers, OUTS, type Value } from '../../src/assessment/answers.ts';
import { cardSteps, type Input, inputsOf, optionsOf, outsOf } from '../../src/assessment/instrument.ts';
import { assess } from '../../src/assessment/scoring/stairs/assess.ts';
import { stairsOf } from '../../src/assessment/scoring/stairs/rules.ts';
import { content, stoodOn } from '../support/content.ts';

const instrument = stoodOn('quick-check');
const conditions = stairsOf(instrument).flatMap(stair => stair.conditions.map(({ id }) => id));
/** What the stairs count. Questions on the way there, such as which of two answers is right, have tests of their own. */
const inputs = cardSteps(instrument)
  .flatMap(({ step }) => inputsOf(step))
  .filter(({ id }) => conditions.includes(id));

const anyValue = (input: Input): fc.Arbitrary<string | number> =>
  input.type === 'number'
    ? fc.oneof(
        fc.integer({ min: 0, max: 100 }),
        fc.double({ min: 0, max: 100, noNaN: true }),
        fc.constantFrom(...OUTS),
      )
    : fc.constantFrom(
        ...optionsOf(instrument, input).filter(option => option !== 'counted'),
        ...outsOf(instrument, input),
      );

/** Each input answered or left out. */
const answersOf = (kinds: [string, fc.Arbitrary<string | number>][]): fc.Arbitrary<Answers> =>
  fc
    .tuple(...kinds.map(([id, value]) => fc.option(value.map((one): [string, string | number] => [id, one]))))
    .map(entries => Object.fromEntries(entries.filter(entry => entry !== null)));

const anyAnswers = answersOf(inputs.map(input => [input.id, anyValue(input)]));
const knownAnswers: fc.Arbitrary<Answers> = fc.record(
  Object.fromEntries(inputs.map(input => [input.id, anyValue(input).filter(value => value !== 'unknown')])),
);

const result = (answers: Answers) => assess(instrument, content.actions, answers);

/** The same answer or a better one: a yes beats a partly beats a no; a higher rate beats a lower one. */
function better(input: Input, value: Value, lift: number): Value {
  if (typeof value === 'number') return value + (100 - value) * lift;
  if (typeof value !== 'string' || value === 'na' || value === 'unknown' || input.type !== 'choice')
    return value;
  const scale = instrument.scales[input.scale]?.options ?? {};
  const ranked = Object.keys(scale).sort((a, b) => (scale[a] ?? 0) - (scale[b] ?? 0));
  const from = ranked.indexOf(value);
  return ranked[from + Math.round((ranked.length - 1 - from) * lift)] ?? value;
}

describe('for any answers', () => {
  it('the low end of the interval is never above the high end', () => {
    fc.assert(
      fc.property(anyAnswers, answers => {
        const { low, high } = result(answers).stair;
        expect(low).toBeLessThanOrEqual(high);
      }),
    );
  });

  it('the interval is one stair when nothing is unknown', () => {
    fc.assert(
      fc.property(knownAnswers, answers => {
        const { low, high } = result(answers).stair;
        expect(low).toBe(high);
      }),
    );
  });

  it('the stair never falls when an answer improves', () => {
    fc.assert(
      fc.property(
        anyAnswers,
        fc.constantFrom(...inputs),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (answers, input, lift) => {
          const value = answers[input.id];
          if (value === undefined) return;
          const before = result(answers).stair;
          const after = result({ ...answers, [input.id]: better(input, value, lift) }).stair;
          expect(after.low).toBeGreaterThanOrEqual(before.low);
          expect(after.high).toBeGreaterThanOrEqual(before.high);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('answering what was unknown ends within the interval', () => {
    fc.assert(
      fc.property(anyAnswers, knownAnswers, (answers, known) => {
        const filled = inputs.flatMap(({ id }): [string, Value][] => {
          const given = answers[id] ?? 'unknown';
          const value = given === 'unknown' ? known[id] : given;
          return value === undefined || (given === 'unknown' && value === 'na')
            ? [[id, best(id)]]
            : [[id, value]];
        });
        const { low, high } = result(answers).stair;
        const { stair } = result(Object.fromEntries(filled));
        expect(stair.low).toBeGreaterThanOrEqual(low);
        expect(stair.low).toBeLessThanOrEqual(high);
      }),
    );
  });

  it('the smallest lift really lifts, and nothing less of it does', () => {
    fc.assert(
      fc.property(anyAnswers, answers => {
        const { stair, stairs, smallestLift, liftsTo } = result(answers);
        const lifted = (ids: readonly string[]) =>
          result({ ...answers, ...Object.fromEntries(ids.map(id => [id, best(id)])) }).stair.low;
        if (stair.low === 4 || stairs[stair.low]?.holds === 'not-assessed') {
          expect(smallestLift).toEqual([]);
          return;
        }
        expect(lifted(smallestLift)).toBeGreaterThan(stair.low);
        expect(lifted(smallestLift)).toBe(liftsTo);
        for (const id of smallestLift) expect(lifted(smallestLift.filter(one => one !== id))).toBe(stair.low);
      }),
      { numRuns: 500 },
    );
  });

  it('the same answers give the same result', () => {
    fc.assert(
      fc.property(anyAnswers, answers => {
        expect(result({ ...answers })).toEqual(result(answers));
      }),
    );
  });

  it('nothing is both known to hold the stair down and unknown, and every open condition gets an action', () => {
    fc.assert(
      fc.property(anyAnswers, answers => {
        const { holding, unknown, actions } = result(answers);
        expect(unknown.filter(id => holding.includes(id))).toEqual([]);
        const chosen = content.actions.filter(({ id }) => actions.includes(id));
        const served = chosen.flatMap(({ serves, finds, fits }) =>
          fits === 'unknown' ? [...unknown] : [...serves, ...finds],
        );
        expect([...holding, ...unknown].filter(id => !served.includes(id))).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });

  it('actions come in the order of the catalogue, and serve nothing that is met', () => {
    fc.assert(
      fc.property(anyAnswers, answers => {
        const { holding, unknown, actions } = result(answers);
        const chosen = actions.flatMap(id => content.actions.find(one => one.id === id) ?? []);
        const advice = chosen.filter(({ fits }) => fits === undefined);
        for (const { serves, finds } of advice)
          expect([...holding, ...unknown].some(id => serves.includes(id) || finds.includes(id))).toBe(true);
        const places = advice.map(({ id }) => content.actions.findIndex(one => one.id === id));
        expect(places).toEqual([...places].sort((a, b) => a - b));
      }),
    );
  });

  it('shares stay between 0 and 1, and three to five actions come', () => {
    fc.assert(
      fc.property(anyAnswers, answers => {
        const { coverage, progress, actions } = result(answers);
        for (const share of [coverage, progress]) expect(share >= 0 && share <= 1).toBe(true);
        expect(actions.length >= 3 && actions.length <= 5).toBe(true);
        expect(new Set(actions).size).toBe(actions.length);
      }),
    );
  });
});

function best(id: string): string | number {
  const input = inputs.find(one => one.id === id);
  if (input?.type !== 'choice') return 100;
  const scale = instrument.scales[input.scale]?.options ?? {};
  return Object.keys(scale).find(option => scale[option] === 1) ?? 'yes';
}

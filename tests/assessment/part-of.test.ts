/** A few cards of an instrument as an instrument of their own, whatever the instrument. */
import { describe, expect, it } from 'vitest';
import type { Answers, Value } from '../../src/assessment/answers.ts';
import { fieldsOf } from '../../src/assessment/fields-of.ts';
import { cardSteps, type Instrument } from '../../src/assessment/instrument.ts';
import { optionsAt } from '../../src/assessment/options-at.ts';
import { partOf } from '../../src/assessment/part-of.ts';
import { walk } from '../../src/assessment/walk.ts';
import { content } from '../support/content.ts';

/** Answers that lead through as much of an instrument as choosing everything does. */
function choosingAll(instrument: Instrument): Answers {
  const chosen = cardSteps(instrument).flatMap(({ step }): [string, Value][] =>
    step.type === 'choose' ? [[step.id, [...optionsAt(instrument, { input: step, at: [] }, {})]]] : [],
  );
  return Object.fromEntries(chosen);
}

const askable = (instrument: Instrument) =>
  walk(instrument, choosingAll(instrument)).path.filter(
    ({ step }) => step.type !== 'choose' && step.type !== 'show',
  );

describe.each(content.instruments.map(instrument => [instrument.id, instrument] as const))(
  '%s',
  (_, instrument) => {
    const cards = askable(instrument);
    const some = cards.filter((_card, index) => index % Math.ceil(cards.length / 6) === 0);

    it('one card at a time is asked alone, whatever it hangs on', () => {
      for (const card of some) {
        const part = partOf(instrument, [card.key], {});
        const { path } = walk(part, {});
        const keys = path.map(({ key }) => key);
        expect(keys).toContain(card.key);
        // The other parts of a table come along; they are passed when the part begins.
        expect(path.every(({ step }) => step.id === card.step.id)).toBe(true);
        expect(path.every(({ at }) => JSON.stringify(at) === JSON.stringify(card.at))).toBe(true);
      }
    });

    it('several keep their order, their fields and their keys', () => {
      const part = partOf(
        instrument,
        some.map(({ key }) => key),
        {},
      );
      const { path } = walk(part, {});
      const asked = path.filter(({ key }) => some.some(card => card.key === key));
      expect(asked.map(({ key }) => key)).toEqual(some.map(({ key }) => key));
      for (const card of asked) {
        const whole = some.find(({ key }) => key === card.key);
        const fields = whole ? fieldsOf(instrument, { ...whole, step: card.step }, {}) : [];
        expect(fieldsOf(part, card, {}).map(({ key }) => key)).toEqual(fields.map(({ key }) => key));
      }
    });

    it('cards that there are not are left out', () => {
      expect(walk(partOf(instrument, ['gone', 'no.such.card'], {}), {}).path).toEqual([]);
    });
  },
);

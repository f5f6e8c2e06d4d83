/** A few cards of an instrument as an instrument of their own, whatever the instrument. */
import { describe, expect, it } from 'vitest';
import type { Answers, Value } from '../../src/assessment/answers.ts';
import { cardSteps, type Definition } from '../../src/assessment/definition.ts';
import { partOf } from '../../src/assessment/part-of.ts';
import { fieldsOf, optionsAt, walk } from '../../src/assessment/walk.ts';
import { content } from '../support/content.ts';

/** Answers that lead through as much of an instrument as choosing everything does. */
function choosingAll(definition: Definition): Answers {
  const chosen = cardSteps(definition).flatMap(({ step }): [string, Value][] =>
    step.type === 'choose' ? [[step.id, [...optionsAt(definition, { input: step, at: [] }, {})]]] : [],
  );
  return Object.fromEntries(chosen);
}

const askable = (definition: Definition) =>
  walk(definition, choosingAll(definition)).path.filter(
    ({ step }) => step.type !== 'choose' && step.type !== 'show',
  );

describe.each(content.definitions.map(definition => [definition.id, definition] as const))(
  '%s',
  (_, definition) => {
    const cards = askable(definition);
    const some = cards.filter((_card, index) => index % Math.ceil(cards.length / 6) === 0);

    it('one card at a time is asked alone, whatever it hangs on', () => {
      for (const card of some) {
        const part = partOf(definition, [card.key], {});
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
        definition,
        some.map(({ key }) => key),
        {},
      );
      const { path } = walk(part, {});
      const asked = path.filter(({ key }) => some.some(card => card.key === key));
      expect(asked.map(({ key }) => key)).toEqual(some.map(({ key }) => key));
      for (const card of asked) {
        const whole = some.find(({ key }) => key === card.key);
        const fields = whole ? fieldsOf(definition, { ...whole, step: card.step }, {}) : [];
        expect(fieldsOf(part, card, {}).map(({ key }) => key)).toEqual(fields.map(({ key }) => key));
      }
    });

    it('cards that there are not are left out', () => {
      expect(walk(partOf(definition, ['gone', 'no.such.card'], {}), {}).path).toEqual([]);
    });
  },
);

/** What is spared when an answer decides nothing but itself changes nothing. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Answers, Value } from '../../src/assessment/answers.ts';
import { type Change, keepReached, withChanges } from '../../src/assessment/change-answers.ts';
import { type Definition, type Input, optionsOf } from '../../src/assessment/definition.ts';
import { pruneAnswers } from '../../src/assessment/prune-answers.ts';
import { type CardField, fieldsOf, optionsAt, steers, walk } from '../../src/assessment/walk.ts';
import { stoodOn } from '../support/content.ts';
import { EXAMPLE, withInstruments } from '../support/own-instrument.ts';

const INSTRUMENTS: readonly Definition[] = [
  stoodOn('quick-check'),
  stoodOn('workbook'),
  ...withInstruments(EXAMPLE).content.definitions.filter(({ scoring }) => scoring.by === 'levels'),
];

/** Any field of any card on the way, and what is said to it: nothing takes an answer away. */
function changeOf(definition: Definition, answers: Answers, [at, what]: readonly [number, number]): Change {
  const fields = walk(definition, answers).path.flatMap(card => fieldsOf(definition, card, answers));
  const field = fields[at % fields.length];
  if (!field) throw new Error('there is nothing to answer');
  return what % 8 === 0
    ? { key: field.key, value: undefined }
    : { key: field.key, value: wordFor(definition, field, what) };
}

function wordFor(definition: Definition, { input }: CardField, what: number): Value {
  const options = optionsOf(definition, input);
  if (input.type === 'multi' || input.type === 'choose') return listed(definition, input, what);
  return options[what % options.length] ?? (input.type === 'number' ? what : `word ${what}`);
}

function listed(definition: Definition, input: Input, what: number): string[] {
  return optionsAt(definition, { input, at: [] }, {}).filter((_, index) => (what >> (index % 8)) % 2 === 1);
}

it.each(INSTRUMENTS)('what is kept of $id, and the way, are the same as worked out anew', definition => {
  const said = fc.array(fc.tuple(fc.nat(10_000), fc.nat(255)), { maxLength: 60 });
  fc.assert(
    fc.property(said, changes => {
      let answers: Answers = {};
      for (const one of changes) {
        const change = changeOf(definition, answers, one);
        const given = withChanges(answers, [change]);
        const kept = keepReached(definition, given, { before: answers, changes: [change] });
        const anew = pruneAnswers(definition, { ...given });
        expect(kept).toEqual(anew);
        expect(walk(definition, kept).path.map(({ key }) => key)).toEqual(
          walk(definition, { ...kept }).path.map(({ key }) => key),
        );
        answers = kept;
      }
    }),
    { numRuns: 20, seed: 12 },
  );
});

it('most answers of a service steer nothing, its status and the choice of areas do', () => {
  const workbook = stoodOn('workbook');
  const steering = [
    'areas',
    'work.job-matching.status',
    'work.own-1.name',
    'work.job-matching.usage-rate',
  ].map(key => steers(workbook, key));
  expect(steering).toEqual([true, true, true, false]);
});

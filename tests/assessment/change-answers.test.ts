/** What is spared when an answer decides nothing but itself changes nothing. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Answers, Value } from '../../src/assessment/answers.ts';
import type { CardField } from '../../src/assessment/card.ts';
import { type Change, keepReached, withChanges } from '../../src/assessment/change-answers.ts';
import { fieldsOf } from '../../src/assessment/fields-of.ts';
import { type Input, type Instrument, optionsOf } from '../../src/assessment/instrument.ts';
import { namesIn } from '../../src/assessment/names-in.ts';
import { optionsAt } from '../../src/assessment/options-at.ts';
import { pruneAnswers } from '../../src/assessment/prune-answers.ts';
import { scoringOf } from '../../src/assessment/scoring/scoring.ts';
import { steers } from '../../src/assessment/steers.ts';
import { walk } from '../../src/assessment/walk.ts';
import { stoodOn } from '../support/content.ts';
import { EXAMPLE, withInstruments } from '../support/own-instrument.ts';

const INSTRUMENTS: readonly Instrument[] = [
  stoodOn('quick-check'),
  stoodOn('workbook'),
  ...withInstruments(EXAMPLE).content.instruments.filter(({ scoring }) => scoring.by === 'levels'),
];

/** Any field of any card on the way, and what is said to it: nothing takes an answer away. */
function changeOf(instrument: Instrument, answers: Answers, [at, what]: readonly [number, number]): Change {
  const fields = walk(instrument, answers).path.flatMap(card => fieldsOf(instrument, card, answers));
  const field = fields[at % fields.length];
  if (!field) throw new Error('there is nothing to answer');
  return what % 8 === 0
    ? { key: field.key, value: undefined }
    : { key: field.key, value: wordFor(instrument, field, what) };
}

function wordFor(instrument: Instrument, { input }: CardField, what: number): Value {
  const options = optionsOf(instrument, input);
  if (input.type === 'multi' || input.type === 'choose') return listed(instrument, input, what);
  return options[what % options.length] ?? (input.type === 'number' ? what : `word ${what}`);
}

function listed(instrument: Instrument, input: Input, what: number): string[] {
  return optionsAt(instrument, { input, at: [] }, {}).filter((_, index) => (what >> (index % 8)) % 2 === 1);
}

function report(instrument: Instrument, answers: Answers): unknown {
  return scoringOf(instrument).report(instrument, { answers, actions: [] });
}

it.each(INSTRUMENTS)('what is kept of $id, and the way, are the same as worked out anew', instrument => {
  const said = fc.array(fc.tuple(fc.nat(10_000), fc.nat(255)), { maxLength: 60 });
  fc.assert(
    fc.property(said, changes => {
      let answers: Answers = {};
      for (const one of changes) {
        const change = changeOf(instrument, answers, one);
        const given = withChanges(answers, [change]);
        const kept = keepReached(instrument, given, { before: answers, changes: [change] });
        const anew = pruneAnswers(instrument, { ...given });
        expect(kept).toEqual(anew);
        expect(walk(instrument, kept).path.map(({ key }) => key)).toEqual(
          walk(instrument, { ...kept }).path.map(({ key }) => key),
        );
        expect(namesIn(kept)).toEqual(namesIn({ ...kept }));
        expect(report(instrument, kept)).toEqual(report(instrument, { ...kept }));
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

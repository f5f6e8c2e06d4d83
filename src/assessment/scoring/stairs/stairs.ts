import { type CardStep, type Instrument, inputsOf } from '../../instrument.ts';
import { memoPair } from '../../memo.ts';
import type { Outcome } from '../../outcome.ts';
import type { Scoring } from '../port.ts';
import { scopeOf } from '../scope.ts';
import { assess } from './assess.ts';
import { checkStairs } from './check-stairs.ts';
import { stairsRules, stairsRulesSchema } from './rules.ts';
import { sideBySide } from './side-by-side.ts';

/** Cumulative stairs of conditions. */
export const stairs: Scoring = {
  by: 'stairs',
  rules: stairsRulesSchema,
  check: checkStairs,
  report: (instrument, { answers, actions, others }) => {
    const together = sideBySide(instrument, answers, others);
    return {
      ...assess(instrument, actions, answers),
      ...(together && { areas: together.rows, whole: together.whole }),
    };
  },
  outcome: (instrument, { answers, actions, others }): Outcome => {
    const { dialog, version, scope, actions: ids, ...standing } = assess(instrument, actions, answers);
    const entries = scopeOf(instrument, answers);
    const together = sideBySide(instrument, answers, others);
    const { stairs: all, provisionalBelow } = stairsRules(instrument);
    return {
      dialog,
      version,
      sections: [
        ...(scope ? [{ kind: 'scope', entries } as const] : []),
        ...(together ? [together] : []),
        { kind: 'standing', ...standing, of: all.length, provisionalBelow },
        { kind: 'actions', ids },
      ],
    };
  },
  /** 0 stands for "not yet on the stair". */
  texts: instrument =>
    [...stairsRules(instrument).stairs.keys(), stairsRules(instrument).stairs.length].flatMap(stair => [
      `stairs.${stair}.name`,
      `stairs.${stair}.meaning`,
    ]),
  group: (instrument, card) => {
    const stair = stairOf(instrument, card.step);
    return stair === -1 ? undefined : `stairs.${stair + 1}.name`;
  },
};

const stairOf = memoPair((instrument: Instrument, step: CardStep) =>
  stairServed(
    instrument,
    inputsOf(step).map(({ id }) => id),
  ),
);

/** The index of the stair that these fields count for, or -1 when none does. */
function stairServed(instrument: Instrument, fields: readonly string[]): number {
  const { stairs, counted, doubts } = stairsRules(instrument);
  const decided = [
    ...counted.flatMap(({ id, target, reached }) => [target, reached].map(input => ({ input, id }))),
    ...doubts.flatMap(({ input, trusts }) =>
      Object.values(trusts).flatMap(instead => Object.keys(instead).map(id => ({ input, id }))),
    ),
  ].flatMap(({ input, id }) => (fields.includes(input) ? [id] : []));
  return stairs.findIndex(({ conditions }) =>
    conditions.some(({ id }) => fields.includes(id) || decided.includes(id)),
  );
}

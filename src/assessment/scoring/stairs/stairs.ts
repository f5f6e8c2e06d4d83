import { type CardStep, type Definition, inputsOf } from '../../definition.ts';
import { memoPair } from '../../memo.ts';
import type { Outcome } from '../../outcome.ts';
import type { Scoring } from '../port.ts';
import { scopeOf } from '../scope.ts';
import { assess } from './assess.ts';
import { checkStairs } from './check-stairs.ts';
import { stairsRules } from './rules.ts';
import { sideBySide } from './side-by-side.ts';

/** Cumulative stairs of conditions. */
export const stairs: Scoring = {
  by: 'stairs',
  check: checkStairs,
  report: (definition, { answers, actions, others }) => {
    const together = sideBySide(definition, answers, others);
    return {
      ...assess(definition, actions, answers),
      ...(together && { areas: together.rows, whole: together.whole }),
    };
  },
  outcome: (definition, { answers, actions, others }): Outcome => {
    const { dialog, version, scope, actions: ids, ...standing } = assess(definition, actions, answers);
    const entries = scopeOf(definition, answers);
    const together = sideBySide(definition, answers, others);
    const { stairs: all, provisionalBelow } = stairsRules(definition);
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
  texts: definition =>
    [...stairsRules(definition).stairs.keys(), stairsRules(definition).stairs.length].flatMap(stair => [
      `stairs.${stair}.name`,
      `stairs.${stair}.meaning`,
    ]),
  group: (definition, card) => {
    const stair = stairOf(definition, card.step);
    return stair === -1 ? undefined : `stairs.${stair + 1}.name`;
  },
};

const stairOf = memoPair((definition: Definition, step: CardStep) =>
  stairServed(
    definition,
    inputsOf(step).map(({ id }) => id),
  ),
);

/** The index of the stair that these fields count for, or -1 when none does. */
function stairServed(definition: Definition, fields: readonly string[]): number {
  const { stairs, counted, doubts } = stairsRules(definition);
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

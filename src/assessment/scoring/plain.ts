import * as z from 'zod';
import { comparisons } from '../comparisons.ts';
import { conditionSchema, holds, inputsIn } from '../condition.ts';
import { isAnswered } from '../fields-of.ts';
import { idSchema } from '../id.ts';
import { type Instrument, optionsOf, outsOf } from '../instrument.ts';
import type { Line } from '../line.ts';
import { memo } from '../memo.ts';
import type { Outcome } from '../outcome.ts';
import { findInput } from '../places.ts';
import { repeated } from '../repeated.ts';
import type { Section } from '../sections/section.ts';
import { walk } from '../walk.ts';
import type { Given, RuleProblem, Scoring } from './port.ts';
import { scopeOf } from './scope.ts';

/** Said where the condition holds; without one, always. */
const saidSchema = z.strictObject({ id: idSchema, when: conditionSchema.optional() });

const rulesSchema = z.strictObject({
  by: z.literal('plain'),
  /** What the answers come to: the first that holds. The last one always does. */
  verdicts: z.array(saidSchema).default([]),
  /** What is said below it, under headings: all lines that hold. A group of which none does is left out. */
  groups: z.array(z.strictObject({ id: idSchema, lines: z.array(saidSchema).min(1) })).default([]),
  /** Under which heading it is told how to reach the authority. */
  contact: idSchema.optional(),
});

type Rules = z.infer<typeof rulesSchema>;
type Said = z.infer<typeof saidSchema>;

/** Nothing is said by rules that cannot be read: the check tells of them. */
const rulesOf = memo(
  ({ scoring }: Instrument): Rules =>
    rulesSchema.safeParse(scoring).data ?? { by: 'plain', verdicts: [], groups: [] },
);

/**
 * Nothing is weighed: the outcome says how much was answered, and the answers speak for themselves. Where the rules
 * name verdicts, they say by conditions over the answers what these come to, and what follows from them.
 */
export const plain: Scoring = {
  by: 'plain',
  rules: rulesSchema,
  check: instrument => checkRules(instrument, rulesOf(instrument)),
  texts: instrument => {
    const { verdicts, groups, contact } = rulesOf(instrument);
    if (verdicts.length === 0) return ['outcome.title', 'outcome.answered'];
    return [
      ...verdicts.flatMap(({ id }) => [id, `${id}-meaning`]),
      ...groups.flatMap(({ id, lines }) => [id, ...lines.map(line => line.id)]),
      ...(contact === undefined ? [] : [contact]),
      'rules',
    ].map(id => `outcome.${id}`);
  },
  outcome,
  report: outcome,
};

function outcome(instrument: Instrument, { answers }: Given): Outcome {
  const rules = rulesOf(instrument);
  const said = ({ when }: Said) => !when || holds(when, answers);
  const verdict = rules.verdicts.find(said);
  const scope = scopeOf(instrument, answers);
  const sections: Section[] = verdict
    ? [
        { kind: 'title', line: { id: verdict.id } },
        ...(scope.length > 0 ? [{ kind: 'scope', entries: scope } as const] : []),
        { kind: 'headline', line: { id: `${verdict.id}-meaning` } },
        ...rules.groups.flatMap(({ id, lines }) => groupOf(id, lines.filter(said))),
        ...(rules.contact === undefined ? [] : [{ kind: 'contact', title: { id: rules.contact } } as const]),
        { kind: 'rules', line: { id: 'rules' } },
      ]
    : [{ kind: 'figures', lines: [howMuch(instrument, { answers })] }];
  return { dialog: instrument.id, version: instrument.version, sections };
}

function groupOf(title: string, lines: readonly Said[]): Section[] {
  return lines.length === 0
    ? []
    : [{ kind: 'figures', title: { id: title }, lines: lines.map(({ id }) => ({ id })) }];
}

function howMuch(instrument: Instrument, { answers }: Pick<Given, 'answers'>): Line {
  const asked = walk(instrument, answers).path.filter(({ step }) => step.type !== 'show');
  const answered = asked.filter(card => isAnswered(instrument, card, answers));
  return {
    id: 'answered',
    amounts: { answered: { number: answered.length }, all: { number: asked.length } },
  };
}

function checkRules(instrument: Instrument, { verdicts, groups, contact }: Rules): RuleProblem[] {
  const lines = groups.flatMap(group => group.lines);
  const ids = [...verdicts, ...groups, ...lines].map(({ id }) => id);
  const open = verdicts.findIndex(({ when }) => !when);
  return [
    ...repeated([...ids, ...(contact === undefined ? [] : [contact])]).map(id => ({
      path: `scoring.${id}`,
      problem: 'this id is used more than once',
    })),
    ...(verdicts.length > 0 && open !== verdicts.length - 1
      ? [{ path: 'scoring.verdicts', problem: 'the last one, and no other, is said without a condition' }]
      : []),
    ...(verdicts.length === 0 && ids.length > 0
      ? [{ path: 'scoring.groups', problem: 'name the verdicts that they stand below' }]
      : []),
    ...[...verdicts, ...lines].flatMap(one => checkCondition(instrument, one)),
  ];
}

function checkCondition(instrument: Instrument, { id, when }: Said): RuleProblem[] {
  if (!when) return [];
  const path = `scoring.${id}.when`;
  const unasked = inputsIn(when).filter(input => !findInput(instrument, input));
  const never = comparisons(when).filter(({ input: asked, value }) => {
    const input = findInput(instrument, asked);
    if (!input || input.type === 'number') return false;
    return ![...optionsOf(instrument, input), ...outsOf(instrument, input)].some(option => option === value);
  });
  return [
    ...unasked.map(input => ({ path, problem: `no step asks ${input}` })),
    ...never.map(({ input, value }) => ({ path, problem: `${input} is never answered with ${value}` })),
  ];
}

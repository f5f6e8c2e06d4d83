import type { Answers } from '../../answers.ts';
import { type Definition, inputsOf } from '../../definition.ts';
import type { Line, Outcome, Section } from '../../outcome.ts';
import { type Card, fieldsOf } from '../../walk.ts';
import type { Given, RuleProblem, Scoring } from '../port.ts';
import { schemaProblems } from '../schema-problems.ts';
import { matrixRules, matrixRulesSchema, optionsIn, scaleOf } from './matrix-rules.ts';
import { rankingOf } from './rank.ts';

/** Items ranked by how much they matter times how soon, people's own among them. */
export const matrix: Scoring = {
  by: 'matrix',
  check,
  texts: () =>
    ['title', 'nothing', 'rated_one', 'rated_other', 'half', 'noted_one', 'noted_other', 'rules'].map(
      id => `outcome.${id}`,
    ),
  outcome,
  report: (definition, { answers }) => rankingOf(definition, answers),
  interim: (definition, answers) => rankingSections(definition, answers),
  noted,
};

function check(definition: Definition): RuleProblem[] {
  const malformed = schemaProblems(matrixRulesSchema, definition);
  if (malformed.length > 0) return malformed;
  const { tables } = matrixRules(definition);
  const [first] = tables;
  return tables.flatMap(({ list, impact, urgency }, at): RuleProblem[] => {
    const path = `scoring.tables.${at + 1}`;
    const unrated = [impact, urgency].filter(id => scaleOf(definition, id) === undefined);
    const others = first
      ? [
          [impact, first.impact],
          [urgency, first.urgency],
        ].flatMap(([id = '', other = '']) =>
          unrated.includes(id) || scaleOf(definition, id) === scaleOf(definition, other) ? [] : [id],
        )
      : [];
    return [
      ...(list in definition.lists ? [] : [{ path, problem: `there is no list ${list}` }]),
      ...unrated.map(id => ({ path, problem: `no step asks a choice ${id}` })),
      ...others.map(id => ({ path, problem: `${id} has another scale than in the first table` })),
    ];
  });
}

/** A card of many rows is told by how many of them were rated in full. */
function noted(definition: Definition, answers: Answers, card: Card): Line | undefined {
  const table = matrixRules(definition).tables.find(({ impact }) =>
    inputsOf(card.step).some(({ id }) => id === impact),
  );
  if (!table || card.part === 'own') return undefined;
  const items = new Set(fieldsOf(definition, card, answers).flatMap(({ item }) => item ?? []));
  const whole = rankingOf(definition, answers).ranked.filter(
    ({ item }) => item.list === table.list && items.has(item.id),
  );
  return { id: 'noted', count: whole.length };
}

function outcome(definition: Definition, { answers }: Given): Outcome {
  return {
    dialog: definition.id,
    version: definition.version,
    sections: [
      { kind: 'title', line: { id: 'title' } },
      ...rankingSections(definition, answers),
      { kind: 'rules', line: { id: 'rules' } },
    ],
  };
}

function rankingSections(definition: Definition, answers: Answers): Section[] {
  const { ranked, half } = rankingOf(definition, answers);
  const { tables, top } = matrixRules(definition);
  const [first] = tables;
  if (!first) return [];
  const lines = half.length > 0 ? [{ id: 'half', amounts: { items: { items: half } } }] : [];
  if (ranked.length === 0) return [{ kind: 'headline', line: { id: 'nothing' } }, ...halfSection(lines)];
  return [
    { kind: 'headline', line: { id: 'rated', count: ranked.length } },
    {
      kind: 'matrix',
      top,
      impact: { input: first.impact, of: optionsIn(definition, first.impact).length },
      urgency: { input: first.urgency, of: optionsIn(definition, first.urgency).length },
      rows: ranked,
    },
    ...halfSection(lines),
  ];
}

function halfSection(lines: Extract<Section, { kind: 'figures' }>['lines']): Section[] {
  return lines.length > 0 ? [{ kind: 'figures', lines }] : [];
}

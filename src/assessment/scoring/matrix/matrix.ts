import type { Answers } from '../../answers.ts';
import type { Card } from '../../card.ts';
import { fieldsOf } from '../../fields-of.ts';
import { type Instrument, inputsOf } from '../../instrument.ts';
import type { Line } from '../../line.ts';
import type { Outcome } from '../../outcome.ts';
import type { Section } from '../../sections/section.ts';
import { insteadOf } from '../../shape/instead-of.ts';
import type { Given, RuleProblem, Scoring } from '../port.ts';
import { matrixRules, matrixRulesSchema, optionsIn, scaleOf } from './matrix-rules.ts';
import { rankingOf } from './rank.ts';

/** Items ranked by how much they matter times how soon, people's own among them. */
export const matrix: Scoring = {
  by: 'matrix',
  rules: matrixRulesSchema,
  check,
  texts: () =>
    ['title', 'nothing', 'rated_one', 'rated_other', 'half', 'noted_one', 'noted_other', 'rules'].map(
      id => `outcome.${id}`,
    ),
  outcome,
  report: (instrument, { answers }) => rankingOf(instrument, answers),
  interim: (instrument, answers) => rankingSections(instrument, answers),
  noted,
};

function check(instrument: Instrument): RuleProblem[] {
  const { tables } = matrixRules(instrument);
  const [first] = tables;
  return tables.flatMap(({ list, impact, urgency }, at): RuleProblem[] => {
    const path = `scoring.tables.${at + 1}`;
    const unrated = [impact, urgency].filter(id => scaleOf(instrument, id) === undefined);
    const others = first
      ? [
          [impact, first.impact],
          [urgency, first.urgency],
        ].flatMap(([id = '', other = '']) =>
          unrated.includes(id) || scaleOf(instrument, id) === scaleOf(instrument, other) ? [] : [id],
        )
      : [];
    return [
      ...(list in instrument.lists
        ? []
        : [{ path, problem: `there is no list ${list}${insteadOf(list, Object.keys(instrument.lists))}` }]),
      ...unrated.map(id => ({ path, problem: `no step asks a choice ${id}` })),
      ...others.map(id => ({ path, problem: `${id} has another scale than in the first table` })),
    ];
  });
}

/** A card of many rows is told by how many of them were rated in full. */
function noted(instrument: Instrument, answers: Answers, card: Card): Line | undefined {
  const table = matrixRules(instrument).tables.find(({ impact }) =>
    inputsOf(card.step).some(({ id }) => id === impact),
  );
  if (!table || card.part === 'own') return undefined;
  const items = new Set(fieldsOf(instrument, card, answers).flatMap(({ item }) => item ?? []));
  const whole = rankingOf(instrument, answers).ranked.filter(
    ({ item }) => item.list === table.list && items.has(item.id),
  );
  return { id: 'noted', count: whole.length };
}

function outcome(instrument: Instrument, { answers }: Given): Outcome {
  return {
    dialog: instrument.id,
    version: instrument.version,
    sections: [
      { kind: 'title', line: { id: 'title' } },
      ...rankingSections(instrument, answers),
      { kind: 'rules', line: { id: 'rules' } },
    ],
  };
}

function rankingSections(instrument: Instrument, answers: Answers): Section[] {
  const { ranked, half } = rankingOf(instrument, answers);
  const { tables, top } = matrixRules(instrument);
  const [first] = tables;
  if (!first) return [];
  const lines = half.length > 0 ? [{ id: 'half', amounts: { items: { items: half } } }] : [];
  if (ranked.length === 0) return [{ kind: 'headline', line: { id: 'nothing' } }, ...halfSection(lines)];
  return [
    { kind: 'headline', line: { id: 'rated', count: ranked.length } },
    {
      kind: 'matrix',
      top,
      impact: { input: first.impact, of: optionsIn(instrument, first.impact).length },
      urgency: { input: first.urgency, of: optionsIn(instrument, first.urgency).length },
      rows: ranked,
    },
    ...halfSection(lines),
  ];
}

function halfSection(lines: Extract<Section, { kind: 'figures' }>['lines']): Section[] {
  return lines.length > 0 ? [{ kind: 'figures', lines }] : [];
}

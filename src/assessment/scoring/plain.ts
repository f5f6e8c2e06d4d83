import { z } from 'zod';
import type { Definition } from '../definition.ts';
import type { Line, Outcome } from '../outcome.ts';
import { isAnswered, walk } from '../walk.ts';
import type { Given, Scoring } from './port.ts';
import { schemaProblems } from './schema-problems.ts';

const rulesSchema = z.strictObject({ by: z.literal('plain') });

/** Nothing is weighed: the outcome says how much was answered, and the answers speak for themselves. */
export const plain: Scoring = {
  by: 'plain',
  check: definition => schemaProblems(rulesSchema, definition),
  texts: () => ['outcome.title', 'outcome.answered'],
  outcome,
  report: outcome,
};

function outcome(definition: Definition, { answers }: Given): Outcome {
  const asked = walk(definition, answers).path.filter(({ step }) => step.type !== 'show');
  const answered = asked.filter(card => isAnswered(definition, card, answers));
  const line: Line = {
    id: 'answered',
    amounts: { answered: { number: answered.length }, all: { number: asked.length } },
  };
  return {
    dialog: definition.id,
    version: definition.version,
    sections: [{ kind: 'figures', lines: [line] }],
  };
}

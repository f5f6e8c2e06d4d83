/** A number by itself on a card of several fields that may stay empty: which of them it is for is asked. */
import type { Card } from '../assessment/card.ts';
import { checkAnswer } from '../assessment/check-answers.ts';
import { fieldsOf } from '../assessment/fields-of.ts';
import type { RunScene, Turn } from './context.ts';
import { readNumberField } from './naming/read-number-field.ts';
import { suggestReading } from './side-questions.ts';
import { takesOneAnswer } from './take-answer.ts';

/** "50", "puolet" on the card of a service: "did you mean usage rate 50 %?", or the first open number that it fits. */
export function suggestAmount(scene: RunScene, card: Card | undefined, text: string): Turn | undefined {
  if (card?.step.type !== 'form' || takesOneAnswer(card)) return undefined;
  const { instrument, run } = scene;
  const { answers } = run;
  const numbers = fieldsOf(instrument, card, answers).flatMap(({ key, input }) =>
    input.type === 'number' ? [{ key, input }] : [],
  );
  const open = numbers.filter(({ key }) => answers[key] === undefined);
  for (const { key, input } of [...open, ...numbers]) {
    const read = readNumberField(scene, input, text);
    if (read.kind !== 'value' || !read.sure || typeof read.value !== 'number') continue;
    const problem = checkAnswer(instrument, { input, at: card.at, answers }, read.value);
    if (!problem) return suggestReading(scene, [{ key, value: read.value }]);
  }
  return undefined;
}

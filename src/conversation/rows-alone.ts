/** Numbers of rows with nothing said of them, where rows are numbered and not what can be answered. */
import { type Entry, keyOf } from '../assessment/answers.ts';
import type { Card } from '../assessment/card.ts';
import { inputsOf } from '../assessment/instrument.ts';
import { bestOption } from './best-option.ts';
import type { RunScene, Turn } from './context.ts';
import { rowsAlone } from './naming/rows-meant.ts';
import { suggestReading } from './side-questions.ts';

/**
 * "1" on a ladder of three statements, or on a table of services: the first one, and that it holds, or is in use. That is
 * asked, since a level or an answer by its number may have been meant as well.
 */
export function suggestRows(scene: RunScene, card: Card | undefined, text: string): Turn | undefined {
  const [field] = card ? inputsOf(card.step) : [];
  const best = field?.type === 'choice' ? bestOption(scene, field) : undefined;
  if (!card || !field || best === undefined) return undefined;
  const entries = rowsAlone(scene, card, text).map(
    ({ items }): Entry => ({ key: keyOf(items, field.id), value: best }),
  );
  return entries.length > 0 ? suggestReading(scene, entries) : undefined;
}

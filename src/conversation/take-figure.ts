import { checkAnswer } from '../assessment/check-answers.ts';
import { fieldsOf } from '../assessment/fields-of.ts';
import type { RunScene, Turn } from './context.ts';
import type { Intent } from './intent.ts';
import { readNumberField } from './naming/read-number-field.ts';
import { openCard } from './place.ts';
import { presumedOf } from './said.ts';
import { suggestReading } from './side-questions.ts';
import { takeSaid } from './take.ts';
import { takesOneAnswer } from './take-answer.ts';

/**
 * "50", "noin puolet": a figure that names no field, on a card that has several. Where only one of those that are still
 * open can mean it, it is that one; where two can, a share is asked about first, for it is what such a card is mostly
 * told. Undefined where it is no figure, or could be any of several amounts.
 */
export function takeFigure(scene: RunScene, { kind }: Intent, text: string): Turn | undefined {
  if (kind !== 'answer' && kind !== 'suggest' && kind !== 'nonsense') return undefined;
  const card = scene.session.pending?.kind === 'step' ? openCard(scene) : undefined;
  if (card?.step.type !== 'form' || takesOneAnswer(card)) return undefined;
  const { instrument, run } = scene;
  const figures = fieldsOf(instrument, card, run.answers).flatMap(({ key, input }) => {
    if (input.type !== 'number') return [];
    const read = readNumberField(scene, input, text);
    if (read.kind !== 'value' || typeof read.value !== 'number') return [];
    const { value, sure } = read;
    if (checkAnswer(instrument, { input, at: card.at, answers: run.answers }, value)) return [];
    return [{ entry: { key, value }, sure, share: input.unit === 'percent' }];
  });
  const open = figures.filter(({ entry }) => run.answers[entry.key] === undefined);
  const [only, ...others] = open.length > 0 ? open : figures;
  const meant = others.length === 0 ? only : open.find(({ share }) => share);
  if (!meant) return undefined;
  const presumed = presumedOf(scene, [meant.entry]);
  const certain = others.length === 0 && open.length > 0 && meant.sure && presumed.length === 0;
  return certain ? takeSaid(scene, [meant.entry]) : suggestReading(scene, [meant.entry, ...presumed]);
}

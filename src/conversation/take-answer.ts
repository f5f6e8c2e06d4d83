import type { Value } from '../assessment/answers.ts';
import type { Card } from '../assessment/card.ts';
import { checkAnswer } from '../assessment/check-answers.ts';
import { isFrame } from '../assessment/instrument.ts';
import type { RunScene, Turn } from './context.ts';
import { type Intent, type OpenField, openField } from './intent.ts';
import { notUnderstood } from './not-understood.ts';
import { offerNote, suggestReading } from './side-questions.ts';
import { takeCard, takeField } from './take.ts';
import { takeFrame } from './take-frame.ts';

/** An answer typed or read to the field that is open. */
export function takeAnswer(run: RunScene, { value, note: words }: Intent & { kind: 'answer' }): Turn {
  const open = openField(run);
  if (!open || !takesOneAnswer(open.card)) return notUnderstood(run);
  const { card, field } = open;
  // "Most of it" on a scale of yes and no: no card was sent in that could be corrected.
  if (problemOf(run, open, value) === 'not-an-option') return notUnderstood(run, field.input);
  const entry = { key: field.key, value };
  if (isFrame(card.step)) return takeFrame(run, card, { entries: [entry] });
  const turn =
    card.step.type === 'form' || card.step.type === 'climb' || card.step.type === 'table'
      ? takeField(run, card, entry)
      : takeCard(run, card, { entries: [entry] });
  return words === undefined ? turn : offerNote(run, turn, { step: card.key, note: words });
}

/** Cards with fields that may stay empty are not asked field by field: what is said there names what it is about. */
export function takesOneAnswer({ step }: Card): boolean {
  if (step.type === 'show' || step.type === 'choose') return false;
  return isFrame(step) || !('inputs' in step) || step.inputs.every(({ blank }) => blank === 'unknown');
}

/** "Did you mean …?", where what was perhaps meant fits what is open. */
export function suggestAnswer(run: RunScene, value: Value): Turn {
  const open = openField(run);
  if (!open || !takesOneAnswer(open.card)) return notUnderstood(run);
  return problemOf(run, open, value)
    ? notUnderstood(run)
    : suggestReading(run, [{ key: open.field.key, value }]);
}

function problemOf({ instrument, run }: RunScene, { card, field }: OpenField, value: Value) {
  const where = { input: field.input, at: card.at, answers: run.answers };
  return checkAnswer(instrument, where, value)?.problem;
}

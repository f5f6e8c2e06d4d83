import { isOut } from '../../assessment/answers.ts';
import { boundsOf, type FieldOf, type Unit } from '../../assessment/field.ts';
import type { Scene } from '../context.ts';
import type { Rejection } from '../rejection.ts';
import type { NumberField } from '../understanding/number-field.ts';
import { readNumber } from '../understanding/read-number.ts';

export type FieldNumber =
  | { readonly kind: 'value'; readonly value: number | 'unknown' | 'na'; readonly sure: boolean }
  /** That it is not known, in a field where this is no answer. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'problem'; readonly rejection: Rejection };

/** What each unit is to the reading of numbers. */
export const NUMBER_FIELD_OF: Readonly<Record<Unit, Exclude<NumberField, 'share' | 'number'>>> = {
  percent: 'percent',
  euros: 'euros',
  minutes: 'minutes',
  cases: 'count',
  count: 'count',
  year: 'count',
};

/** A number that stands alone is read as in a spreadsheet, one among words as in the chat; nothing is guessed. */
export function readNumberField(
  { context, session: { locale } }: Scene,
  field: FieldOf<'number'>,
  text: string,
): FieldNumber {
  const { outs } = field;
  const asked = NUMBER_FIELD_OF[field.unit];
  const read = readNumber(text, { locale, field: asked });
  if (read.kind === 'value') return { kind: 'value', value: read.value, sure: true };
  if (read.kind === 'ambiguous') {
    const { doubt, candidates } = read;
    return { kind: 'problem', rejection: { problem: `ambiguous-${doubt}`, candidates } };
  }
  const understood = context.understand(text, { locale, asked, options: [] });
  const sure = understood.kind === 'answer';
  const said = understood.kind === 'reprompt' ? understood.suggestion : understood;
  const value = said?.kind === 'answer' ? said.value : undefined;
  if (typeof value === 'number') return { kind: 'value', value, sure };
  if (isOut(value)) return outs.includes(value) ? { kind: 'value', value, sure } : { kind: 'nothing' };
  return { kind: 'problem', rejection: { problem: 'not-a-number', ...boundsOf(field) } };
}

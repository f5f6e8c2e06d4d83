import type { AnswerKey, Answers } from '../assessment/answers.ts';
import type { Card } from '../assessment/card.ts';
import { fieldsOf } from '../assessment/fields-of.ts';
import type { Instrument } from '../assessment/instrument.ts';
import { fieldLabel } from './dialog-texts.ts';
import { sourceText } from './prefill-texts.ts';
import type { Voice } from './voice.ts';

interface Sourced {
  readonly card: Card;
  /** Answers that name the items of one's own. */
  readonly names: Answers;
  /** Answer → the day of the register that it came from. */
  readonly sources: Readonly<Record<AnswerKey, string>>;
}

/** A line a day: which of the answers on a card came from a register of services, and stand as they came. */
export function cardSources(
  voice: Voice,
  instrument: Instrument,
  { card, names, sources }: Sourced,
): string[] {
  const days = new Map<string, string[]>();
  for (const field of fieldsOf(instrument, card, names)) {
    const day = sources[field.key];
    if (day === undefined) continue;
    const label = fieldLabel(voice, instrument, { card, field, names });
    days.set(day, [...(days.get(day) ?? []), label]);
  }
  return [...days].map(([day, fields]) =>
    voice.t('prefill:on-card', { source: sourceText(voice, day), fields: fields.join(', ') }),
  );
}

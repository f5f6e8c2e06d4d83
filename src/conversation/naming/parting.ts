/** What it takes to part a message into the statements it makes. */
import { cardSteps, type Instrument } from '../../assessment/instrument.ts';
import { memo } from '../../assessment/memo.ts';
import type { Naming } from './naming.ts';
import { blanked, type Span } from './span.ts';

export interface Parting {
  readonly instrument: Instrument;
  readonly naming: Naming;
  /** The items named in a part of the message. */
  readonly find: (part: string) => readonly Span[];
  /** Whether a part of the message, itself, says something of the item named in it, or of the one spoken of. */
  readonly says: (part: string) => boolean;
}

/** "Application, handling": nothing but names of items, or of fields that take no number. */
export function isNamesAlone(part: string, { instrument, naming: { fields }, find }: Parting): boolean {
  const figures = numberFields(instrument);
  const named = [...find(part), ...fields.find(part).filter(({ id }) => !figures.has(id))];
  return named.length > 0 && blanked(part, named).trim() === '';
}

/** The fields of items that take a number. */
export const numberFields = memo((instrument: Instrument): ReadonlySet<string> => {
  const inputs = cardSteps(instrument).flatMap(({ step }) =>
    step.type === 'table' || step.type === 'form' ? step.inputs : [],
  );
  return new Set(inputs.filter(({ type }) => type === 'number').map(({ id }) => id));
});

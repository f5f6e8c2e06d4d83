import type { Instrument } from '../assessment/instrument.ts';
import { type Figures, figuresOf, isOfPart } from '../assessment/peers.ts';
import { findInput } from '../assessment/places.ts';
import type { Register } from '../assessment/register.ts';
import type { ConversationContext } from './context.ts';
import type { KeptRun } from './kept.ts';

/** The figures of a kept result that can stand beside other municipalities'; else why they cannot. */
export function comparable(
  context: Pick<ConversationContext, 'instrument' | 'current'>,
  { dialog, version, answers, outcome }: KeptRun,
): Figures | 'of-a-part' | 'too-little' | 'never' {
  const compares = context.current(dialog)?.compares;
  if (!compares || !context.instrument(dialog, version)) return 'never';
  return (
    figuresOf(compares, answers, outcome) ??
    (isOfPart(compares, answers, outcome) ? 'of-a-part' : 'too-little')
  );
}

/** The register whose names an input of an instrument takes: its entries tell of which group each municipality is. */
export function registerOf(instrument: Instrument, input: string): Register | undefined {
  const found = findInput(instrument, input);
  return found?.type === 'register' ? instrument.registers[found.register] : undefined;
}

/** Whether there is a result among them that can be compared. */
export function someComparable(
  context: Pick<ConversationContext, 'instrument' | 'current'>,
  runs: readonly KeptRun[],
): boolean {
  return runs.some(run => typeof comparable(context, run) === 'object');
}

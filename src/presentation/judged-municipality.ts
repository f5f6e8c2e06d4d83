import { type Outcome, sectionOf } from '../assessment/outcome.ts';
import { inputOf, instrumentOf } from './dialog-texts.ts';
import { valueLabel } from './value-label.ts';
import type { Voice } from './voice.ts';

/** The municipality that a result says it is of, in the voice's language. Whoever runs the service may be another one. */
export function judgedMunicipality(voice: Voice, outcome: Outcome): string | undefined {
  const entries = sectionOf(outcome, 'scope')?.entries ?? [];
  const instrument = instrumentOf(voice, outcome);
  for (const { key, value } of entries) {
    const input = inputOf(instrument, key);
    if (input.type === 'register') return valueLabel(voice, instrument, { input, value });
  }
  return undefined;
}

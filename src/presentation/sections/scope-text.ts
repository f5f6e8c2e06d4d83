import type { Entry } from '../../assessment/answers.ts';
import type { Instrument } from '../../assessment/instrument.ts';
import { entryLine } from '../entries-text.ts';
import type { Voice } from '../voice.ts';

/** What was judged, and by whom, in a line: "Oulu; Työ ja yrittäminen; rooli: Kunnan johto". */
export function scopeText(voice: Voice, instrument: Instrument, entries: readonly Entry[]): string {
  return entries
    .flatMap(({ key, value }) => entryLine(voice, instrument, { key, value, names: {} })?.text ?? [])
    .join('; ');
}

import type { Answers, Entry } from '../answers.ts';
import { frameInputs, type Instrument } from '../instrument.ts';

/** What of these answers says what is judged, in the order it is asked. */
export function scopeOf(instrument: Instrument, answers: Answers): Entry[] {
  return frameInputs(instrument).flatMap(({ id }) => {
    const value = answers[id];
    return value === undefined ? [] : [{ key: id, value }];
  });
}

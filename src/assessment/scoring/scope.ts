import type { Answers, Entry } from '../answers.ts';
import { type Definition, frameInputs } from '../definition.ts';

/** What of these answers says what is judged, in the order it is asked. */
export function scopeOf(definition: Definition, answers: Answers): Entry[] {
  return frameInputs(definition).flatMap(({ id }) => {
    const value = answers[id];
    return value === undefined ? [] : [{ key: id, value }];
  });
}

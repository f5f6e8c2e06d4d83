/** The days on which somebody meant to come back. */
import { type AnswerKey, type Answers, lastOf, splitKey } from './answers.ts';
import { type Condition, holds } from './condition.ts';
import { cardSteps, type Instrument, inputsOf } from './instrument.ts';
import { memo } from './memo.ts';

export interface ReturnDay {
  /** The answer that says so. */
  readonly key: AnswerKey;
  /** `2027-05-01`. */
  readonly day: string;
}

/** The earliest first; without those that something has settled since. */
export function returnDays(instrument: Instrument, answers: Answers): ReturnDay[] {
  const fields = returning(instrument);
  if (fields.size === 0) return [];
  const days = Object.entries(answers).flatMap(([key, day]) => {
    const unless = fields.get(lastOf(key));
    const settled = unless && holds(unless, answers, splitKey(key).items.join('.'));
    return unless && !settled && typeof day === 'string' && day !== 'unknown' ? [{ key, day }] : [];
  });
  return days.sort((one, other) => one.day.localeCompare(other.day));
}

/** Field id → what settles it. */
const returning = memo(
  (instrument: Instrument): ReadonlyMap<string, Condition> =>
    new Map(
      cardSteps(instrument)
        .flatMap(({ step }) => inputsOf(step))
        .flatMap(input => (input.type === 'date' && input.returns ? [[input.id, input.returns.unless]] : [])),
    ),
);

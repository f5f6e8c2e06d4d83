import type { Rejection } from '../conversation/rejection.ts';
import { formatBare } from './format-number.ts';
import type { Voice } from './voice.ts';

/** Misses after which a person is offered. */
export const MISSES_BEFORE_CONTACT = 3;

/** Why an answer was not taken, and what would do. */
export function rejectionText({ t, locale }: Voice, rejection: Rejection): string {
  const { misses = 1, min = 0, max = 0, unit = 'count', decimals = 0, candidates = [0, 0] } = rejection;
  const number = rejection.max !== undefined && misses === 1;
  const problem = rejection.problem === 'not-understood' && number ? 'not-a-number' : rejection.problem;
  if (problem === 'not-understood')
    return t(`bot:rejected.not-understood.${Math.max(1, Math.min(misses, MISSES_BEFORE_CONTACT))}`);
  const range = { min: formatBare(locale, unit, min), max: formatBare(locale, unit, max) };
  if (unit === 'year') return t('bot:units.year.typing', range);
  return t(`bot:rejected.${problem}`, {
    ...range,
    decimals,
    one: candidates[0],
    other: candidates[1],
  });
}

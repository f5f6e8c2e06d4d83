/** Whether what came of it will live on, by how its end has been agreed. */
import { type Answers, keyOf, textAt } from '../../answers.ts';
import type { Instrument } from '../../instrument.ts';
import { itemsOf } from '../../places.ts';
import { chainRules, LIST_OF_EXITS } from './chain-rules.ts';

export type Colour = 'green' | 'yellow' | 'red';

export interface ExitPart {
  readonly id: string;
  /** yes, partly, no or unknown; null where it was not answered. */
  readonly settled: string | null;
  readonly how: string | null;
}

export interface ExitPlan {
  readonly parts: readonly ExitPart[];
  /** null while nothing of it is known. */
  readonly light: Colour | null;
}

/**
 * Red: a decisive part is not settled. Green: every part is, but for as many half-done ones as the rules allow, which
 * are no decisive ones. Yellow: anything else, what is not known included.
 */
export function exitPlanOf(instrument: Instrument, answers: Answers, item: string): ExitPlan {
  const parts = itemsOf(instrument, LIST_OF_EXITS, { at: [], answers }).map(({ id }) => ({
    id,
    settled: textAt(answers, keyOf([item, id], 'settled')) ?? null,
    how: textAt(answers, keyOf([item, id], 'how')) ?? null,
  }));
  return { parts, light: lightOf(instrument, parts) };
}

function lightOf(instrument: Instrument, parts: readonly ExitPart[]): Colour | null {
  const { decisive, partly } = chainRules(instrument).light;
  const known = parts.filter(({ settled }) => settled !== null && settled !== 'unknown');
  if (known.length === 0) return null;
  const held = parts.filter(({ id }) => decisive.includes(id));
  if (held.some(({ settled }) => settled === 'no')) return 'red';
  const done = parts.filter(({ settled }) => settled === 'yes').length;
  const half = parts.filter(({ settled }) => settled === 'partly').length;
  const whole = held.every(({ settled }) => settled === 'yes') && done + half === parts.length;
  return whole && half <= partly ? 'green' : 'yellow';
}

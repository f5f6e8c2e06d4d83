/** The benefit calculator: what a digital service saves in a year, and when it has paid for itself. */
import type { BenefitAnswer, ServiceAnswer } from './workbook-answers.ts';

export const BENEFIT_INPUTS = ['cases', 'hourlyPrice', 'minutesSaved', 'yearlyCost'] as const;
export type BenefitInput = (typeof BENEFIT_INPUTS)[number];

export type Benefit =
  /** Nothing was said of the benefit, or the service is not relevant. */
  | { readonly kind: 'none' }
  /** Some inputs are missing, so the service is left out of every sum. */
  | { readonly kind: 'incomplete'; readonly missing: readonly BenefitInput[] }
  | {
      readonly kind: 'complete';
      /** € a year; negative when the service costs more than it saves. */
      readonly saving: number;
      /** € once; null when not given. */
      readonly oneOffCost: number | null;
      readonly payback: Payback | null;
    };

/** Years until the one-off cost is saved, or `never` when there is no yearly saving. */
export type Payback = number | 'never';

const MINUTES_IN_HOUR = 60;

/** The benefit of one service: cases × minutes saved / 60 × price of an hour − yearly cost. */
export function benefitOf(answer: ServiceAnswer | undefined): Benefit {
  if (!answer?.benefit || answer.status === 'none') return { kind: 'none' };
  const { hourlyPrice, yearlyCost, oneOffCost = null } = answer.benefit;
  const { cases } = answer;
  const minutes = minutesSavedOf(answer.benefit);
  if (cases === undefined || hourlyPrice === undefined || yearlyCost === undefined || minutes === undefined) {
    const given = { cases, hourlyPrice, minutesSaved: minutes, yearlyCost };
    return { kind: 'incomplete', missing: BENEFIT_INPUTS.filter(input => given[input] === undefined) };
  }
  const saving = ((cases * minutes) / MINUTES_IN_HOUR) * hourlyPrice - yearlyCost;
  return { kind: 'complete', saving, oneOffCost, payback: paybackOf(oneOffCost, saving) };
}

/** Minutes saved a case, all phases together; undefined when nothing was given. */
function minutesSavedOf({ minutesSaved }: BenefitAnswer): number | undefined {
  if (typeof minutesSaved !== 'object') return minutesSaved;
  return Object.values(minutesSaved).reduce<number>((sum, minutes) => sum + (minutes ?? 0), 0);
}

/** Years in which yearly savings cover a one-off cost. */
export function paybackOf(oneOffCost: number | null, saving: number): Payback | null {
  if (oneOffCost === null) return null;
  return saving > 0 ? oneOffCost / saving : 'never';
}

/** The benefit calculator: what a digital service saves in a year, and when it has paid for itself. */
import { minutesSavedOf, type ServiceAnswer } from './service-of.ts';

export const BENEFIT_INPUTS = ['cases', 'hourlyPrice', 'minutesSaved', 'yearlyCost'] as const;
export type BenefitInput = (typeof BENEFIT_INPUTS)[number];

export type Benefit =
  /** Nothing was said of the benefit, or the service is not in use and nobody plans it. */
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

const ASKED = ['hourly-price', 'yearly-cost', 'one-off-cost'] as const;

/** The benefit of one service: cases × minutes saved / 60 × price of an hour − yearly cost. */
export function benefitOf(answer: Pick<ServiceAnswer, 'status' | 'amount'> | undefined): Benefit {
  if (answer?.status !== 'inuse' && answer?.status !== 'planned') return { kind: 'none' };
  const { amount } = answer;
  const minutesSaved = minutesSavedOf(answer);
  if (minutesSaved === undefined && ASKED.every(field => amount(field) === undefined))
    return { kind: 'none' };
  const [cases, hourlyPrice, yearlyCost] = [amount('cases'), amount('hourly-price'), amount('yearly-cost')];
  if (
    cases === undefined ||
    hourlyPrice === undefined ||
    yearlyCost === undefined ||
    minutesSaved === undefined
  ) {
    const given = { cases, hourlyPrice, minutesSaved, yearlyCost };
    return { kind: 'incomplete', missing: BENEFIT_INPUTS.filter(input => given[input] === undefined) };
  }
  const saving = ((cases * minutesSaved) / MINUTES_IN_HOUR) * hourlyPrice - yearlyCost;
  const oneOffCost = amount('one-off-cost') ?? null;
  return { kind: 'complete', saving, oneOffCost, payback: paybackOf(oneOffCost, saving) };
}

/** Years in which yearly savings cover a one-off cost. */
export function paybackOf(oneOffCost: number | null, saving: number): Payback | null {
  if (oneOffCost === null) return null;
  return saving > 0 ? oneOffCost / saving : 'never';
}

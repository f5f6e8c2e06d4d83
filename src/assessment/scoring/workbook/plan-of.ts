/** What is planned for a service: who brings it on, by when, and what is to be remembered. No figure is counted from it. */
import { type Answers, keyOf, textAt } from '../../answers.ts';

/** The fields of the plan, as the instrument calls them. */
export const PLAN_FIELDS = ['owner', 'deadline', 'note'] as const;
export type PlanField = (typeof PLAN_FIELDS)[number];

/** `deadline` reads `2027-12-31`. */
export type ServicePlan = { readonly [Field in PlanField]?: string };

export function planOf(answers: Answers, area: string, service: string): ServicePlan {
  return Object.fromEntries(
    PLAN_FIELDS.flatMap(field => {
      const value = textAt(answers, keyOf([area, service], field));
      return value === undefined ? [] : [[field, value] as const];
    }),
  );
}

export function isPlanField(field: string): field is PlanField {
  return PLAN_FIELDS.some(one => one === field);
}

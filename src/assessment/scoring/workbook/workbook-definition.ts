/** The workbook as its measures and its spreadsheet know it: a view of the instrument in `dialogs/workbook.yaml`. */
import { z } from 'zod';
import type { Definition } from '../../definition.ts';
import type { FieldOf } from '../../field.ts';
import { type ListItem, listedItems } from '../../list.ts';
import { memo } from '../../memo.ts';
import { findInput } from '../../places.ts';

/** The phases of a service's process, in the order work flows through them. */
export const PHASES = [
  'application',
  'initiation',
  'handling',
  'decision',
  'invoicing',
  'archiving',
  'supervision',
] as const;
export type Phase = (typeof PHASES)[number];

/** How a phase is done. `na`: the service has no such phase. */
export const PHASE_STATES = ['manual', 'partial', 'full', 'na'] as const;
export type PhaseState = (typeof PHASE_STATES)[number];

export const STATUSES = ['none', 'planned', 'inuse'] as const;
export type Status = (typeof STATUSES)[number];

/** The phases where the benefit calculator asks for saved minutes. */
export const SAVING_PHASES = ['handling', 'decision', 'invoicing', 'archiving'] as const;
export type SavingPhase = (typeof SAVING_PHASES)[number];

const shareSchema = z.number().min(0).max(1);

/** The shape of `scoring` where it is by the workbook's measures. */
export const workbookRulesSchema = z.strictObject({
  by: z.literal('workbook'),
  /** Stair 2 needs a usage rate strictly above this many per cent. */
  usageAbove: z.number().min(0).max(100),
  /** Stair 2 needs at least this share of the relevant services in use, unless the municipality has a target. */
  adoptedShare: shareSchema,
  /** Stair 3 needs these shares of the phases of services in use begun (not manual) and full. */
  phaseShares: z.strictObject({ started: shareSchema, full: shareSchema }),
});

/** The ids of the lists and fields that the measures are counted from. */
export const FIELDS = {
  status: 'status',
  usageRate: 'usage-rate',
  cases: 'cases',
  hourlyPrice: 'hourly-price',
  yearlyCost: 'yearly-cost',
  minutesSaved: 'minutes-saved',
  oneOffCost: 'one-off-cost',
  targetServices: 'target-services',
  targetSavings: 'target-savings',
} as const;
/** The scale of the phases. */
const PHASE_SCALE = 'phase';
export const AREAS = 'areas';
export const SERVICES = 'services';

/** The field of the minutes saved in one phase. */
export function minutesField(phase: SavingPhase): string {
  return `minutes-${phase}`;
}

export interface WorkbookArea {
  readonly id: string;
  readonly services: readonly ListItem[];
}

/** What a number may be, both ends included. */
export interface Range {
  readonly min: number;
  readonly max: number;
}

export interface Workbook {
  readonly version: string;
  readonly approved: Definition['approved'];
  readonly scoring: Omit<z.infer<typeof workbookRulesSchema>, 'by'> & {
    /** What a partly digital phase scores; a manual one scores 0, a fully digital one 1. */
    readonly partialScore: number;
  };
  readonly limits: Readonly<
    Record<
      | 'cases'
      | 'hourlyPrice'
      | 'yearlyCost'
      | 'oneOffCost'
      | 'minutesSaved'
      | 'targetServices'
      | 'targetSavings',
      Range
    >
  > & { readonly ownServices: number };
  /** Figure → the input of the quick check that it stands in for. */
  readonly standsFor: Definition['standsFor'];
  readonly areas: readonly WorkbookArea[];
}

/** The view of an instrument that is scored by the workbook's measures. Throws when a list or field is missing. */
export const workbookOf = memo((definition: Definition): Workbook => {
  const { version, approved, standsFor } = definition;
  const limit = (field: string): Range => rangeOf(definition, field);
  return {
    version,
    approved,
    standsFor,
    scoring: {
      ...workbookRulesSchema.parse(definition.scoring),
      partialScore: definition.scales[PHASE_SCALE]?.options.partial ?? 0,
    },
    limits: {
      cases: limit(FIELDS.cases),
      hourlyPrice: limit(FIELDS.hourlyPrice),
      yearlyCost: limit(FIELDS.yearlyCost),
      oneOffCost: limit(FIELDS.oneOffCost),
      minutesSaved: limit(FIELDS.minutesSaved),
      targetServices: limit(FIELDS.targetServices),
      targetSavings: limit(FIELDS.targetSavings),
      ownServices: definition.lists[SERVICES]?.own ?? 0,
    },
    areas: areasOf(definition),
  };
});

function areasOf({ lists }: Definition): WorkbookArea[] {
  const { [AREAS]: areas, [SERVICES]: services } = lists;
  if (!areas || !services) throw new Error(`the workbook needs the lists ${AREAS} and ${SERVICES}`);
  return listedItems(areas, undefined).map(({ id }) => ({ id, services: listedItems(services, id) }));
}

function rangeOf(definition: Definition, id: string): Range {
  const field = findInput(definition, id);
  if (field?.type !== 'number') throw new Error(`the workbook needs a number ${id}`);
  const { min, max }: FieldOf<'number'> = field;
  return { min, max };
}

/** The workbook as its measures and its spreadsheet know it: a view of the instrument in `dialogs/workbook.yaml`. */
import * as z from 'zod';
import type { Instrument } from '../../instrument.ts';
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

/** `outside`: another organisation provides the service, or nobody here does: it is left out of every measure. */
export const STATUSES = ['outside', 'none', 'planned', 'inuse'] as const;
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
  /** Stair 2 needs at least this share of the municipality's services in use, unless it has a target. */
  adoptedShare: shareSchema,
  /**
   * Stair 3 needs these shares of the phases of services in use begun (not manual) and full: the quick check's
   * `requires`, by the same rule (`../cells.ts`).
   */
  phaseShares: z.strictObject({ started: shareSchema, full: shareSchema }),
});

/** The fields that the measures are counted from. */
export const NEEDED: readonly string[] = [
  'status',
  ...PHASES,
  'usage-rate',
  'cases',
  'hourly-price',
  'yearly-cost',
  'minutes-saved',
  'one-off-cost',
  'target-services',
  'target-savings',
];
export const AREAS = 'areas';
export const SERVICES = 'services';
/** The scale of the phases. */
const PHASE_SCALE = 'phase';

export interface WorkbookArea {
  readonly id: string;
  readonly services: readonly ListItem[];
}

export interface Workbook {
  readonly instrument: Instrument;
  readonly scoring: Omit<z.infer<typeof workbookRulesSchema>, 'by'> & {
    /** What a partly digital phase scores; a manual one scores 0, a fully digital one 1. */
    readonly partialScore: number;
  };
  readonly areas: readonly WorkbookArea[];
  /** How many services of their own people can add to an area. */
  readonly ownServices: number;
}

/** The view of an instrument that is scored by the workbook's measures. Throws when a list or field is missing. */
export const workbookOf = memo(
  (instrument: Instrument): Workbook => ({
    instrument,
    scoring: {
      ...workbookRulesSchema.parse(instrument.scoring),
      partialScore: instrument.scales[PHASE_SCALE]?.options.partial ?? 0,
    },
    areas: areasOf(instrument),
    ownServices: instrument.lists[SERVICES]?.own ?? 0,
  }),
);

function areasOf({ lists }: Instrument): WorkbookArea[] {
  const { [AREAS]: areas, [SERVICES]: services } = lists;
  if (!areas || !services) throw new Error(`the workbook needs the lists ${AREAS} and ${SERVICES}`);
  return listedItems(areas, undefined).map(({ id }) => ({ id, services: listedItems(services, id) }));
}

/** What a number may be, both ends included. Throws when the instrument asks for no such number. */
export function rangeOf(
  { instrument }: Workbook,
  id: string,
): { readonly min: number; readonly max: number } {
  const field = findInput(instrument, id);
  if (field?.type !== 'number') throw new Error(`the workbook needs a number ${id}`);
  return { min: field.min, max: field.max };
}

/**
 * The shape of `dialogs/workbook.yaml`: the service areas, the services the market has a digital solution for,
 * and the numbers the measures rest on. No texts: names live in `locales/` under the ids used here.
 */
import { z } from 'zod';
import { idSchema } from '../definition.ts';

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
const rangeSchema = z
  .strictObject({ min: z.number(), max: z.number() })
  .refine(({ min, max }) => min < max, 'min has to be under max');

const serviceSchema = z.strictObject({
  id: idSchema,
  /** Class of the national service catalogue (PTV), where one fits. */
  ptv: z
    .string()
    .regex(/^P\d{1,2}(\.\d{1,2})?$/, 'a PTV class reads P1 or P1.2')
    .optional(),
});

/** The model's service areas: a result that lacks one is not the whole municipality's. */
export const AREA_COUNT = 6;

const areaSchema = z.strictObject({ id: idSchema, services: z.array(serviceSchema).min(8).max(18) });

export const workbookSchema = z
  .strictObject({
    id: z.literal('workbook'),
    version: z.string().regex(/^\d+\.\d+\.\d+$/, 'a version reads major.minor.patch'),
    speaker: z.literal('official'),
    approved: z.strictObject({ role: idSchema, date: z.iso.date() }),
    /** Where the idea comes from, and whether the lists and formulas are the source's or ours. */
    source: idSchema,
    basis: z.enum(['source', 'own']),
    /** `tentative`: the lists have not yet been tried out with municipalities. */
    state: z.enum(['tentative', 'established']),
    scoring: z.strictObject({
      /** What a partly digital phase scores; a manual one scores 0, a fully digital one 1. */
      partialScore: shareSchema,
      /** Stair 2 needs a usage rate strictly above this many per cent. */
      usageAbove: z.number().min(0).max(100),
      /** Stair 2 needs at least this share of the relevant services in use, unless the municipality has a target. */
      adoptedShare: shareSchema,
      /** Stair 3 needs these shares of the phases of services in use begun (not manual) and full. */
      phaseShares: z.strictObject({ started: shareSchema, full: shareSchema }),
    }),
    /** What a number may be, both ends included. */
    limits: z.strictObject({
      cases: rangeSchema,
      hourlyPrice: rangeSchema,
      yearlyCost: rangeSchema,
      oneOffCost: rangeSchema,
      minutesSaved: rangeSchema,
      targetServices: rangeSchema,
      targetSavings: rangeSchema,
      /** How many services of their own a user can add to an area. */
      ownServices: z.number().int().positive(),
    }),
    /** The inputs of the quick check that the workbook's figures stand in for. */
    quickCheck: z.strictObject({
      services: idSchema,
      usage: idSchema,
      phases: z.record(z.enum(PHASES), idSchema),
    }),
    areas: z.array(areaSchema).length(AREA_COUNT),
  })
  .superRefine(({ areas }, context) => {
    const ids = areas.flatMap(({ id, services }) => [id, ...services.map(service => service.id)]);
    const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
    for (const id of twice) {
      context.addIssue({ code: 'custom', path: ['areas'], message: `the id ${id} is used twice` });
    }
  });

export type Workbook = z.infer<typeof workbookSchema>;
export type WorkbookArea = Workbook['areas'][number];

export type ParsedWorkbook =
  | { readonly kind: 'parsed'; readonly workbook: Workbook }
  | {
      readonly kind: 'rejected';
      readonly problems: readonly { readonly path: string; readonly problem: string }[];
    };

/** Checks data read from the definition's file. Every problem is reported, with its path in the file. */
export function parseWorkbook(data: unknown): ParsedWorkbook {
  const parsed = workbookSchema.safeParse(data);
  if (parsed.success) return { kind: 'parsed', workbook: parsed.data };
  const problems = parsed.error.issues.map(({ path, message }) => ({
    path: path.join('.'),
    problem: message,
  }));
  return { kind: 'rejected', problems };
}

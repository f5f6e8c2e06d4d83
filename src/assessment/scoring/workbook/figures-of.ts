/** The figures of a workbook that are set beside those of another year: few enough to be kept. */
import * as z from 'zod';
import { idSchema } from '../../id.ts';
import type { AreaResult, WorkbookResult } from './assess-workbook.ts';
import type { EvidenceStair } from './evidence.ts';

const stairSchema = z.literal([1, 2, 3]);

/** Of an area or the whole. Shares are 0–1, the saving is € a year; null: there is nothing to compute from. */
const yearFiguresSchema = z
  .strictObject({
    services: z.number(),
    answered: z.number(),
    coverage: z.number().nullable(),
    degree: z.number().nullable(),
    usage: z.number().nullable(),
    saving: z.number().nullable(),
    stair: z.strictObject({ low: stairSchema, high: stairSchema }).readonly().nullable(),
  })
  .readonly();
export type YearFigures = z.infer<typeof yearFiguresSchema>;

export const workbookFiguresSchema = z
  .strictObject({
    whole: yearFiguresSchema,
    /** Id of an area → its figures. */
    areas: z.record(idSchema, yearFiguresSchema).readonly(),
    /** Of a kept result: when it was kept, epoch milliseconds, by which version, and from which catalogue it was advised. */
    kept: z
      .strictObject({ at: z.number(), version: z.string(), catalogue: z.string().exactOptional() })
      .readonly()
      .exactOptional(),
  })
  .readonly();
export type WorkbookFigures = z.infer<typeof workbookFiguresSchema>;

export function figuresOf(result: WorkbookResult): WorkbookFigures {
  return {
    whole: yearFigures(result, result.stair),
    areas: Object.fromEntries(result.areas.map(area => [area.id, yearFigures(area, area.evidence.stair)])),
  };
}

function yearFigures(
  {
    counts,
    coverage,
    degree,
    usage,
    benefit,
  }: Pick<AreaResult, 'counts' | 'coverage' | 'degree' | 'usage' | 'benefit'>,
  stair: EvidenceStair | null,
): YearFigures {
  return {
    services: counts.services,
    answered: counts.answered,
    coverage,
    degree,
    usage: usage?.rate ?? null,
    saving: benefit.savingInUse,
    stair,
  };
}

/** Replies of November 2026 that refused a card of the workbook, as today's `refused`. */
import * as z from 'zod';

interface Field {
  readonly key: string;
  readonly min?: number;
  readonly max?: number;
}

/** November's field names → today's keys and bounds. Only the label and the bounds are drawn, so any service's key does. */
const FIELDS: Readonly<Record<string, Field>> = {
  areas: { key: 'areas' },
  status: { key: 'status' },
  usageRate: { key: 'usage-rate', min: 0, max: 100 },
  cases: { key: 'cases', min: 0, max: 10_000_000 },
  minutesSaved: { key: 'minutes-saved', min: -10_000, max: 10_000 },
  hourlyPrice: { key: 'hourly-price', min: 0, max: 1000 },
  yearlyCost: { key: 'yearly-cost', min: 0, max: 100_000_000 },
  oneOffCost: { key: 'one-off-cost', min: 0, max: 100_000_000 },
  name: { key: 'environment.own-1.name', max: 120 },
  services: { key: 'target-services', min: 1, max: 500 },
  savings: { key: 'target-savings', min: 1, max: 1_000_000_000 },
  own: { key: 'own', max: 30 },
};

/** Problems that have another name now. */
const RENAMED: Readonly<Record<string, string>> = {
  'not-a-rate': 'not-a-number',
  'missing-status': 'missing',
  'minutes-twice': 'twice',
  'used-twice': 'twice',
  'unknown-key': 'unknown-input',
};

const refusedSchema = z.object({
  version: z.string(),
  problems: z.array(
    z.object({
      field: z.string(),
      code: z.string(),
      min: z.number().optional(),
      max: z.number().optional(),
      candidates: z.tuple([z.number(), z.number()]).optional(),
    }),
  ),
});

/** A problem for each field; one whose field is not known above is drawn without the field's name. */
export function carriedRefused(reply: unknown): unknown {
  const read = refusedSchema.safeParse(reply).data;
  if (!read) return undefined;
  const problems = read.problems.map(({ field, code, ...bounds }) => {
    const { key, ...range } = FIELDS[field] ?? { key: 'field' };
    const given = Object.fromEntries(Object.entries(bounds).filter(([, value]) => value !== undefined));
    return { key, rejection: { problem: RENAMED[code] ?? code, ...range, ...given } };
  });
  return { kind: 'refused', dialog: 'workbook', version: read.version, problems };
}

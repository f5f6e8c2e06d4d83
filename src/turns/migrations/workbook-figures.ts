/** The workbook's figures as replies of November 2026 bore them, as sections of today. */
import * as z from 'zod';
import { intervalSchema } from '../../assessment/interval.ts';
import type { Line } from '../../assessment/line.ts';
import { BENEFIT_INPUTS } from '../../assessment/scoring/workbook/benefit.ts';
import { PHASES } from '../../assessment/scoring/workbook/workbook-instrument.ts';
import {
  headline,
  measureLines,
  share,
  stairLine,
  targetLines,
} from '../../assessment/scoring/workbook/workbook-lines.ts';
import type { Section } from '../../assessment/sections/section.ts';
import { type ServiceName, serviceNameSchema } from './november-answer.ts';

const amount = z.number().nullable();
const weighting = z.enum(['cases', 'plain']);
const stair = z.literal([1, 2, 3]);
const services = z.array(serviceNameSchema);

export const countsSchema = z.object({
  services: z.number(),
  answered: z.number(),
  none: z.number(),
  planned: z.number(),
  inUse: z.number(),
  relevant: z.number(),
});

/** The figures that a line under an answer told of. */
export const growingSchema = z.object({
  area: z.string(),
  coverage: amount,
  degree: amount,
  usage: z.object({ rate: z.number(), weighting }).nullable(),
});

/** The measures of an area or of the whole, and which services they leave out. */
export const figures = growingSchema.omit({ area: true }).extend({
  counts: countsSchema,
  developFirst: z.object({ phase: z.enum(PHASES), weighting }).nullable(),
  benefit: z.object({
    savingInUse: amount,
    savingPlanned: amount,
    saving: amount,
    oneOffCosts: amount,
    payback: z.union([z.number(), z.literal('never')]).nullable(),
    services: z.number(),
    incomplete: z.number(),
  }),
  stair: z.object({ low: stair, high: stair }).nullable(),
  leftOut: z.object({
    degree: services,
    usage: services,
    cases: services,
    benefit: z.array(serviceNameSchema.extend({ missing: z.array(z.enum(BENEFIT_INPUTS)) })),
  }),
});
export type Figures = z.infer<typeof figures>;

/** What a card of an area's figures shows. */
export function figureSections(told: Figures): Section[] {
  return [{ kind: 'figures', lines: linesOf(told) }, headline(told.stair), ...missing(told)];
}

/** November told no count of services without an answer, so none is shown as missing. */
function linesOf(told: Figures): Line[] {
  const { counts, usage } = told;
  return measureLines({
    ...told,
    counts: { ...counts, belonging: counts.relevant, answered: counts.services },
    usage: usage && { ...usage, weighting: 'plain', plain: usage.rate },
  }).map(line => (line.id === 'usage-plain' ? { ...line, id: `usage-${usage?.weighting}` } : line));
}

const target = z.object({ target: z.number(), share: z.number() });
const wholeSchema = z.object({
  version: z.string(),
  figures,
  areas: z.array(figures.extend({ area: z.string() })),
  target: z.object({
    services: target.nullable(),
    savings: target.extend({ shareWithPlanned: z.number() }).nullable(),
  }),
  quickCheck: z
    .object({
      dialog: z.string(),
      version: z.string(),
      own: intervalSchema,
      withEvidence: intervalSchema,
      differences: z.array(z.unknown()),
    })
    .optional(),
  open: z.boolean(),
});

/** The whole municipality's result. It was always called that, whatever it was of. */
export function carriedWhole(reply: unknown): unknown {
  const read = wholeSchema.safeParse(reply).data;
  if (!read) return undefined;
  const { version, figures: whole, areas, quickCheck, open } = read;
  const sections = [
    headline(whole.stair),
    { kind: 'figures', lines: [...linesOf(whole), ...targetLines(read.target)] },
    ...(areas.length > 0 ? [{ kind: 'rows', title: { id: 'areas' }, rows: areas.map(areaRow) }] : []),
    ...missing(whole),
    ...(quickCheck ? [{ kind: 'compare', ...quickCheck }] : []),
    { kind: 'rules', line: { id: 'rules' } },
  ];
  return {
    kind: 'result',
    dialog: 'workbook',
    version,
    outcome: { dialog: 'workbook', version, sections },
    answers: {},
    reasons: {},
    ...(open && { open }),
  };
}

function areaRow(told: Figures & { area: string }) {
  const { area, coverage, degree, usage } = told;
  const amounts = { coverage: share(coverage), degree: share(degree), usage: share(usage?.rate ?? null) };
  return {
    item: { list: 'areas', id: area },
    line: { id: 'area-figures', amounts },
    remark: stairLine(told.stair),
  };
}

/** More lines than these about the benefit were not shown. */
const MOST_BENEFIT_LINES = 8;

function missing({ leftOut }: Figures): Section[] {
  const line = (id: 'degree' | 'usage' | 'cases'): Line[] => {
    const items = leftOut[id].map(named);
    return items.length === 0
      ? []
      : [{ id: `left-out-${id}`, count: items.length, amounts: { services: { items } } }];
  };
  const benefit = leftOut.benefit.slice(0, MOST_BENEFIT_LINES).map(({ missing: inputs, ...service }) => ({
    id: 'left-out-benefit',
    amounts: {
      service: { items: [named(service)] },
      missing: { terms: inputs.map(input => `benefit-inputs.${input}`) },
    },
  }));
  const lines = [...line('degree'), ...line('usage'), ...line('cases'), ...benefit];
  return lines.length === 0 ? [] : [{ kind: 'missing', lines }];
}

/** A service as sections name it. */
export function named(service: ServiceName) {
  return { list: 'services', ...service };
}

import { z } from 'zod';
import {
  PHASE_STATES,
  PHASES,
  SAVING_PHASES,
  STATUSES,
  type Workbook,
  type WorkbookArea,
} from './workbook-definition.ts';

const MAX_NAME = 120;
/** Control and invisible direction characters have no place in a name and can disguise one. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u200e\u200f\u2028-\u202e\u2066-\u2069\ufffe\uffff]/u;
const OWN_ID = /^[a-z][a-z0-9-]{0,40}$/;
/** Cents, tenths of minutes and tenths of per cent fit in two decimals, and so survive a spreadsheet exactly. */
const MOST_DECIMALS = 2;

/**
 * The zod schema of a workbook's answers. The message of an issue is the problem's code. Unknown keys are
 * problems: a misspelt service must not vanish silently.
 */
export function answersSchema(workbook: Workbook) {
  const { limits } = workbook;
  const areas = workbook.areas.map(area => [area.id, areaSchema(workbook, area)] as const);
  return strict({
    dialog: z.literal('workbook', { error: 'not-a-workbook' }),
    version: z
      .string({ error: 'not-a-version' })
      .regex(/^\d{1,4}\.\d{1,4}\.\d{1,4}$/, 'not-a-version')
      .default(workbook.version),
    target: optionalGroup({
      services: amount({ ...limits.targetServices, whole: true }).optional(),
      savings: amount(limits.targetSavings).optional(),
    }),
    areas: strict(Object.fromEntries(areas)),
  });
}

function areaSchema(workbook: Workbook, area: WorkbookArea) {
  const service = serviceSchema(workbook);
  const listed = Object.fromEntries(area.services.map(({ id }) => [id, service.optional()]));
  const own = service.extend({ id: text().regex(OWN_ID, 'not-an-id'), name: nameSchema() });
  const owns = z.array(own, { error: 'not-a-list' }).max(workbook.limits.ownServices, 'too-many');
  return optionalGroup({
    services: optionalGroup(listed),
    own: owns.superRefine(uniqueIds(area)).transform(nothingIfEmpty).optional(),
  });
}

function serviceSchema({ limits }: Workbook) {
  const minutes = amount(limits.minutesSaved);
  const minutesByPhase = group(Object.fromEntries(SAVING_PHASES.map(phase => [phase, minutes.optional()])));
  const phases = optionalGroup(
    Object.fromEntries(PHASES.map(phase => [phase, option(PHASE_STATES).optional()])),
  );
  const usageRate = z.union([amount({ min: 0, max: 100 }), z.enum(['unknown', 'na'])], {
    error: 'not-a-rate',
  });
  return strict({
    status: option(STATUSES),
    phases,
    usageRate: usageRate.optional(),
    cases: amount({ ...limits.cases, whole: true }).optional(),
    benefit: optionalGroup({
      hourlyPrice: amount(limits.hourlyPrice).optional(),
      yearlyCost: amount(limits.yearlyCost).optional(),
      minutesSaved: z.union([minutes, minutesByPhase], { error: 'not-a-number' }).optional(),
      oneOffCost: amount(limits.oneOffCost).optional(),
    }),
  });
}

function strict<T extends z.core.$ZodLooseShape>(shape: T) {
  return z.strictObject(shape, {
    error: ({ code, input }) => {
      if (code === 'unrecognized_keys') return 'unknown-key';
      return input === undefined ? 'missing' : 'not-an-object';
    },
  });
}

/** A group of inputs where everything may be left out: with nothing in it, it is not there. */
function group<T extends z.core.$ZodLooseShape>(shape: T) {
  return strict(shape).transform(nothingIfEmpty);
}

function optionalGroup<T extends z.core.$ZodLooseShape>(shape: T) {
  return group(shape).optional();
}

function nothingIfEmpty<T extends object>(value: T): T | undefined {
  return Object.values(value).some(part => part !== undefined) ? value : undefined;
}

function option<const T extends readonly string[]>(options: T) {
  return z.enum(options, { error: ({ input }) => (input === undefined ? 'missing' : 'not-an-option') });
}

function text() {
  return z.string({ error: ({ input }) => (input === undefined ? 'missing' : 'not-text') });
}

function nameSchema() {
  return (
    text()
      // Cells and pasted text come with stray line breaks and tabs, which are spaces here, and with loose accents.
      .transform(name =>
        name
          .normalize('NFC')
          .replace(/[\s\u00a0]+/g, ' ')
          .trim(),
      )
      .pipe(z.string().min(1, 'missing').max(MAX_NAME, 'too-long'))
      .refine(name => !UNPRINTABLE.test(name), 'unprintable')
  );
}

interface Bounds {
  readonly min: number;
  readonly max: number;
  readonly whole?: true;
}

function amount({ min, max, whole }: Bounds) {
  const error = ({ input }: { input?: unknown }) => (input === undefined ? 'missing' : 'not-a-number');
  return z.number({ error }).superRefine((value, context) => {
    const report = (message: string) => context.addIssue({ code: 'custom', message, params: { min, max } });
    if (value < min || value > max) report('out-of-range');
    else if (whole && !Number.isInteger(value)) report('not-whole');
    else if (Number(value.toFixed(MOST_DECIMALS)) !== value) report('too-precise');
  });
}

function uniqueIds(area: WorkbookArea) {
  return (services: readonly { id: string }[], context: z.RefinementCtx) => {
    const taken = new Set(area.services.map(({ id }) => id));
    for (const [index, { id }] of services.entries()) {
      if (taken.has(id)) context.addIssue({ code: 'custom', path: [index, 'id'], message: 'used-twice' });
      taken.add(id);
    }
  };
}

import fc from 'fast-check';
import {
  PHASE_STATES,
  PHASES,
  rangeOf,
  SAVING_PHASES,
  STATUSES,
  type Workbook,
} from '../../../../src/assessment/scoring/workbook/workbook-instrument.ts';
import type {
  AreaAnswer,
  BenefitAnswer,
  OwnService,
  PlanAnswer,
  ServiceAnswer,
  WorkbookAnswers,
} from './workbook-answers.ts';

/** Any answers a person could give to this workbook, in their canonical shape. */
export function anyAnswers(workbook: Workbook): fc.Arbitrary<WorkbookAnswers> {
  const areas = workbook.areas.map(({ id, services }) => {
    const ids = services.map(service => service.id);
    const listed = fc.dictionary(fc.constantFrom(...ids), anyService(workbook), { minKeys: 1, maxKeys: 8 });
    const own = fc.array(anyOwn(workbook), { minLength: 1, maxLength: 3 }).map(numbered);
    const area: fc.Arbitrary<AreaAnswer> = fc.oneof(
      fc.record({ services: listed }),
      fc.record({ services: listed, own }),
      fc.record({ own }),
    );
    return [id, fc.option(area, { nil: undefined })] as const;
  });
  return fc.record(
    {
      dialog: fc.constant('workbook' as const),
      version: fc.constant(workbook.instrument.version),
      target: fc.record({
        services: fc.integer(rangeOf(workbook, 'target-services')),
        savings: hundredths(1, 90_000),
      }),
      areas: fc.record(Object.fromEntries(areas)).map(withoutUndefined),
    },
    { requiredKeys: ['dialog', 'version', 'areas'] },
  );
}

function anyService(workbook: Workbook): fc.Arbitrary<ServiceAnswer> {
  const { min, max } = rangeOf(workbook, 'minutes-saved');
  const minutes = hundredths(min, max);
  const benefit: fc.Arbitrary<BenefitAnswer> = some({
    hourlyPrice: hundredths(0, 200),
    yearlyCost: hundredths(0, 90_000),
    minutesSaved: fc.oneof(minutes, some(Object.fromEntries(SAVING_PHASES.map(phase => [phase, minutes])))),
    oneOffCost: hundredths(0, 90_000),
  });
  return fc.record(
    {
      status: fc.constantFrom(...STATUSES),
      phases: some(Object.fromEntries(PHASES.map(phase => [phase, fc.constantFrom(...PHASE_STATES)]))),
      usageRate: fc.oneof(hundredths(0, 100), fc.constantFrom('unknown' as const, 'na' as const)),
      cases: fc.integer({ min: 0, max: 50_000 }),
      benefit,
      plan: anyPlan,
    },
    { requiredKeys: ['status'] },
  );
}

const anyText = (maxLength: number) => fc.string({ minLength: 1, maxLength, unit: 'grapheme' }).map(cleaned);
const anyPlan: fc.Arbitrary<PlanAnswer> = some({
  owner: anyText(30),
  deadline: fc
    .date({ min: new Date('1901-01-01'), max: new Date('9999-12-30'), noInvalidDate: true })
    .map(day => day.toISOString().slice(0, 10)),
  note: anyText(60),
});

function anyOwn(workbook: Workbook): fc.Arbitrary<Omit<OwnService, 'id'>> {
  return fc.tuple(anyText(60), anyService(workbook)).map(([name, service]) => ({ name, ...service }));
}

/** Names as they come out of the check: visible, with single spaces. */
function cleaned(name: string): string {
  const visible = name.replace(/[\p{Cc}\p{Cs}\u200e\u200f\u2028-\u202e\u2066-\u2069\ufffe\uffff]/gu, '');
  return (
    visible
      .normalize('NFC')
      .replace(/[\s\u00a0]+/g, ' ')
      .trim() || 'Palvelu'
  );
}

function numbered(services: readonly Omit<OwnService, 'id'>[]): OwnService[] {
  return services.map((service, index) => ({ id: `own-${index + 1}`, ...service }));
}

/** A number with at most two decimals. */
function hundredths(min: number, max: number): fc.Arbitrary<number> {
  return fc.integer({ min: min * 100, max: max * 100 }).map(value => value / 100);
}

/** A record with any of the keys, but never empty. */
function some<T>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }) {
  return fc.record(model, { requiredKeys: [] }).filter(value => Object.keys(value).length > 0);
}

function withoutUndefined<T>(areas: Record<string, T | undefined>): Record<string, T> {
  return Object.fromEntries(
    Object.entries(areas).flatMap(([id, area]) => (area === undefined ? [] : [[id, area]])),
  );
}

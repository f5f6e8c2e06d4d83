/** What stands in the cells of a service's row that no formula computes: constants of the file, and what was answered. */
import { sourceDay } from '../../assessment/prefilled.ts';
import { recordOf } from '../../assessment/record-of.ts';
import type { ServicePlan } from '../../assessment/scoring/workbook/plan-of.ts';
import type { AreaService, ServiceAnswer } from '../../assessment/scoring/workbook/service-of.ts';
import { PHASES, type Phase, SAVING_PHASES } from '../../assessment/scoring/workbook/workbook-instrument.ts';
import type { ColumnKey } from './area-columns.ts';
import { dayCell } from './cell-day.ts';
import type { ExportContext } from './export-context.ts';
import { MARKS } from './marks.ts';
import { shortDate } from './short-date.ts';

export type RowValues = Partial<Record<ColumnKey, string | number | undefined>>;

/** Of a service of this area; undefined: a spare row. */
export function rowValues(area: string, service: AreaService | undefined, context: ExportContext): RowValues {
  return {
    ...fixedValues(service, context),
    source: service && sourceOf(`${area}.${service.id}`, context),
    ...answerValues(service?.answer, context),
    ...planValues(context.planOf(area, service?.id)),
  };
}

function fixedValues(service: AreaService | undefined, { t, words: { labels } }: ExportContext): RowValues {
  if (!service) return { id: MARKS.newOwn, solution: t('workbook-sheet:sheet.own-lead') };
  if (service.name !== undefined) return { id: MARKS.own(service.id, service.name), name: service.name };
  return {
    id: MARKS.service(service.id),
    name: t(`workbook:services.${service.id}.name`),
    solution: t(`workbook:services.${service.id}.about`),
    ptv: service.ptv,
    'cases-kind': service.cases && labels.kinds[service.cases],
  };
}

/** "Palvelutietovaranto, 28.11.2026: Tilanne, Hakemus", of what stands as it came from there. */
function sourceOf(item: string, { prefilled, locale, t }: ExportContext): string | undefined {
  const days = new Map<string, string[]>();
  for (const field of ['status', 'application']) {
    const day = sourceDay(prefilled, `${item}.${field}`);
    if (day !== undefined) days.set(day, [...(days.get(day) ?? []), t(`workbook:inputs.${field}.short`)]);
  }
  const lines = [...days].map(([day, fields]) =>
    t('prefill:in-cell', {
      source: t('prefill:source', { date: shortDate(locale, day) }),
      fields: fields.join(', '),
    }),
  );
  return lines.length > 0 ? lines.join('; ') : undefined;
}

function answerValues(answer: ServiceAnswer | undefined, { words: { labels } }: ExportContext): RowValues {
  if (!answer) return {};
  const { status, usageRate, phase, amount } = answer;
  const stateOf = (key: Phase) => {
    const state = phase(key);
    return state && labels.phaseStates[state];
  };
  return {
    status: labels.statuses[status],
    ...recordOf(PHASES, stateOf),
    usage: typeof usageRate === 'string' ? labels.rates[usageRate] : asShare(usageRate),
    'minutes-total': amount('minutes-saved'),
    ...recordOf(AMOUNTS, amount),
  };
}

function planValues({ owner, deadline, note }: ServicePlan): RowValues {
  return { owner, deadline: dayCell(deadline), note };
}

/** The columns that bear the ids of their fields. */
const AMOUNTS = [
  'cases',
  'hourly-price',
  'yearly-cost',
  ...SAVING_PHASES.map(phase => `minutes-${phase}` as const),
  'one-off-cost',
] as const;

/** 80.1 → 0.801, without the tail a division leaves. */
function asShare(percent: number | undefined): number | undefined {
  return percent === undefined ? undefined : Number((percent / 100).toFixed(6));
}

/** The boxes at the top of the summary, and the municipality's own targets. */
import type { WorkbookTarget } from '../../assessment/workbook/workbook-answers.ts';
import type { ExportContext } from './export-context.ts';
import { type FORMATS, LOOKS, withFormat } from './looks.ts';
import { stairText } from './stair-text.ts';
import { BENEFIT_TABLE, EVIDENCE_ROWS, KPI_ROWS, SUMMARY_COLUMNS, TARGET_ROWS } from './summary-layout.ts';
import { benefitColumns, mainCell, percent, WHOLE } from './summary-tables.ts';
import type { Computed, Draft } from './xlsx/draft.ts';
import { at, fixed } from './xlsx/reference.ts';
import type { Style, Validation } from './xlsx/sheet.ts';

interface Kpi {
  readonly name: string;
  readonly note: string;
  readonly look: Style;
  readonly computed: Computed;
}

export function putKpis(draft: Draft, context: ExportContext): void {
  draft.rows.set(KPI_ROWS.names, { height: 34 });
  draft.rows.set(KPI_ROWS.values, { height: 40 });
  draft.rows.set(KPI_ROWS.notes, { height: 38 });
  draft.put(KPI_ROWS.names, SUMMARY_COLUMNS.label, LOOKS.kpiName);
  draft.put(KPI_ROWS.values, SUMMARY_COLUMNS.label, LOOKS.kpiLabel, context.t('workbook:summary.whole'));
  draft.put(KPI_ROWS.notes, SUMMARY_COLUMNS.label, LOOKS.kpiName);
  for (const [index, { name, note, look, computed }] of kpis(context).entries()) {
    const column = SUMMARY_COLUMNS.first + index;
    draft.put(KPI_ROWS.names, column, LOOKS.kpiName, name);
    draft.compute(KPI_ROWS.values, column, look, computed);
    draft.put(KPI_ROWS.notes, column, LOOKS.kpiNote, note);
  }
}

const NOTHING = '–';

function kpis(context: ExportContext): Kpi[] {
  const { t, result, words, workbook } = context;
  const text = (key: string) => t(`workbook:summary.${key}`);
  const box = (key: string, look: Style, cell: string, value: string | number | null | undefined): Kpi => ({
    name: text(key),
    note:
      key === 'usage'
        ? t('workbook:summary.usage-note', { bound: percent(workbook.scoring.usageAbove / 100, context) })
        : text(`${key}-note`),
    look,
    computed: orNothing(cell, value),
  });
  const first = result.developFirst;
  const saving = at(BENEFIT_TABLE.whole, SUMMARY_COLUMNS.first);
  return [
    box('stair', LOOKS.kpi, at(EVIDENCE_ROWS.stair, WHOLE.column), stairText(result.stair) || null),
    box('coverage', kpi('wholePercent'), mainCell('coverage', WHOLE, context), result.coverage),
    box('degree', kpi('wholePercent'), mainCell('degree', WHOLE, context), result.degree),
    box('usage', kpi('wholePercent'), mainCell('usage', WHOLE, context), result.usage?.rate),
    box('saving', { ...kpi('euros'), size: 14 }, saving, result.benefit.savingInUse),
    box(
      'develop-first',
      LOOKS.kpiText,
      mainCell('develop-first', WHOLE, context),
      first && words.phases[first.phase],
    ),
  ];
}

function kpi(format: keyof typeof FORMATS): Style {
  return withFormat(LOOKS.kpi, format);
}

function orNothing(cell: string, value: string | number | null | undefined): Computed {
  return { formula: `IF(${cell}="","${NOTHING}",${cell})`, value: value ?? NOTHING };
}

/** Two rows where the municipality writes its targets. Returns the checks of the cells that are filled in. */
export function putTargets(
  draft: Draft,
  target: WorkbookTarget | undefined,
  context: ExportContext,
): Validation[] {
  const { t, result, workbook } = context;
  const { label, first } = SUMMARY_COLUMNS;
  draft.put(TARGET_ROWS.heading, label, LOOKS.heading, t('workbook:summary.targets-heading'));
  const headers = ['target', 'target-value', 'target-actual', 'target-share', 'target-with-planned'];
  for (const [index, key] of headers.entries()) {
    draft.put(
      TARGET_ROWS.header,
      label + index,
      index === 0 ? LOOKS.headerLeft : LOOKS.header,
      t(`workbook:summary.${key}`),
    );
  }
  draft.rows.set(TARGET_ROWS.header, { height: 34 });
  draft.put(TARGET_ROWS.services, label, LOOKS.bold, t('workbook:summary.target-services'));
  draft.put(TARGET_ROWS.savings, label, LOOKS.bold, t('workbook:summary.target-savings'));
  draft.put(TARGET_ROWS.services, first, withFormat(LOOKS.input, 'number'), target?.services);
  draft.put(TARGET_ROWS.savings, first, withFormat(LOOKS.input, 'number'), target?.savings);
  const { counts, benefit } = result;
  const [inUse, relevant] = [mainCell('in-use', WHOLE, context), mainCell('planned', WHOLE, context)];
  putTarget(draft, 'services', {
    target: target?.services,
    actual: { formula: inUse, value: counts.inUse },
    withPlanned: { formula: `${inUse}+${relevant}`, value: counts.relevant },
  });
  const benefits = benefitColumns(context);
  const benefitCell = (key: string) =>
    fixed(BENEFIT_TABLE.whole, first + benefits.findIndex(column => column.key === key));
  putTarget(draft, 'savings', {
    target: target?.savings,
    actual: { formula: `N(${benefitCell('saving-in-use')})`, value: benefit.savingInUse ?? 0 },
    withPlanned: { formula: `N(${benefitCell('saving-all')})`, value: benefit.saving ?? 0 },
  });
  const error = (limits: { min: number; max: number }, kind: 'whole' | 'number') => ({
    title: t('workbook:sheet.error-title'),
    text: t(`workbook:sheet.error-${kind}`, limits),
  });
  const { targetServices, targetSavings } = workbook.limits;
  return [
    {
      kind: 'whole',
      range: at(TARGET_ROWS.services, first),
      ...targetServices,
      error: error(targetServices, 'whole'),
    },
    {
      kind: 'decimal',
      range: at(TARGET_ROWS.savings, first),
      ...targetSavings,
      error: error(targetSavings, 'number'),
    },
  ];
}

interface TargetRow {
  readonly target: number | undefined;
  readonly actual: Computed;
  readonly withPlanned: Computed;
}

function putTarget(
  draft: Draft,
  which: 'services' | 'savings',
  { target, actual, withPlanned }: TargetRow,
): void {
  const row = TARGET_ROWS[which];
  const { first } = SUMMARY_COLUMNS;
  const format = which === 'savings' ? 'euros' : 'number';
  const goal = fixed(row, first);
  const share = ({ formula, value }: Computed): Computed => ({
    formula: `IF(ISNUMBER(${goal}),(${formula})/${goal},"")`,
    value: target ? Number(value) / target : '',
  });
  draft.compute(row, first + 1, withFormat(LOOKS.computed, format), actual);
  draft.compute(row, first + 2, withFormat(LOOKS.computed, 'wholePercent'), share(actual));
  draft.compute(row, first + 3, withFormat(LOOKS.computed, 'wholePercent'), share(withPlanned));
}

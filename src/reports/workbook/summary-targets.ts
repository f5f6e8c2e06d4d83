/** The municipality's own targets: two rows on the summary that it fills in. */
import { rangeOf } from '../../assessment/scoring/workbook/workbook-definition.ts';
import { benefitColumns } from './benefit-columns.ts';
import type { ExportContext } from './export-context.ts';
import { headingText } from './heading-text.ts';
import { HEADER_SIZE, LOOKS, withFormat } from './looks.ts';
import { BENEFIT_TABLE, SUMMARY_COLUMNS, SUMMARY_WIDTH, TARGET_ROWS } from './summary-layout.ts';
import { mainCell, WHOLE } from './summary-tables.ts';
import type { Computed, Draft } from './xlsx/draft.ts';
import { at, fixed } from './xlsx/reference.ts';
import type { Validation } from './xlsx/sheet.ts';

const HEADERS = ['target', 'target-value', 'target-actual', 'target-share', 'target-with-planned'];

export function putTargets(draft: Draft, context: ExportContext): void {
  const { t, result } = context;
  const { label } = SUMMARY_COLUMNS;
  draft.put(TARGET_ROWS.heading, label, LOOKS.heading, t('workbook-sheet:summary.targets-heading'));
  draft.rows.set(TARGET_ROWS.header, { height: 34 });
  for (const [index, key] of HEADERS.entries()) {
    const look = index === 0 ? LOOKS.headerLeft : LOOKS.header;
    const name = headingText(
      t(`workbook-sheet:summary.${key}`),
      { width: SUMMARY_WIDTH, size: HEADER_SIZE },
      t,
    );
    draft.put(TARGET_ROWS.header, label + index, look, name);
  }
  putTarget(
    draft,
    'services',
    { target: result.target.services?.target, ...servicesActual(context) },
    context,
  );
  putTarget(draft, 'savings', { target: result.target.savings?.target, ...savingsActual(context) }, context);
}

/** The checks of the two cells that are filled in. */
export function targetValidations({ t, workbook }: ExportContext): Validation[] {
  const [services, savings] = [rangeOf(workbook, 'target-services'), rangeOf(workbook, 'target-savings')];
  const column = SUMMARY_COLUMNS.first;
  const error = (kind: 'whole' | 'number', limits: { min: number; max: number }) => ({
    title: t('workbook-sheet:sheet.error-title'),
    text: t(`workbook-sheet:sheet.error-${kind}`, limits),
  });
  return [
    {
      kind: 'whole',
      range: at(TARGET_ROWS.services, column),
      ...services,
      error: error('whole', services),
    },
    {
      kind: 'decimal',
      range: at(TARGET_ROWS.savings, column),
      ...savings,
      error: error('number', savings),
    },
  ];
}

interface Actual {
  readonly actual: Computed;
  readonly withPlanned: Computed;
}

function servicesActual(context: ExportContext): Actual {
  const { counts } = context.result;
  const [inUse, planned] = [mainCell('in-use', WHOLE, context), mainCell('planned', WHOLE, context)];
  return {
    actual: { formula: inUse, value: counts.inUse },
    withPlanned: { formula: `${inUse}+${planned}`, value: counts.relevant },
  };
}

/** A saving that cannot be computed is an empty text on the sheet: `N` reads it as 0. */
function savingsActual(context: ExportContext): Actual {
  const { benefit } = context.result;
  const columns = benefitColumns(context);
  const cell = (key: string) =>
    fixed(BENEFIT_TABLE.whole, SUMMARY_COLUMNS.first + columns.findIndex(column => column.key === key));
  return {
    actual: { formula: `N(${cell('saving-in-use')})`, value: benefit.savingInUse ?? 0 },
    withPlanned: { formula: `N(${cell('saving-all')})`, value: benefit.saving ?? 0 },
  };
}

type TargetRow = Actual & { readonly target: number | undefined };

function putTarget(
  draft: Draft,
  which: 'services' | 'savings',
  target: TargetRow,
  { t }: ExportContext,
): void {
  const row = TARGET_ROWS[which];
  const { label, first } = SUMMARY_COLUMNS;
  const goal = fixed(row, first);
  const share = ({ formula, value }: Computed): Computed => ({
    formula: `IF(ISNUMBER(${goal}),(${formula})/${goal},"")`,
    value: target.target ? Number(value) / target.target : '',
  });
  const format = which === 'savings' ? 'euros' : 'number';
  draft.put(row, label, LOOKS.bold, t(`workbook-sheet:summary.target-${which}`));
  draft.put(row, first, withFormat(LOOKS.input, 'number'), target.target);
  draft.compute(row, first + 1, withFormat(LOOKS.computed, format), target.actual);
  draft.compute(row, first + 2, withFormat(LOOKS.computed, 'wholePercent'), share(target.actual));
  draft.compute(row, first + 3, withFormat(LOOKS.computed, 'wholePercent'), share(target.withPlanned));
}

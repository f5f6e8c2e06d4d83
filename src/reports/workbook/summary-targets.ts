/** The municipality's own targets: two rows on the summary that it fills in. */
import { rangeOf } from '../../assessment/scoring/workbook/workbook-instrument.ts';
import type { ExportContext } from './export-context.ts';
import { headingText } from './heading-text.ts';
import { HEADER_SIZE, LOOKS, withFormat } from './looks.ts';
import { benefitColumns } from './summary-columns.ts';
import { BENEFIT_TABLE, SUMMARY_COLUMNS, SUMMARY_WIDTH, TARGET_ROWS } from './summary-layout.ts';
import { mainCell, WHOLE } from './summary-tables.ts';
import type { Computed, Draft } from './xlsx/draft.ts';
import { at, fixed } from './xlsx/reference.ts';
import type { Validation } from './xlsx/sheet.ts';

const HEADERS = ['target', 'target-value', 'target-actual', 'target-share', 'target-with-planned'];

/** One target: the number itself, and what there is of it, without and with what is planned. */
interface Target {
  readonly key: 'services' | 'savings';
  readonly format: 'number' | 'euros';
  readonly target: number | undefined;
  readonly actual: Computed;
  readonly withPlanned: Computed;
}

export function putTargets(draft: Draft, context: ExportContext): void {
  const { t } = context;
  const { label } = SUMMARY_COLUMNS;
  const { heading, header } = TARGET_ROWS;
  draft.put({ row: heading, column: label }, LOOKS.heading, t('workbook-sheet:summary.targets-heading'));
  draft.rows.set(header, { height: 34 });
  for (const [index, key] of HEADERS.entries()) {
    const look = index === 0 ? LOOKS.headerLeft : LOOKS.header;
    const cell = { width: SUMMARY_WIDTH, size: HEADER_SIZE };
    const name = headingText(t(`workbook-sheet:summary.${key}`), cell, t);
    draft.put({ row: header, column: label + index }, look, name);
  }
  for (const target of [services(context), savings(context)]) putTarget(draft, target, context);
}

/** The checks of the two cells that are filled in. */
export function targetValidations(context: ExportContext): Validation[] {
  return [
    { kind: 'whole', ...limits('services', 'whole', context) },
    { kind: 'decimal', ...limits('savings', 'number', context) },
  ];
}

function limits(key: Target['key'], kind: 'whole' | 'number', { t, workbook }: ExportContext) {
  const bounds = rangeOf(workbook, `target-${key}`);
  const title = t('workbook-sheet:sheet.error-title');
  const text = t(`workbook-sheet:sheet.error-${kind}`, bounds);
  return { range: at(TARGET_ROWS[key], SUMMARY_COLUMNS.first), ...bounds, error: { title, text } };
}

function services(context: ExportContext): Target {
  const { counts, target } = context.result;
  const [inUse, planned] = [mainCell('in-use', WHOLE, context), mainCell('planned', WHOLE, context)];
  return {
    key: 'services',
    format: 'number',
    target: target.services?.target,
    actual: { formula: inUse, value: counts.inUse },
    withPlanned: { formula: `${inUse}+${planned}`, value: counts.inUse + counts.planned },
  };
}

/** A saving that cannot be computed is an empty text on the sheet: `N` reads it as 0. */
function savings(context: ExportContext): Target {
  const { benefit, target } = context.result;
  const columns = benefitColumns(context);
  const cell = (key: string) =>
    fixed(BENEFIT_TABLE.whole, SUMMARY_COLUMNS.first + columns.findIndex(column => column.key === key));
  return {
    key: 'savings',
    format: 'euros',
    target: target.savings?.target,
    actual: { formula: `N(${cell('saving-in-use')})`, value: benefit.savingInUse ?? 0 },
    withPlanned: { formula: `N(${cell('saving-all')})`, value: benefit.saving ?? 0 },
  };
}

function putTarget(
  draft: Draft,
  { key, format, target, actual, withPlanned }: Target,
  { t }: ExportContext,
): void {
  const row = TARGET_ROWS[key];
  const { label, first } = SUMMARY_COLUMNS;
  const goal = fixed(row, first);
  const share = ({ formula, value }: Computed): Computed => ({
    formula: `IF(ISNUMBER(${goal}),(${formula})/${goal},"")`,
    value: target ? Number(value) / target : '',
  });
  const contents = [
    { style: LOOKS.bold, content: t(`workbook-sheet:summary.target-${key}`) },
    { style: withFormat(LOOKS.input, 'number'), content: target },
    { style: withFormat(LOOKS.computed, format), content: actual },
    { style: withFormat(LOOKS.computed, 'wholePercent'), content: share(actual) },
    { style: withFormat(LOOKS.computed, 'wholePercent'), content: share(withPlanned) },
  ];
  for (const [index, { style, content }] of contents.entries())
    draft.put({ row, column: label + index }, style, content);
}

import type { Answers } from '../../assessment/answers.ts';
import type { Prefilled } from '../../assessment/prefilled.ts';
import { recordOf } from '../../assessment/record-of.ts';
import { assessArea, assessWorkbook } from '../../assessment/scoring/workbook/assess-workbook.ts';
import { BENEFIT_INPUTS } from '../../assessment/scoring/workbook/benefit.ts';
import type { WorkbookFigures } from '../../assessment/scoring/workbook/figures-of.ts';
import { planOf } from '../../assessment/scoring/workbook/plan-of.ts';
import { measureService } from '../../assessment/scoring/workbook/service-measures.ts';
import { servicesOf } from '../../assessment/scoring/workbook/service-of.ts';
import { addTallies } from '../../assessment/scoring/workbook/tally.ts';
import { PHASES, type Workbook } from '../../assessment/scoring/workbook/workbook-instrument.ts';
import { LANGUAGE_TAGS, type Locale } from '../../conversation/locale.ts';
import type { Translate } from '../../conversation/translate.ts';
import { actionsSheet } from './actions-sheet.ts';
import type { FormulaWords } from './area-formulas.ts';
import { areaSheet } from './area-sheet.ts';
import { earlierSheet } from './earlier-sheet.ts';
import type { ExportContext } from './export-context.ts';
import { figuresSheet } from './figures-sheet.ts';
import { guideSheet } from './guide-sheet.ts';
import { labelsOf } from './labels.ts';
import { pageSheet } from './page-sheet.ts';
import { SUMMARY_COLUMNS, TARGET_NAMES, TARGET_ROWS, WHOLE_COLUMN } from './summary-layout.ts';
import { summarySheet } from './summary-sheet.ts';
import { percent, type SummaryInput } from './summary-tables.ts';
import { cellOn } from './xlsx/reference.ts';
import type { Sheet, Spreadsheet } from './xlsx/sheet.ts';
import { type WrittenSpreadsheet, writeSpreadsheet } from './xlsx/write-spreadsheet.ts';

export interface ExportOptions {
  readonly workbook: Workbook;
  /** Answers that have been checked. */
  readonly answers: Answers;
  /** Of the instrument that they were given to; left out, it is the workbook's. */
  readonly version?: string;
  /** Which answers came from a register of services. */
  readonly prefilled?: Prefilled | undefined;
  readonly locale: Locale;
  readonly t: Translate;
  /** The figures of an earlier year, to stand beside this one's. */
  readonly earlier?: WorkbookFigures | undefined;
}

const CREATOR = 'Porrasbotti';

/**
 * The workbook as an .xlsx file: one page for a council, a guide, six areas, what is to be done, a summary and its
 * figures, with formulas that go on computing when the file is filled in further. The same answers give the same bytes.
 */
export function exportWorkbook(options: ExportOptions): Uint8Array {
  return writeSpreadsheet(spreadsheetOf(options));
}

/** The same before it becomes a file. */
export function workbookSpreadsheet(options: ExportOptions): Spreadsheet {
  const made = spreadsheetOf(options);
  return { ...made, sheets: [...made.sheets] };
}

/** Tabs are made as they are asked for: together they are ten times as much as the largest. */
function spreadsheetOf(options: ExportOptions): WrittenSpreadsheet {
  const { locale, t } = options;
  const summary = t('workbook-sheet:sheet.summary-tab');
  const target = (row: number) => cellOn(summary, row, SUMMARY_COLUMNS.first);
  return {
    title: t('workbook:title'),
    subject: t('workbook-sheet:summary.lead'),
    creator: CREATOR,
    language: LANGUAGE_TAGS[locale],
    sheets: sheetsOf(options),
    names: [
      { name: TARGET_NAMES.savings, target: target(TARGET_ROWS.savings) },
      { name: TARGET_NAMES.services, target: target(TARGET_ROWS.services) },
    ],
  };
}

function* sheetsOf(options: ExportOptions): Generator<Sheet> {
  const { workbook, answers } = options;
  const context = createContext(options);
  const input = summaryInput(options, context);
  const areas = workbook.areas.flatMap((area, index) => {
    const result = context.result.areas[index];
    return result ? [{ id: area.id, services: servicesOf(workbook, area.id, answers), result }] : [];
  });
  yield pageSheet(input, areas, context);
  yield guideSheet(context);
  for (const area of areas) yield areaSheet(area, context);
  yield actionsSheet(areas, context);
  if (context.earlier) yield earlierSheet(input, context);
  yield summarySheet(input, context);
  yield figuresSheet(input, context);
}

function createContext(options: ExportOptions): ExportContext {
  const { workbook, answers, version, locale, t, earlier, prefilled } = options;
  const result = assessWorkbook(workbook, answers);
  return {
    workbook,
    version: version ?? workbook.instrument.version,
    result,
    earlier,
    prefilled,
    locale,
    t,
    words: formulaWords(options),
    footer: `&L${escapeFooter(t('workbook:title'))}&R${t('workbook-sheet:sheet.page', { page: '&P', pages: '&N' })}`,
    measure: answer => measureService(workbook, answer),
    planOf: (area, service) => (service === undefined ? {} : planOf(answers, area, service)),
  };
}

/** `&` begins a code in a footer. */
function escapeFooter(text: string): string {
  return text.replaceAll('&', '&&');
}

function formulaWords({ workbook, locale, t }: ExportOptions): FormulaWords {
  const bound = percent(workbook.scoring.usageAbove / 100, { locale });
  return {
    labels: labelsOf(t),
    phases: recordOf(PHASES, phase => t(`workbook:inputs.${phase}.short`)),
    benefitInputs: recordOf(BENEFIT_INPUTS, input => t(`workbook:benefit-inputs.${input}`)),
    neverPaysBack: t('workbook-sheet:sheet.never-pays-back'),
    minutesTwice: t('workbook-sheet:problems.minutes-twice'),
    digitalise: `${t('workbook-sheet:next.digitalise')} `,
    next: {
      decide: t('workbook-sheet:next.decide'),
      adopt: t('workbook-sheet:next.adopt'),
      spread: t('workbook-sheet:next.spread', { bound }),
    },
  };
}

function summaryInput({ workbook, answers, t }: ExportOptions, { result }: ExportContext): SummaryInput {
  const tab = t('workbook-sheet:sheet.figures-tab');
  const areas = workbook.areas.map((area, index) => {
    const { tally, result: measured } = assessArea(workbook, area.id, answers);
    const sheet = t(`workbook:areas.${area.id}.tab`);
    const column = SUMMARY_COLUMNS.first + index;
    return { column, tab, source: { sheet }, tally, stair: measured.evidence.stair };
  });
  const tally = addTallies(areas.map(area => area.tally));
  const whole = { column: WHOLE_COLUMN, tab, source: 'sum-of-areas', tally, stair: result.stair } as const;
  return { columns: [...areas, whole] };
}

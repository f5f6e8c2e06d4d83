import type { Prefilled } from '../../assessment/prefilled.ts';
import type { WorkbookResult } from '../../assessment/scoring/workbook/assess-workbook.ts';
import type { WorkbookFigures } from '../../assessment/scoring/workbook/figures-of.ts';
import type { ServicePlan } from '../../assessment/scoring/workbook/plan-of.ts';
import type { ServiceMeasures } from '../../assessment/scoring/workbook/service-measures.ts';
import type { ServiceAnswer } from '../../assessment/scoring/workbook/service-of.ts';
import type { Workbook } from '../../assessment/scoring/workbook/workbook-instrument.ts';
import type { Locale } from '../../conversation/locale.ts';
import type { Translate } from '../../conversation/translate.ts';
import type { FormulaWords } from './area-formulas.ts';

/** What every tab needs while it is made. */
export interface ExportContext {
  readonly workbook: Workbook;
  /** Of the instrument that the answers were given to. */
  readonly version: string;
  readonly result: WorkbookResult;
  /** Of an earlier file or result, to stand beside this one's. */
  readonly earlier?: WorkbookFigures | undefined;
  /** Which answers came from a register of services. */
  readonly prefilled?: Prefilled | undefined;
  readonly locale: Locale;
  readonly t: Translate;
  readonly words: FormulaWords;
  /** Text at the foot of a printed page, in the spreadsheet's own codes. */
  readonly footer: string;
  readonly measure: (answer: ServiceAnswer | undefined) => ServiceMeasures;
  /** Nothing for a spare row. */
  readonly planOf: (area: string, service: string | undefined) => ServicePlan;
}

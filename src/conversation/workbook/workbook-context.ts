import type { Workbook } from '../../assessment/workbook/workbook-definition.ts';
import type { Locale } from '../locale.ts';
import type { WorkbookWords } from './workbook-words.ts';

/** What a turn may look at of the workbook: its definition, and the words for its services. */
export interface WorkbookContext {
  readonly definition: Workbook;
  readonly words: Readonly<Record<Locale, WorkbookWords>>;
}

import type { Translate } from '../../conversation/translate.ts';
import type { ColumnKey } from './area-columns.ts';
import { headingOf } from './labels.ts';
import { MOST_MEGABYTES } from './xlsx/unzip-limits.ts';

/** Why a workbook cannot be imported. Texts for the codes: `problems` of `locales/<language>/workbook-sheet.yaml`. */
export interface ImportProblem {
  readonly code: string;
  /** Name of the tab as it is in the file. */
  readonly tab?: string;
  /** `E12` */
  readonly cell?: string;
  /** Bounds of a number, both included. */
  readonly min?: number;
  readonly max?: number;
  /** Ids of what is missing. */
  readonly service?: string;
  readonly area?: string;
  /** Key of a column. */
  readonly column?: ColumnKey;
  /** The numbers that may be meant, the likelier first. */
  readonly candidates?: readonly [number, number];
}

/** One line for a person: the place, and what is wrong there. */
export function describeImportProblem(problem: ImportProblem, t: Translate): string {
  const { code, tab, cell, min = 0, max = 0, service, area, column, candidates = [0, 0] } = problem;
  const parameters = {
    min,
    max,
    service: service ? t(`workbook:services.${service}.name`) : '',
    area: area ? t(`workbook:areas.${area}.name`) : '',
    column: column ? headingOf(column, t) : '',
    one: candidates[0],
    other: candidates[1],
    limit: MOST_MEGABYTES,
  };
  const text = t(`workbook-sheet:problems.${code}`, parameters);
  if (tab && cell) return t('workbook-sheet:problems.at-cell', { tab, cell, problem: text });
  return tab ? t('workbook-sheet:problems.at-tab', { tab, problem: text }) : text;
}

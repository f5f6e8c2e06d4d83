/** The tables of the summary tab: one row an area, and the whole municipality last. */
import type { WorkbookResult } from '../../assessment/scoring/workbook/assess-workbook.ts';
import type { Measures } from '../../assessment/scoring/workbook/measures.ts';
import { PHASES } from '../../assessment/scoring/workbook/workbook-definition.ts';
import type { ExportContext } from './export-context.ts';
import { type FigureColumn, type FigureName, figureCell, phaseCells } from './figure-formulas.ts';
import type { FORMATS } from './looks.ts';
import { AREAS_TABLE, SUMMARY_COLUMNS, WHOLE_COLUMN } from './summary-layout.ts';
import type { Computed } from './xlsx/draft.ts';
import { fixed } from './xlsx/reference.ts';

/** A column of a table: its header, and what each row holds. */
export interface TableColumn {
  readonly key: string;
  readonly name: string;
  readonly format?: keyof typeof FORMATS;
  readonly compute: (measures: Measures, figures: FigureColumn) => Computed;
}

/** The columns of the main table, in order. */
export function areaColumns(context: ExportContext): readonly TableColumn[] {
  return [...countColumns(context), ...shareColumns(context), ...wordColumns(context)];
}

function countColumns({ t }: ExportContext): TableColumn[] {
  const count = (
    key: string,
    formula: (column: FigureColumn) => string,
    pick: (counts: Measures['counts']) => number,
  ) => ({
    key,
    name: t(`workbook-sheet:summary.${key}`),
    format: 'number' as const,
    compute: ({ counts }: Measures, column: FigureColumn) => ({
      formula: formula(column),
      value: pick(counts),
    }),
  });
  const figure = (name: FigureName) => (column: FigureColumn) => figureCell(name, column);
  const answered = (column: FigureColumn) =>
    `${figureCell('services', column)}-${figureCell('unanswered', column)}`;
  return [
    count('services', figure('services'), counts => counts.services),
    count('answered', answered, counts => counts.answered),
    count('none', figure('none'), counts => counts.none),
    count('planned', figure('planned'), counts => counts.planned),
    count('in-use', figure('inUse'), counts => counts.inUse),
  ];
}

function shareColumns({ t }: ExportContext): TableColumn[] {
  const column = (key: string, compute: TableColumn['compute']) => ({
    key,
    name: t(`workbook-sheet:summary.${key}`),
    format: key === 'usage' ? ('percent' as const) : ('wholePercent' as const),
    compute,
  });
  return [
    column('coverage', (measures, figures) => share('inUse', measures.coverage, figures)),
    column('planned-share', (measures, figures) => share('planned', measures.planned, figures)),
    column('degree', degree),
    column('usage', usage),
  ];
}

function wordColumns(context: ExportContext): TableColumn[] {
  const column = (
    key: string,
    compute: (measures: Measures, column: FigureColumn, context: ExportContext) => Computed,
  ) => ({
    key,
    name: context.t(`workbook-sheet:summary.${key}`),
    compute: (measures: Measures, figures: FigureColumn) => compute(measures, figures, context),
  });
  return [column('weighting', weighting), column('develop-first', developFirst)];
}

/** The number of a main table's column on the sheet. */
export function areaColumnOf(key: string, context: ExportContext): number {
  return SUMMARY_COLUMNS.first + areaColumns(context).findIndex(column => column.key === key);
}

/** Row of the main table that belongs to a column of figures. */
export function rowOf(table: { readonly first: number }, { column }: Pick<FigureColumn, 'column'>): number {
  return table.first + column - SUMMARY_COLUMNS.first;
}

/** 0.8 → `80 %` in Finnish and Swedish, `80%` in English. */
export function percent(value: number, { locale }: ExportContext): string {
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(value);
}

function share(part: 'inUse' | 'planned', value: number | null, column: FigureColumn): Computed {
  const relevant = `(${figureCell('inUse', column)}+${figureCell('planned', column)})`;
  return { formula: `IF(${relevant}=0,"",${figureCell(part, column)}/${relevant})`, value: value ?? '' };
}

function degree(measures: Measures, column: FigureColumn): Computed {
  const [sum, count] = [figureCell('degrees', column), figureCell('graded', column)];
  return { formula: `IF(${count}=0,"",${sum}/${count})`, value: measures.degree ?? '' };
}

function isWeighted(column: FigureColumn): string {
  const [rated, known] = [figureCell('rated', column), figureCell('ratedWithCases', column)];
  return `AND(${known}=${rated},${figureCell('ratedCases', column)}>0)`;
}

function usage(measures: Measures, column: FigureColumn): Computed {
  const figure = (name: FigureName) => figureCell(name, column);
  const weighted = `${figure('electronicCases')}/${figure('ratedCases')}`;
  const plain = `${figure('rates')}/${figure('rated')}`;
  return {
    formula: `IF(${figure('rated')}=0,"",IF(${isWeighted(column)},${weighted},${plain}))`,
    value: measures.usage?.rate ?? '',
  };
}

function weighting(measures: Measures, column: FigureColumn, { t }: ExportContext): Computed {
  const [cases, plain] = [
    t('workbook-sheet:summary.weighting-cases'),
    t('workbook-sheet:summary.weighting-plain'),
  ];
  const value = measures.usage ? { cases, plain }[measures.usage.weighting] : '';
  return {
    formula: `IF(${figureCell('rated', column)}=0,"",IF(${isWeighted(column)},"${cases}","${plain}"))`,
    value,
  };
}

function developFirst(measures: Measures, column: FigureColumn, { words }: ExportContext): Computed {
  const loads = phaseCells('load', column);
  const names = PHASES.map(phase => `"${words.phases[phase].replaceAll('"', '""')}"`).join(',');
  const value = measures.developFirst ? words.phases[measures.developFirst.phase] : '';
  return { formula: `IF(MAX(${loads})=0,"",CHOOSE(MATCH(MAX(${loads}),${loads},0),${names}))`, value };
}

/** The columns of the heat map: the degree of each phase. */
export function phaseColumns({ workbook, words }: ExportContext): readonly TableColumn[] {
  const { partialScore } = workbook.scoring;
  return PHASES.map(phase => ({
    key: phase,
    name: words.phases[phase],
    format: 'wholePercent',
    compute: (measures, column) => {
      const figure = (sum: 'full' | 'partial' | 'manual') => figureCell({ sum, phase }, column);
      const all = `(${figure('full')}+${figure('partial')}+${figure('manual')})`;
      return {
        formula: `IF(${all}=0,"",(${figure('full')}+${partialScore}*${figure('partial')})/${all})`,
        value: measures.phases[phase].degree ?? '',
      };
    },
  }));
}

/** The columns of figures: areas in order, the whole last, each with its measures. */
export function measuredColumns(
  result: WorkbookResult,
  columns: readonly FigureColumn[],
): readonly { readonly measures: Measures; readonly figures: FigureColumn }[] {
  const measured: readonly Measures[] = [...result.areas, result];
  return columns.flatMap((figures, index) => {
    const measures = measured[index];
    return measures ? [{ measures, figures }] : [];
  });
}

/** Where a measure of an area, or of the whole, stands in the main table. */
export function mainCell(key: string, column: Pick<FigureColumn, 'column'>, context: ExportContext): string {
  return fixed(rowOf(AREAS_TABLE, column), areaColumnOf(key, context));
}

export const WHOLE = { column: WHOLE_COLUMN } as const;

/** What is wrong on the tab of an area, row by row: everything is told at once, each with its cell. */
import { idSchema } from '../../assessment/id.ts';
import { NAME } from '../../assessment/names-in.ts';
import { fieldProblem } from '../../assessment/scoring/workbook/field-problem.ts';
import { isPlanField } from '../../assessment/scoring/workbook/plan-of.ts';
import type { Workbook, WorkbookArea } from '../../assessment/scoring/workbook/workbook-instrument.ts';
import type { Locale } from '../../conversation/locale.ts';
import type { ImportProblem } from './import-problem.ts';
import type { Vocabulary } from './labels.ts';
import { MARKS } from './marks.ts';
import type { MarkedSheet } from './marks-in.ts';
import { type CellValue, type Columns, placeOf, type ReadRow } from './read-row.ts';
import type { RowIdentity } from './row-identity.ts';
import { at } from './xlsx/reference.ts';

/** The tab of an area, and what it is read by. */
export interface AreaSource {
  readonly workbook: Workbook;
  readonly area: WorkbookArea;
  readonly tab: MarkedSheet;
  /** The language the file is written in. */
  readonly locale: Locale;
  readonly vocabulary: Vocabulary;
  /** A file of another version may lack services that have come since. */
  readonly version: 'same' | 'other';
  /** Which version the file was made with. */
  readonly made: string;
}

/** A row as it was read, and what it is about. */
export type RowRead = ReadRow & {
  readonly row: number;
  readonly identity: RowIdentity;
};

/** A row that is about a service. */
export interface ServiceRow {
  readonly id: string;
  readonly kind: 'listed' | 'own';
  readonly row: number;
  readonly values: readonly CellValue[];
}

interface AreaRows {
  readonly read: readonly RowRead[];
  readonly services: readonly ServiceRow[];
}

/** Of the rows, in the order in which they are looked into; each problem with its tab. */
export function areaProblems(
  source: AreaSource,
  columns: Columns,
  { read, services }: AreaRows,
): readonly ImportProblem[] {
  const { tab, workbook } = source;
  const problems: ImportProblem[] = [
    ...read.flatMap(row => rowProblems(row, { tab, columns })),
    ...twice(services, columns),
    ...gone(source, read),
    ...ownProblems(source, services),
    ...services.flatMap(service => [...fieldProblems(workbook, service), ...statusMissing(service, columns)]),
  ];
  return problems.map(problem => ({ ...problem, tab: tab.sheet.name }));
}

/** Answers that their fields do not take. */
function fieldProblems(workbook: Workbook, { values }: ServiceRow): ImportProblem[] {
  return values.flatMap(({ field, value, cell }) => {
    const problem = fieldProblem(workbook, field, value);
    return problem ? [{ ...problem, cell }] : [];
  });
}

/** Of a service more is told than its name and its plan, but not whether it is in use. */
function statusMissing({ values, row }: ServiceRow, columns: Columns): ImportProblem[] {
  const isToldOf = values.some(({ field }) => field !== NAME && !isPlanField(field));
  if (!isToldOf || values.some(({ field }) => field === 'status')) return [];
  return [{ code: 'missing-status', cell: placeOf({ row, columns }, 'status') }];
}

/** The same listed service on another row. */
function twice(services: readonly ServiceRow[], columns: Columns): ImportProblem[] {
  const listed = services.filter(({ kind }) => kind === 'listed');
  return listed
    .filter((one, index) => listed.findIndex(({ id }) => id === one.id) < index)
    .map(({ row }) => ({ code: 'row-twice', cell: placeOf({ row, columns }, 'name') }));
}

/** Services whose row is not there any more. */
function gone({ area, tab, version }: AreaSource, read: readonly RowRead[]): ImportProblem[] {
  const there = read.flatMap(({ identity }) =>
    identity.kind === 'listed' || identity.kind === 'renamed' ? [identity.id] : [],
  );
  return area.services
    .filter(({ id }) => !there.includes(id))
    .filter(({ id }) => version === 'same' || tab.marks.includes(MARKS.service(id)))
    .map(({ id }) => ({ code: 'row-missing', service: id }));
}

/** More services of one's own than fit, and ids in the hidden column that are none or are taken. */
function ownProblems(
  { workbook, area, tab }: AreaSource,
  services: readonly ServiceRow[],
): readonly ImportProblem[] {
  const own = services.filter(({ kind }) => kind === 'own');
  const ids = own.flatMap(({ id, row }) => {
    const taken = area.services.some(service => service.id === id);
    if (!taken && idSchema.safeParse(id).success) return [];
    return [{ code: taken ? 'used-twice' : 'not-an-id', cell: at(row, tab.column) }];
  });
  return own.length > workbook.ownServices ? [...ids, { code: 'too-many' }] : ids;
}

function rowProblems(
  { identity, problems, row }: RowRead,
  { tab, columns }: { tab: MarkedSheet; columns: Columns },
): readonly ImportProblem[] {
  const name = placeOf({ row, columns }, 'name');
  switch (identity.kind) {
    case 'unknown':
      return [...problems, { code: 'unknown-service', cell: at(row, tab.column) }];
    case 'renamed':
      return [...problems, { code: 'name-changed', service: identity.id, cell: name }];
    case 'copied':
      return [...problems, { code: 'row-twice', cell: name }];
    default:
      return problems;
  }
}

import {
  type AnswersProblem,
  parseWorkbookAnswers,
} from '../../assessment/scoring/workbook/parse-answers.ts';
import type { WorkbookAnswers } from '../../assessment/scoring/workbook/workbook-answers.ts';
import type { Workbook, WorkbookArea } from '../../assessment/scoring/workbook/workbook-definition.ts';
import type { Locale } from '../../conversation/locale.ts';
import { MARKS, TARGET_NAMES } from './area-columns.ts';
import { readCellNumber } from './cell-number.ts';
import type { ImportProblem } from './import-problem.ts';
import type { Vocabulary } from './labels.ts';
import { languageIn, type MarkedSheet, markedSheet, versionIn } from './marks-in.ts';
import { overwrittenInRows } from './overwritten.ts';
import { type ReadArea, readArea } from './read-area.ts';
import { type ReadSheet, type ReadSpreadsheet, readSpreadsheet } from './xlsx/read-spreadsheet.ts';
import { at, parseReference } from './xlsx/reference.ts';
import { SpreadsheetError } from './xlsx/spreadsheet-error.ts';

export type Imported =
  | { readonly kind: 'imported'; readonly answers: WorkbookAnswers }
  | { readonly kind: 'rejected'; readonly problems: readonly ImportProblem[] };

/**
 * Reads a filled workbook. Either everything in it is accepted, or nothing is and every problem is told with its
 * tab and cell. Computed cells are not read: the answers are what counts.
 */
export function importWorkbook(workbook: Workbook, vocabulary: Vocabulary, bytes: Uint8Array): Imported {
  try {
    return importSheets(workbook, vocabulary, readSpreadsheet(bytes));
  } catch (error) {
    if (error instanceof SpreadsheetError) return { kind: 'rejected', problems: [{ code: error.fault }] };
    throw error;
  }
}

/** What came of one area's tab, if the file has it. */
interface AreaImport {
  readonly area: WorkbookArea;
  readonly sheet?: ReadSheet;
  readonly read?: ReadArea;
  readonly problems: readonly ImportProblem[];
}

function importSheets(workbook: Workbook, vocabulary: Vocabulary, file: ReadSpreadsheet): Imported {
  const ours = file.sheets.flatMap(sheet => markedSheet(sheet) ?? []);
  const [first] = ours;
  if (!first) return { kind: 'rejected', problems: [{ code: 'not-our-workbook' }] };
  if (ours.some(({ format }) => format !== MARKS.format)) {
    return { kind: 'rejected', problems: [{ code: 'other-format' }] };
  }
  const fileVersion = versionIn(first);
  const version = fileVersion === workbook.version ? 'same' : 'other';
  const locale = languageIn(ours, vocabulary);
  const areas = workbook.areas.map((area): AreaImport => {
    const [tab, second] = ours.filter(({ marks }) => marks.includes(MARKS.area(area.id)));
    if (!tab) return { area, problems: [{ code: 'tab-missing', area: area.id }] };
    const twice = second ? [{ code: 'tab-twice', tab: second.sheet.name }] : [];
    const read = readArea({ workbook, vocabulary, version, locale, area, tab });
    return { area, sheet: tab.sheet, read, problems: [...twice, ...read.problems] };
  });
  const target = readTarget(file, locale);
  const raw = {
    dialog: 'workbook',
    version: fileVersion,
    target: target.raw,
    areas: Object.fromEntries(areas.map(({ area, read }) => [area.id, read?.raw])),
  };
  const parsed = parseWorkbookAnswers(workbook, raw);
  const checked =
    parsed.kind === 'parsed' ? [] : parsed.problems.map(problem => placed(problem, areas, target));
  const problems = [
    ...areas.flatMap(area => area.problems),
    ...target.problems,
    ...checked,
    ...overwritten(ours, target),
  ];
  if (problems.length > 0 || parsed.kind === 'rejected') return { kind: 'rejected', problems };
  return { kind: 'imported', answers: parsed.answers };
}

/**
 * On the tabs that only show what is computed. Of summaries only the one that the targets are on is read: on a copy,
 * and where the targets are not known, they would be taken for cells typed over.
 */
function overwritten(tabs: readonly MarkedSheet[], { places }: ReadTarget): ImportProblem[] {
  const found = Object.values(places).filter(place => place !== undefined);
  if (found.length < TARGETS.length) return [];
  const isRead = ({ marks, sheet }: MarkedSheet) =>
    marks.includes(MARKS.figures) ||
    (marks.includes(MARKS.summary) && found.every(({ tab }) => tab === sheet.name));
  return tabs.filter(isRead).flatMap(tab => {
    const inputs = found.flatMap(place => (place.tab === tab.sheet.name ? [place.cell] : []));
    return overwrittenInRows(tab, inputs);
  });
}

interface ReadTarget {
  readonly raw: Record<string, unknown>;
  readonly places: Readonly<Record<string, { readonly tab: string; readonly cell: string } | undefined>>;
  readonly problems: readonly ImportProblem[];
}

/** The municipality's targets, from the cells that carry their names. */
function readTarget(file: ReadSpreadsheet, locale: Locale): ReadTarget {
  const found = TARGETS.map(([key, field]) => {
    const cell = namedCell(file, TARGET_NAMES[key]);
    return { key, cell, ...readCellNumber(cell?.content, { locale, field }) };
  });
  return {
    raw: Object.fromEntries(found.map(({ key, value }) => [key, value])),
    places: Object.fromEntries(
      found.map(({ key, cell }) => [key, cell && { tab: cell.tab, cell: cell.reference }]),
    ),
    problems: found.flatMap(({ cell, problem }): ImportProblem[] => {
      if (!cell) return [{ code: 'target-missing' }];
      return problem ? [{ ...problem, tab: cell.tab, cell: cell.reference }] : [];
    }),
  };
}

const TARGETS = [
  ['services', 'count'],
  ['savings', 'euros'],
] as const;

function namedCell({ names, sheets }: ReadSpreadsheet, name: string) {
  const match = /^(?:'(.+)'|([^'!]+))!(\$?[A-Z]{1,3}\$?\d{1,7})$/.exec(names.get(name) ?? '');
  const tab = match?.[1]?.replaceAll("''", "'") ?? match?.[2];
  const place = parseReference(match?.[3] ?? '');
  const sheet = sheets.find(one => one.name === tab);
  if (!tab || !place || !sheet) return undefined;
  const content = sheet.rows.get(place.row)?.get(place.column);
  return { tab, reference: at(place.row, place.column), content };
}

/** A problem of the answers, told as a place in the file. */
function placed(problem: AnswersProblem, areas: readonly AreaImport[], target: ReadTarget): ImportProblem {
  const { path, min, max } = problem;
  const bounds = min === undefined || max === undefined ? {} : { min, max };
  const [top, key, ...rest] = path.map(String);
  if (top === 'target' && key) return { code: problem.code, ...bounds, ...target.places[key] };
  const area = areas.find(one => one.area.id === key);
  if (!area?.sheet) return { code: problem.code, ...bounds };
  const cell = nearestCell(rest, area.read?.places ?? new Map());
  const code = problem.code === 'missing' && rest.at(-1) === 'status' ? 'missing-status' : problem.code;
  return { code, ...bounds, tab: area.sheet.name, ...(cell ? { cell } : {}) };
}

function nearestCell(path: readonly string[], places: ReadonlyMap<string, string>): string | undefined {
  for (let length = path.length; length > 0; length--) {
    const cell = places.get(path.slice(0, length).join('/'));
    if (cell) return cell;
  }
  return undefined;
}

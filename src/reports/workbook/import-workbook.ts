import { type Answers, answersFrom } from '../../assessment/answers.ts';
import { fieldProblem, isVersion } from '../../assessment/scoring/workbook/field-problem.ts';
import type { Workbook } from '../../assessment/scoring/workbook/workbook-instrument.ts';
import type { Locale } from '../../conversation/locale.ts';
import { readCellNumber } from './cell-number.ts';
import type { ImportProblem } from './import-problem.ts';
import type { Vocabulary } from './labels.ts';
import { MARKS } from './marks.ts';
import { languageIn, type MarkedSheet, markedSheet, versionIn } from './marks-in.ts';
import { overwrittenInRows } from './overwritten.ts';
import { type ReadArea, readArea } from './read-area.ts';
import { TARGET_NAMES } from './summary-layout.ts';
import { type ReadSpreadsheet, readSpreadsheet } from './xlsx/read-spreadsheet.ts';
import { at, parseReference } from './xlsx/reference.ts';
import { SpreadsheetError } from './xlsx/spreadsheet-error.ts';

export type Imported =
  | { readonly kind: 'imported'; readonly version: string; readonly answers: Answers }
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

function importSheets(workbook: Workbook, vocabulary: Vocabulary, file: ReadSpreadsheet): Imported {
  const ours = file.sheets.flatMap(sheet => markedSheet(sheet) ?? []);
  const [first] = ours;
  if (!first) return { kind: 'rejected', problems: [{ code: 'not-our-workbook' }] };
  if (ours.some(({ format }) => format !== MARKS.format)) {
    return { kind: 'rejected', problems: [{ code: 'other-format' }] };
  }
  const fileVersion = versionIn(first);
  const version = fileVersion === workbook.instrument.version ? 'same' : 'other';
  const made = isVersion(fileVersion) ? fileVersion : workbook.instrument.version;
  const locale = languageIn(ours, vocabulary);
  const areas = workbook.areas.map((area): ReadArea => {
    const [tab, second] = ours.filter(({ marks }) => marks.includes(MARKS.area(area.id)));
    if (!tab) return { answers: [], problems: [{ code: 'tab-missing', area: area.id }] };
    const twice = second ? [{ code: 'tab-twice', tab: second.sheet.name }] : [];
    const { answers, problems } = readArea({ workbook, vocabulary, version, made, locale, area, tab });
    return { answers, problems: [...twice, ...problems] };
  });
  const targets = readTargets(workbook, file, locale);
  const problems = [
    ...areas.flatMap(area => area.problems),
    ...targets.problems,
    ...(isVersion(fileVersion) ? [] : [{ code: 'not-a-version' }]),
    ...overwritten(ours, targets.places),
  ];
  if (problems.length > 0) return { kind: 'rejected', problems };
  const entries = [...targets.answers, ...areas.flatMap(({ answers }) => answers)];
  return { kind: 'imported', version: fileVersion, answers: answersFrom(entries) };
}

/**
 * On the tabs that only show what is computed. Of summaries only the one that the targets are on is read: on a copy,
 * and where the targets are not known, they would be taken for cells typed over.
 */
function overwritten(tabs: readonly MarkedSheet[], places: readonly TargetPlace[]): ImportProblem[] {
  if (places.length < TARGETS.length) return [];
  const isRead = ({ marks, sheet }: MarkedSheet) =>
    marks.includes(MARKS.figures) ||
    (marks.includes(MARKS.summary) && places.every(({ tab }) => tab === sheet.name));
  return tabs.filter(isRead).flatMap(tab => {
    const inputs = places.flatMap(place => (place.tab === tab.sheet.name ? [place.cell] : []));
    return overwrittenInRows(tab, inputs);
  });
}

interface TargetPlace {
  readonly tab: string;
  readonly cell: string;
}

type ReadTargets = ReadArea & { readonly places: readonly TargetPlace[] };

/** The municipality's targets, from the cells that carry their names. */
function readTargets(workbook: Workbook, file: ReadSpreadsheet, locale: Locale): ReadTargets {
  const found = TARGETS.map(({ key, kind }) => {
    const named = namedCell(file, TARGET_NAMES[key]);
    const { value, problem } = readCellNumber(named?.content, { locale, field: kind });
    const wrong = value === undefined ? undefined : fieldProblem(workbook, `target-${key}`, value);
    return { key: `target-${key}`, place: named?.place, value, problem: problem ?? wrong };
  });
  return {
    answers: found.flatMap(({ key, value }) => (value === undefined ? [] : [{ key, value }])),
    places: found.flatMap(({ place }) => place ?? []),
    problems: found.flatMap(({ place, problem }): ImportProblem[] => {
      if (!place) return [{ code: 'target-missing' }];
      return problem ? [{ ...problem, ...place }] : [];
    }),
  };
}

const TARGETS = [
  { key: 'services', kind: 'count' },
  { key: 'savings', kind: 'euros' },
] as const;

function namedCell({ names, sheets }: ReadSpreadsheet, name: string) {
  const match = /^(?:'(.+)'|([^'!]+))!(\$?[A-Z]{1,3}\$?\d{1,7})$/.exec(names.get(name) ?? '');
  const tab = match?.[1]?.replaceAll("''", "'") ?? match?.[2];
  const place = parseReference(match?.[3] ?? '');
  const sheet = sheets.find(one => one.name === tab);
  if (!tab || !place || !sheet) return undefined;
  const content = sheet.rows.get(place.row)?.get(place.column);
  return { place: { tab, cell: at(place.row, place.column) }, content };
}

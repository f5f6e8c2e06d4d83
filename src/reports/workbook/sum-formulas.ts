/**
 * The sums of one area, counted from what was filled in on its tab. The grey cells are not used: a row that was
 * inserted or typed below the others has none, and counts all the same.
 */
import { recordOf } from '../../assessment/record-of.ts';
import type { PhaseSum, Sum } from '../../assessment/scoring/workbook/tally.ts';
import {
  PHASE_STATES,
  PHASES,
  type Phase,
  type PhaseState,
  SAVING_PHASES,
} from '../../assessment/scoring/workbook/workbook-instrument.ts';
import { AREA_ROWS, type ColumnKey, columnOf, LAST_ROW } from './area-columns.ts';
import type { ExportContext } from './export-context.ts';
import { areaOn, literal } from './xlsx/reference.ts';

/** The tab of an area, by its name. */
export interface AreaTab {
  readonly sheet: string;
}

/**
 * "A number, not a text or an empty cell", said so that every program agrees: with a lower bound, some count
 * texts as larger than any number.
 */
const ANY_NUMBER = '"<1000000000000000"';

type Formulas<Name extends string> = Readonly<Record<Name, string>>;
/** The cell of another sum of the same area. */
type FigureOf = (name: Sum) => string;

/** The formula of each sum of an area. */
export function sumFormulas(tab: AreaTab, figure: FigureOf, context: ExportContext): Formulas<Sum> {
  const cells = cellsOf(tab, context);
  return { ...counts(cells), ...degrees(cells), ...rates(cells, figure), ...savings(cells, figure) };
}

/** How many phases of the services in use are in a state, or how many cases go through them. */
export function phaseFormula(
  { sum, phase }: { readonly sum: PhaseSum; readonly phase: Phase },
  tab: AreaTab,
  context: ExportContext,
): string {
  const { range, states, inUse, noMessages } = cellsOf(tab, context);
  const state: Record<PhaseSum, PhaseState> = {
    full: 'full',
    partial: 'partial',
    manual: 'manual',
    na: 'na',
    manualCases: 'manual',
    partialCases: 'partial',
  };
  const criteria = `${inUse},${range(phase)},${states[state[sum]]}`;
  return sum === 'manualCases' || sum === 'partialCases'
    ? `SUMIFS(${range('cases')},${criteria},${noMessages})`
    : `COUNTIFS(${criteria})`;
}

type Cells = ReturnType<typeof cellsOf>;

function cellsOf({ sheet }: AreaTab, { words: { labels }, workbook }: ExportContext) {
  // From the header on: a row inserted above the first service is still inside.
  const range = (from: ColumnKey, to: ColumnKey = from) =>
    areaOn(sheet, { row: AREA_ROWS.header, column: columnOf(from) }, { row: LAST_ROW, column: columnOf(to) });
  const is = (key: ColumnKey, word: string) => `(${range(key)}=${literal(word)})`;
  const { statuses, phaseStates, rates } = labels;
  return {
    range,
    statuses,
    noRate: literal(rates.na),
    states: recordOf(PHASE_STATES, state => literal(phaseStates[state])),
    partialScore: workbook.scoring.partialScore,
    /** As criteria of COUNTIFS and SUMIFS. */
    inUse: `${range('status')},${literal(statuses.inuse)}`,
    /** As factors of SUMPRODUCT: a 1 or a 0 for each row. */
    isInUse: is('status', statuses.inuse),
    isPlanned: is('status', statuses.planned),
    /** Cases that are no messages, as criteria and as a factor. */
    noMessages: `${range('cases-kind')},${literal(`<>${labels.kinds.messages}`)}`,
    isNoMessages: `((${is('cases-kind', labels.kinds.messages)}*1)=0)`,
    isMessages: is('cases-kind', labels.kinds.messages),
    isNumber: (key: ColumnKey) => `ISNUMBER(${range(key)})`,
  };
}

function counts({ range, statuses }: Cells): Formulas<'services' | 'outside' | 'none' | 'planned' | 'inUse'> {
  const status = (word: string) => `COUNTIF(${range('status')},${literal(word)})`;
  return {
    // The header is no service.
    services: `COUNTA(${range('name')})-1`,
    outside: status(statuses.outside),
    none: status(statuses.none),
    planned: status(statuses.planned),
    inUse: status(statuses.inuse),
  };
}

/** Degrees of digitalisation: the mean of the known phases of each row, added up. */
function degrees(cells: Cells): Formulas<'graded' | 'degrees' | 'gradedWithCases'> {
  const { range, states, partialScore, isInUse, isMessages, isNumber } = cells;
  const [first, last] = [PHASES[0], 'supervision'] as const;
  const each = `{${PHASES.map(() => 1).join(';')}}`;
  const phases = range(first, last);
  const [manual, partial, full] = [states.manual, states.partial, states.full].map(
    state => `(${phases}=${state})`,
  );
  const known = `MMULT(${manual}+${partial}+${full},${each})`;
  const score = `MMULT(${full}+${partialScore}*${partial},${each})`;
  return {
    graded: `SUMPRODUCT(${isInUse}*(${known}>0))`,
    degrees: `SUMPRODUCT(${isInUse}*${score}/(${known}+(${known}=0)))`,
    gradedWithCases: `SUMPRODUCT(${isInUse}*(${known}>0)*((${isNumber('cases')}+${isMessages})>0))`,
  };
}

type RateSum =
  | 'rated'
  | 'rates'
  | 'ratedWithCases'
  | 'ratedCases'
  | 'electronicCases'
  | 'unrated'
  | 'unratedWithCases'
  | 'unratedCases';

function rates(
  { range, inUse: used, isInUse, isNoMessages, noMessages, noRate }: Cells,
  figure: FigureOf,
): Formulas<RateSum> {
  const inUse = `${used},${noMessages}`;
  const rated = `${range('usage')},${ANY_NUMBER}`;
  const notRated = `${range('usage')},${noRate}`;
  const cases = `${range('cases')},${ANY_NUMBER}`;
  return {
    rated: `COUNTIFS(${inUse},${rated})`,
    rates: `SUMIFS(${range('usage')},${inUse})`,
    ratedWithCases: `COUNTIFS(${inUse},${rated},${cases})`,
    ratedCases: `SUMIFS(${range('cases')},${inUse},${rated})`,
    // Texts among the rates count as nothing here, while multiplied with * they would be an error.
    electronicCases: `SUMPRODUCT(${isInUse}*${isNoMessages},${range('usage')},${range('cases')})`,
    unrated: `COUNTIFS(${inUse})-${figure('rated')}-COUNTIFS(${inUse},${notRated})`,
    unratedWithCases: `COUNTIFS(${inUse},${cases})-${figure('ratedWithCases')}-COUNTIFS(${inUse},${notRated},${cases})`,
    unratedCases: `SUMIFS(${range('cases')},${inUse})-${figure('ratedCases')}-SUMIFS(${range('cases')},${inUse},${notRated})`,
  };
}

type SavingSum =
  | 'benefits'
  | 'benefitsIncomplete'
  | 'oneOffs'
  | 'savingInUse'
  | 'savingPlanned'
  | 'oneOffCosts'
  | 'savingWithOneOff';

function savings({ range, isNumber, isInUse, isPlanned }: Cells, figure: FigureOf): Formulas<SavingSum> {
  const phases = SAVING_PHASES.map((phase): ColumnKey => `minutes-${phase}`);
  const minutes: readonly ColumnKey[] = [...phases, 'minutes-total'];
  const any = (keys: readonly ColumnKey[]) => `(${keys.map(isNumber).join('+')}>0)`;
  // Minutes by phase or in total: a row that has both is not counted.
  const once = `(${any(phases)}+${isNumber('minutes-total')}=1)`;
  const complete = (status: string, more: readonly ColumnKey[] = []) =>
    [status, ...(['cases', 'hourly-price', 'yearly-cost', ...more] as const).map(isNumber), once].join('*');
  const relevant = `(${isInUse}+${isPlanned})`;
  const begun = any(['hourly-price', 'yearly-cost', ...minutes, 'one-off-cost']);
  const saving = (rows: string) => {
    const hours = minutes.map(
      key => `SUMPRODUCT(${rows},${range('cases')},${range('hourly-price')},${range(key)})`,
    );
    return `(${hours.join('+')})/60-SUMPRODUCT(${rows},${range('yearly-cost')})`;
  };
  return {
    benefits: `SUMPRODUCT(${complete(relevant)})`,
    benefitsIncomplete: `SUMPRODUCT(${relevant}*${begun})-${figure('benefits')}`,
    savingInUse: saving(complete(isInUse)),
    savingPlanned: saving(complete(isPlanned)),
    oneOffs: `SUMPRODUCT(${complete(relevant, ['one-off-cost'])})`,
    oneOffCosts: `SUMPRODUCT(${complete(relevant)},${range('one-off-cost')})`,
    savingWithOneOff: saving(complete(relevant, ['one-off-cost'])),
  };
}

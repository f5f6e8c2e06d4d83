/** The formulas of one row of an area's tab, with the values they give now. */
import { BENEFIT_INPUTS, type BenefitInput } from '../../assessment/scoring/workbook/benefit.ts';
import { type NextStep, nextStep } from '../../assessment/scoring/workbook/next-step.ts';
import type { ServiceMeasures } from '../../assessment/scoring/workbook/service-measures.ts';
import type { ServiceAnswer } from '../../assessment/scoring/workbook/service-of.ts';
import { PHASES, type Phase, type Workbook } from '../../assessment/scoring/workbook/workbook-instrument.ts';
import { type ColumnKey, columnOf } from './area-columns.ts';
import type { Labels } from './labels.ts';
import type { Computed } from './xlsx/draft.ts';
import { area, at, literal } from './xlsx/reference.ts';

/** Words the formulas compare with or show. */
export interface FormulaWords {
  readonly labels: Labels;
  readonly phases: Readonly<Record<Phase, string>>;
  readonly benefitInputs: Readonly<Record<BenefitInput, string>>;
  readonly neverPaysBack: string;
  /** Told at a row with minutes both by phase and in total. */
  readonly minutesTwice: string;
  /** Before the name of the phase that is digitalised next. */
  readonly digitalise: string;
  readonly next: Readonly<Record<'decide' | 'adopt' | 'spread', string>>;
}

type ComputedKey = 'electronic' | 'degree' | 'develop-first' | 'saving' | 'payback' | 'missing' | 'next';

export interface FilledRow {
  readonly row: number;
  readonly answer: ServiceAnswer | undefined;
  readonly measures: ServiceMeasures;
}

/** The computed cells of a row. An empty text stands for "nothing to compute from". */
export function rowFormulas(
  workbook: Workbook,
  words: FormulaWords,
  { row, measures, answer }: FilledRow,
): Readonly<Record<ComputedKey, Computed>> {
  const { benefit, degree, developFirst, electronicCases } = measures;
  const complete = benefit.kind === 'complete' ? benefit : undefined;
  const missing = benefit.kind === 'incomplete' ? benefit.missing : [];
  return {
    electronic: { formula: electronicFormula(row, words), value: electronicCases ?? '' },
    degree: { formula: degreeFormula(row, words, workbook.scoring.partialScore), value: degree ?? '' },
    'develop-first': {
      formula: developFormula(row, words),
      value: developFirst ? words.phases[developFirst] : '',
    },
    saving: { formula: savingFormula(row, words), value: complete?.saving ?? '' },
    payback: {
      formula: paybackFormula(row, words),
      value: (complete?.payback === 'never' ? words.neverPaysBack : complete?.payback) ?? '',
    },
    missing: {
      formula: missingFormula(row, words),
      value: missing.map(input => `${words.benefitInputs[input]}. `).join(''),
    },
    next: {
      formula: nextFormula(row, words, workbook.scoring.usageAbove / 100),
      value: nextText(nextStep(workbook, answer, measures), words),
    },
  };
}

const cell = (key: ColumnKey, row: number) => at(row, columnOf(key));
const isNumber = (key: ColumnKey, row: number) => `ISNUMBER(${cell(key, row)})`;
const phaseCells = (row: number) =>
  area({ row, column: columnOf('application') }, { row, column: columnOf('supervision') });
const benefitCells = (row: number) =>
  area({ row, column: columnOf('hourly-price') }, { row, column: columnOf('one-off-cost') });
const minuteCells = (row: number) =>
  area({ row, column: columnOf('minutes-handling') }, { row, column: columnOf('minutes-total') });
const minutesByPhase = (row: number) =>
  area({ row, column: columnOf('minutes-handling') }, { row, column: columnOf('minutes-archiving') });

function isInUse(row: number, { labels }: FormulaWords): string {
  return `${cell('status', row)}=${literal(labels.statuses.inuse)}`;
}

function isRelevant(row: number, words: FormulaWords): string {
  return `OR(${isInUse(row, words)},${cell('status', row)}=${literal(words.labels.statuses.planned)})`;
}

function count(row: number, word: string): string {
  return `COUNTIF(${phaseCells(row)},${literal(word)})`;
}

function electronicFormula(row: number, words: FormulaWords): string {
  const known = `AND(${isInUse(row, words)},${isNumber('usage', row)},${isNumber('cases', row)})`;
  return `IF(${known},${cell('usage', row)}*${cell('cases', row)},"")`;
}

function degreeFormula(row: number, words: FormulaWords, partialScore: number): string {
  const { manual, partial, full } = words.labels.phaseStates;
  const [manuals, partials, fulls] = [count(row, manual), count(row, partial), count(row, full)];
  const known = `${manuals}+${partials}+${fulls}`;
  return `IF(AND(${isInUse(row, words)},${known}>0),(${fulls}+${partialScore}*${partials})/(${known}),"")`;
}

/**
 * The first manual phase, or else the first partly digital one. Named here and not by its heading, which may be broken
 * at a syllable.
 */
function developFormula(row: number, words: FormulaWords): string {
  const { manual, partial } = words.labels.phaseStates;
  const names = PHASES.map(phase => literal(words.phases[phase])).join(',');
  const first = (word: string) => `CHOOSE(MATCH(${literal(word)},${phaseCells(row)},0),${names})`;
  const either = (word: string, otherwise: string) => `IF(${count(row, word)}>0,${first(word)},${otherwise})`;
  return `IF(${isInUse(row, words)},${either(manual, either(partial, '""'))},"")`;
}

function hasMinutes(row: number): string {
  return `COUNT(${minuteCells(row)})>0`;
}

/** Minutes by phase and in total: nobody can tell whether the one is part of the other. */
function minutesTwice(row: number): string {
  return `AND(COUNT(${minutesByPhase(row)})>0,${isNumber('minutes-total', row)})`;
}

/** Either the phases or their sum is filled in, so the sum of all five cells is right for both. */
function savingFormula(row: number, words: FormulaWords): string {
  const given = [
    isRelevant(row, words),
    isNumber('cases', row),
    isNumber('hourly-price', row),
    isNumber('yearly-cost', row),
    hasMinutes(row),
    `NOT(${minutesTwice(row)})`,
  ];
  const [cases, price, cost] = [cell('cases', row), cell('hourly-price', row), cell('yearly-cost', row)];
  return `IF(AND(${given.join(',')}),${cases}*SUM(${minuteCells(row)})/60*${price}-${cost},"")`;
}

function paybackFormula(row: number, { neverPaysBack }: FormulaWords): string {
  const saving = cell('saving', row);
  const years = `IF(${saving}>0,${cell('one-off-cost', row)}/${saving},${literal(neverPaysBack)})`;
  return `IF(AND(ISNUMBER(${saving}),${isNumber('one-off-cost', row)}),${years},"")`;
}

/** Names what keeps a benefit that was begun out of the sums: minutes given twice, or what is missing. */
function missingFormula(row: number, words: FormulaWords): string {
  const known: Record<BenefitInput, string> = {
    cases: isNumber('cases', row),
    hourlyPrice: isNumber('hourly-price', row),
    minutesSaved: hasMinutes(row),
    yearlyCost: isNumber('yearly-cost', row),
  };
  const names = BENEFIT_INPUTS.map(
    input => `IF(${known[input]},"",${literal(`${words.benefitInputs[input]}. `)})`,
  );
  const missing = `IF(AND(${isRelevant(row, words)},COUNT(${benefitCells(row)})>0),CONCATENATE(${names.join(',')}),"")`;
  return `IF(${minutesTwice(row)},${literal(words.minutesTwice)},${missing})`;
}

/** Where the service goes from here; nothing where all is done, or nothing is known. */
export function nextText(
  next: NextStep,
  words: Pick<FormulaWords, 'phases' | 'digitalise' | 'next'>,
): string {
  switch (next.step) {
    case 'digitalise':
      return words.digitalise + words.phases[next.phase];
    case 'decide':
    case 'adopt':
    case 'spread':
      return words.next[next.step];
    default:
      return '';
  }
}

function nextFormula(row: number, words: FormulaWords, bound: number): string {
  const { labels, next, digitalise } = words;
  const [status, usage, develop] = [cell('status', row), cell('usage', row), cell('develop-first', row)];
  const spread = `IF(AND(ISNUMBER(${usage}),${usage}<=${bound}),${literal(next.spread)},"")`;
  const further = `IF(LEN(${develop})>0,${literal(digitalise)}&${develop},${spread})`;
  const planned = `IF(${status}=${literal(labels.statuses.planned)},${literal(next.adopt)},IF(${status}=${literal(labels.statuses.none)},${literal(next.decide)},""))`;
  return `IF(${isInUse(row, words)},${further},${planned})`;
}

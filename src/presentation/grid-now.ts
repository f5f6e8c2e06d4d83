/** What changes on the page of many fields with every answer: values with their sources, proposals, figures, progress. */
import type { Answers, Value } from '../assessment/answers.ts';
import { type Grid, type GridColumn, gridAt, isRowOpen } from '../assessment/grid.ts';
import type { Instrument } from '../assessment/instrument.ts';
import { type Prefilled, sourceDay } from '../assessment/prefilled.ts';
import { scoringOf } from '../assessment/scoring/scoring.ts';
import type { Found } from '../conversation/prefilling/found.ts';
import { gridOffers } from './grid-offers.ts';
import type { GridNow } from './grid-shown.ts';
import { writtenValue } from './line-input.ts';
import { lineText } from './line-text.ts';
import { sourceText } from './prefill-texts.ts';
import type { Voice } from './voice.ts';

/** Only what changes with every answer. */
export function gridNow(
  voice: Voice,
  instrument: Instrument,
  { answers, key, prefilled, found }: Showing,
): GridNow | undefined {
  const grid = gridAt(instrument, answers, key);
  return grid && nowIn({ voice, instrument, answers, grid, prefilled, found });
}

export interface Showing {
  readonly answers: Answers;
  /** Of the grid's card. */
  readonly key: string;
  /** Which answers came from a register of services. */
  readonly prefilled?: Prefilled | undefined;
  /** What the register told, where somebody has asked. */
  readonly found?: Found | undefined;
  /** The code of the municipality that was chosen. */
  readonly municipality?: string | undefined;
}

export interface Drawn extends Pick<Showing, 'prefilled' | 'found'> {
  readonly voice: Voice;
  readonly instrument: Instrument;
  readonly answers: Answers;
  readonly grid: Grid;
}

/** A value as the cell's own field holds it: the option that is chosen, or what is written in a line: "81,5". */
export function fieldText({ voice, instrument }: Drawn, { input }: GridColumn, value: Value): string {
  return input.type === 'choice' ? String(value) : writtenValue(voice, instrument, { input, value });
}

/** The same of a grid that has been found. */
export function nowIn(drawn: Drawn): GridNow {
  const { voice, instrument, answers, grid, prefilled } = drawn;
  const offers = gridOffers(drawn);
  const growing = scoringOf(instrument).growing?.(instrument, answers, grid.at);
  const values = grid.rows.flatMap(({ keys }) =>
    keys.flatMap((key, index) => {
      const value = answers[key];
      const column = grid.columns[index];
      if (value === undefined || !column) return [];
      const day = sourceDay(prefilled, key);
      const source = day !== undefined && { source: sourceText(voice, day) };
      return [[key, { value, text: fieldText(drawn, column, value), ...source }] as const];
    }),
  );
  return {
    values: Object.fromEntries(values),
    ...(offers.length > 0 && { offers }),
    ...(growing && { figures: lineText(voice, instrument, growing) }),
    progress: progressOf(drawn),
  };
}

function progressOf({ answers, grid }: Drawn): GridNow['progress'] {
  const needed = grid.rows.flatMap(row => {
    const first = row.keys[0];
    const isOpen = isRowOpen(row, first === undefined ? undefined : answers[first]);
    return row.keys.filter((_, index) => {
      const column = grid.columns[index];
      if (!column || (column.form && !isOpen)) return false;
      return column.input.type === 'choose' || column.input.blank !== 'fine';
    });
  });
  return { answered: needed.filter(key => answers[key] !== undefined).length, total: needed.length };
}

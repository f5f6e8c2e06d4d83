/** A day in a cell: written as one of the calendar, read as one or from words that say one with its year. */
import { readDate } from '../../conversation/read-date.ts';
import { type CellNumber, problemIn } from './cell-number.ts';
import { dayOfSerial, FIRST_DAY, LAST_DAY, serialOfDay } from './xlsx/days.ts';
import type { CellContent } from './xlsx/read-cells.ts';

/**
 * What stands in the cell for `2027-12-31`: a number. Other centuries are words: who types a year alone into such a
 * cell gets a day of 1905.
 */
export function dayCell(day: string | undefined): string | number | undefined {
  if (day === undefined) return undefined;
  const serial = serialOfDay(day);
  return isOfOurs(serial) ? serial : day;
}

/** The day as `2027-12-31`. What is none is no answer of its field, for the check of the answers to name. */
export function readCellDay(content: CellContent | undefined): CellNumber {
  if (content?.kind === 'text') return { value: dayIn(content.text) ?? content.text };
  // As a plain number: a day whose format was lost.
  if (content?.kind === 'number') return { value: numbered(content.number) };
  return content?.kind === 'date'
    ? { value: content.day === undefined ? '' : numbered(serialOfDay(content.day)) }
    : problemIn(content);
}

function numbered(serial: number): string {
  return (isOfOurs(serial) ? dayOfSerial(serial) : undefined) ?? String(serial);
}

function isOfOurs(serial: number): boolean {
  return serial >= FIRST_DAY && serial < LAST_DAY + 1;
}

/** Without its year nobody knows which one is meant. */
function dayIn(text: string): string | undefined {
  return /\d{4}/.test(text) ? readDate(text, 0) : undefined;
}

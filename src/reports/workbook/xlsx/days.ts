/** Days as spreadsheets count them: a serial number from the end of 1899. Days read `2027-12-31`. */

const DAY = 86_400_000;
const START = Date.UTC(1899, 11, 30);
/** 1 January 2000 and 31 December 2099: nobody plans for another century. */
export const FIRST_DAY = 36526;
export const LAST_DAY = 73050;

/** `2027-12-31` → 46752. */
export function serialOfDay(day: string): number {
  return (Date.parse(`${day}T00:00:00Z`) - START) / DAY;
}

/** Undefined for a time without a day, and for what is no such number. */
export function dayOfSerial(serial: number): string | undefined {
  const whole = Math.floor(serial);
  // Before March 1900 programs disagree by a day.
  return whole > 60 && whole < 2_958_466
    ? new Date(START + whole * DAY).toISOString().slice(0, 10)
    : undefined;
}

/** `2027-12-31T00:00:00` → its day. */
export function dayWritten(text: string): string | undefined {
  return /^\d{4}-\d{2}-\d{2}/.exec(text.trim())?.[0];
}

/** A place in a picture, to a tenth of its units: finer is not seen, and every digit is sent. */
export function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}

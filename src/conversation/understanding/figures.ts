/** A number written in figures. */
export interface Figure {
  readonly value: number;
  /** "1.500" may be one and a half or fifteen hundred: this is the other reading, and the mark that both rest on. */
  readonly grouped?: { readonly value: number; readonly mark: ',' | '.' };
  /** The multiplier said last, which a half behind it is a half of: "a million and a half". */
  readonly by?: number;
}

const BY_SPACE = String.raw`\d{1,3}(?:[ ']\d{3}(?!\d))+(?:[.,]\d+)?`;
const BY_MARK = String.raw`\d+(?:[.,:]\d+)*(?::\p{L}+)?`;
/** "12 te" and "60 k" are thousands; "te" is also a Finnish pronoun, which does not follow a figure. */
const THOUSANDS = String.raw`(?: ?(?:te|t€|teur|ke|k€|keur|k))(?![\p{L}\p{N}])`;

/** What a text of tidied spaces may hold as one figure: a pattern to be put into a larger one. */
export const FIGURE = `(?:${BY_SPACE}|${BY_MARK})(?:${THOUSANDS})?`;

const ENDS_IN_THOUSANDS = new RegExp(`${THOUSANDS}$`, 'u');
const SHAPES = {
  spaced: /^[1-9]\d{0,2}(?:[ ']\d{3})+(?:[.,]\d+)?$/,
  /** "1.234.567,50" and "1.200,50": the other mark, or the same one again, says what the first one is. */
  points: /^[1-9]\d{0,2}(?:(?:\.\d{3})+,\d+|(?:\.\d{3}){2,})$/,
  commas: /^[1-9]\d{0,2}(?:(?:,\d{3})+\.\d+|(?:,\d{3}){2,})$/,
  either: /^[1-9]\d{0,2}([.,])\d{3}$/,
  plain: /^\d+(?:[.,]\d+)?$/,
} as const;

/** Reads "81,5", "1 500", "12'000", "12 te", "10:stä"; undefined for dates, times, telephone numbers and the like. */
export function figureOf(text: string): Figure | undefined {
  const bare = text.replace(ENDS_IN_THOUSANDS, '');
  const figure = read(bare.replace(/:\p{L}+$/u, ''));
  if (!figure || !Number.isFinite(figure.value)) return undefined;
  return bare === text ? figure : { ...times(figure, 1000), by: 1000 };
}

function read(digits: string): Figure | undefined {
  if (SHAPES.spaced.test(digits)) return { value: decimal(digits.replace(/[ ']/g, '')) };
  if (SHAPES.points.test(digits)) return { value: decimal(digits.replaceAll('.', '')) };
  if (SHAPES.commas.test(digits)) return { value: decimal(digits.replaceAll(',', '')) };
  const mark = SHAPES.either.exec(digits)?.[1];
  if (mark === ',' || mark === '.')
    return { value: decimal(digits), grouped: { value: decimal(digits.replace(mark, '')), mark } };
  return SHAPES.plain.test(digits) ? { value: decimal(digits) } : undefined;
}

function decimal(digits: string): number {
  return Number(digits.replace(',', '.'));
}

/** The figure so many times over; also -1 times. */
export function times({ value, grouped }: Figure, by: number): Figure {
  return {
    value: product(value, by),
    ...(grouped && { grouped: { ...grouped, value: product(grouped.value, by) } }),
  };
}

/** Multiplying leaves a tail that was never there: 1.1 · 1000. Nor is there a minus nought. */
export function product(value: number, by: number): number {
  return Number((value * by).toFixed(8)) + 0;
}

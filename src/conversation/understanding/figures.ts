/** A number written in figures. */
export interface Figure {
  readonly value: number;
  /** "1.500" may be one and a half or fifteen hundred. */
  readonly grouped?: number;
}

/** Reads "81,5", "1 500", "10:stä"; undefined for dates, times and the like. */
export function figureOf(text: string): Figure | undefined {
  const digits = text.replace(/:\p{L}+$/u, '').replace(/[ \u00a0\u202f]/g, '');
  if (digits.includes(':')) return undefined;
  const groups = digits.split(/[.,]/);
  const value = Number(groups.join('.'));
  if (groups.length > 2 || !Number.isFinite(value)) return undefined;
  const grouped = groups.length === 2 && groups[1]?.length === 3 && groups[0] !== '0';
  return grouped ? { value, grouped: Number(groups.join('')) } : { value };
}

/** Where something stands, and what is aimed at: levels, or what was answered instead of one. */
interface Aimed {
  readonly now: unknown;
  readonly target: unknown;
}

/** Whether this level lies above where it stands, and not above what is aimed at. What is not known stands on the ground. */
export function isInGap(level: number, { now, target }: Aimed): boolean {
  return typeof target === 'number' && level <= target && level > (typeof now === 'number' ? now : 0);
}

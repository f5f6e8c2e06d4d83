/** Where something stands, and what is aimed at: levels, or what was answered instead of one. */
interface Aimed {
  readonly now: unknown;
  readonly target: unknown;
}

/** Whether to reach this level is a step from where it stands towards what is aimed at. What is not known now counts from the ground. */
export function isInGap(level: number, { now, target }: Aimed): boolean {
  return typeof target === 'number' && level <= target && level > (typeof now === 'number' ? now : 0);
}

/** A reader's watermark as it comes from outside. Anything that is none of ours reads from the beginning. */
export function watermarkOf(value: unknown): string | undefined {
  return typeof value === 'string' && /^\d{1,19}(-\d{1,19})?$/.test(value) ? value : undefined;
}

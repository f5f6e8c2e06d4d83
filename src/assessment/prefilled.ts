/** Which answers came from a register of services and stand as they came, and what the register told then. */
import * as z from 'zod';
import type { AnswerKey, Answers } from './answers.ts';
import { keySchema } from './id.ts';

const daySchema = z.iso.date();

export const prefilledSchema = z.strictObject({
  /** The municipality's official code. */
  municipality: z.string().regex(/^[0-9a-z]{0,12}$/),
  /** The day on which the register was last looked into: `2026-11-28`. */
  day: daySchema,
  /** Answer → the day of the register it came from. Gone as soon as somebody changes the answer. */
  sources: z.record(keySchema, daySchema),
  /** Item → the ways in to it that the register knew that day, so that the next look can tell what is new. */
  ways: z.record(keySchema, z.array(z.string().max(20)).max(10).readonly()),
  /** What was offered and decided on otherwise: it is not offered again. Items, and services of the register. */
  decided: z.array(z.string().max(90)).max(1000),
});
export type Prefilled = z.infer<typeof prefilledSchema>;

/** What is left of the sources when the answers have changed from these to those. */
export function sourcesKept<P extends Prefilled | undefined>(prefilled: P, was: Answers, now: Answers): P {
  if (!prefilled) return prefilled;
  const kept = Object.entries(prefilled.sources).filter(([key]) => isSame(was[key], now[key]));
  return kept.length === Object.keys(prefilled.sources).length
    ? prefilled
    : { ...prefilled, sources: Object.fromEntries(kept) };
}

/** The day of the register that an answer came from; undefined for an answer that somebody gave or has changed. */
export function sourceDay(prefilled: Prefilled | undefined, key: AnswerKey): string | undefined {
  return prefilled && Object.hasOwn(prefilled.sources, key) ? prefilled.sources[key] : undefined;
}

/** How many answers stand as they came from the register, by the day they came: for replies and files. */
export function sourcedByDay(prefilled: Prefilled | undefined): Readonly<Record<string, number>> {
  const days: Record<string, number> = {};
  for (const day of Object.values(prefilled?.sources ?? {})) days[day] = (days[day] ?? 0) + 1;
  return days;
}

/** The same as a reply has it: left out where there are none. */
export function sourcedIn(prefilled: Prefilled | undefined): { sourced?: Readonly<Record<string, number>> } {
  const sourced = sourcedByDay(prefilled);
  return Object.keys(sourced).length > 0 ? { sourced } : {};
}

function isSame(one: unknown, other: unknown): boolean {
  return one !== undefined && JSON.stringify(one) === JSON.stringify(other);
}

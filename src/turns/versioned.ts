/** What is kept as JSON bears the version of its format in `schema`: written with it, and raised to the newest when read. */
import * as z from 'zod';

export interface Format<T> {
  /** The version that is written. */
  readonly newest: number;
  /** What that version holds beside its number. */
  readonly schema: z.ZodType<T>;
  /** From an older version to the next one up; each sets the new number in `schema`. A value without one is unreadable. */
  readonly migrations: Readonly<Record<number, (value: unknown) => unknown>>;
  /** The version of what bears no number, where some was kept so. */
  readonly unnumbered?: number;
}

/** As JSON on one line, its number first. */
export function writeVersioned<T extends object>({ newest }: Format<T>, value: T): string {
  return JSON.stringify({ schema: newest, ...value });
}

/** Undefined where it is of no version known here, a newer one included. */
export function readVersioned<T>(text: string, format: Format<T>): T | undefined {
  const { data } = anything.safeParse(parseJson(text));
  const value = raised(data && { schema: format.unnumbered, ...data }, format);
  const { schema, ...rest } = numbered.safeParse(value).data ?? {};
  return schema === format.newest ? format.schema.safeParse(rest).data : undefined;
}

/** Undefined where it is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const anything = z.looseObject({});
const numbered = z.looseObject({ schema: z.number().int() });

function raised<T>(value: unknown, format: Format<T>): unknown {
  const { data } = numbered.safeParse(value);
  const step = data && data.schema < format.newest ? format.migrations[data.schema] : undefined;
  return step ? raised(step(value), format) : value;
}

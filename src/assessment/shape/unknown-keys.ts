import * as z from 'zod';
import { nearestName } from './instead-of.ts';

/** A key that no schema knows at its place. */
export interface UnknownKey {
  readonly path: readonly PropertyKey[];
  readonly key: string;
  /** What the schema knows there and the value does not have yet. */
  readonly known: readonly string[];
  /** The one of them that was meant, where it was misspelt. */
  readonly meant: string | undefined;
}

type Schema = z.core.$ZodType;
type Group = Readonly<Record<string, unknown>>;

/**
 * The keys of a value that its schema does not know. Zod tells them without what it knows, and not at all where a step
 * is none of several kinds: of `{ typ: number, … }` it only says that no kind fits.
 */
export function unknownKeys(
  schema: Schema,
  value: unknown,
  path: readonly PropertyKey[] = [],
): readonly UnknownKey[] {
  return inAny([schema], value, path);
}

function inAny(schemas: readonly Schema[], value: unknown, path: readonly PropertyKey[]): UnknownKey[] {
  const kinds = schemas.flatMap(kindsOf);
  if (Array.isArray(value)) {
    const parts = kinds.flatMap(kind => (kind instanceof z.ZodArray ? [kind.element] : []));
    return value.flatMap((part, at) => inAny(parts, part, [...path, at]));
  }
  return isGroup(value) ? inGroup(kinds, value, path) : [];
}

function inGroup(kinds: readonly Schema[], value: Group, path: readonly PropertyKey[]): UnknownKey[] {
  const shapes = shapesFor(kinds, value);
  const values = kinds.flatMap(kind => (kind instanceof z.ZodRecord ? [kind.valueType] : []));
  const known = [...new Set(shapes.flatMap(shape => Object.keys(shape)))].filter(
    key => !Object.hasOwn(value, key),
  );
  return Object.entries(value).flatMap(([key, part]) => {
    const inside = [...shapes.flatMap(shape => shape[key] ?? []), ...values];
    if (inside.length > 0) return inAny(inside, part, [...path, key]);
    return shapes.length > 0 ? [{ path: [...path, key], key, known, meant: nearestName(key, known) }] : [];
  });
}

/** What objects of the kinds hold: of those kinds whose fixed values are the given ones (`type: climb`), else of all. */
function shapesFor(kinds: readonly Schema[], value: Group): readonly Readonly<Record<string, Schema>>[] {
  const objects = kinds.flatMap(kind => (kind instanceof z.ZodObject ? [kind] : []));
  // Where others than those named may stand, no key is unknown.
  if (objects.some(({ def }) => !(def.catchall instanceof z.ZodNever))) return [];
  const shapes = objects.map(({ shape }): Readonly<Record<string, Schema>> => shape);
  const fitting = shapes.filter(shape =>
    Object.entries(shape).every(
      ([key, part]) =>
        !(part instanceof z.ZodLiteral) || value[key] === undefined || part.safeParse(value[key]).success,
    ),
  );
  return fitting.length > 0 ? fitting : shapes;
}

/** What a schema can stand for, without what wraps it. */
function kindsOf(schema: Schema): readonly Schema[] {
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(kindsOf);
  if (schema instanceof z.ZodPipe) return kindsOf(schema.in);
  const wraps =
    schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodLazy;
  return wraps ? kindsOf(schema.unwrap()) : [schema];
}

function isGroup(value: unknown): value is Group {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

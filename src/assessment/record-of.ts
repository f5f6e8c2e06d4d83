/** A record with a value for each of these keys. */
export function recordOf<Key extends string, Value>(
  keys: readonly Key[],
  make: (key: Key) => Value,
): Record<Key, Value>;
export function recordOf(keys: readonly string[], make: (key: string) => unknown): object {
  const record: Record<string, unknown> = {};
  for (const key of keys) record[key] = make(key);
  return record;
}

import type { Database } from 'lmdb';
import { newVersionToken } from '../version-token.ts';
import { rowVersion } from './row-version.ts';

interface ConditionalPut<T> {
  readonly name: string;
  /** The row's version when it was read; undefined when there was none. */
  readonly version: number | undefined;
  readonly kept: T;
}

/** Writes the row on the condition that it is still the one that was read; false when it is not. */
export function putIfStill<T>(
  table: Database<T, string>,
  { name, version, kept }: ConditionalPut<T>,
): Promise<boolean> {
  const write = () => table.put(name, kept, rowVersion(newVersionToken()));
  return version === undefined ? table.ifNoExists(name, write) : table.ifVersion(name, version, write);
}

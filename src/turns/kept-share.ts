/** A result as it is kept under a code: written when it is shared, and parsed when the code is given. */
import * as z from 'zod';
import { type SharedResult, sharedResultSchema } from '../conversation/shared-result.ts';
import { carriedShare } from './migrations/reply.ts';
import { type Format, readVersioned, writeVersioned } from './versioned.ts';

/** Raised when the shape of a shared result changes; a migration then carries the one before over. */
const format: Format<SharedResult> = {
  newest: 2,
  schema: sharedResultSchema,
  unnumbered: 1,
  migrations: { 1: fromNovember },
};

export function writeShare(shared: SharedResult): string {
  return writeVersioned(format, shared);
}

/** Undefined when it is in no form known here. */
export function readShare(value: string): SharedResult | undefined {
  return readVersioned(value, format);
}

function fromNovember(value: unknown): unknown {
  const { data } = z.looseObject({}).safeParse(carriedShare(value));
  return data && { ...data, schema: 2 };
}

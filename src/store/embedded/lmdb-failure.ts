import { getSystemErrorMap } from 'node:util';
import { StoreUnavailable } from '../port.ts';
import { problemDetail } from '../problem.ts';

/**
 * Runs what writes, and fails with the cause. Of a commit that went wrong (a full disk) lmdb says the same of every
 * write in it, and gives the cause as one more promise: left alone, that one ends the process.
 */
export async function orCause<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw await causeOf(error);
  }
}

/** For writes inside a conditional write: how that went, its own promise tells; theirs must not go unhandled. */
export function partOfCommit(write: Promise<boolean>): void {
  write.catch(causeOf);
}

async function causeOf(error: unknown): Promise<unknown> {
  if (!(error instanceof Error && 'commitError' in error)) return error;
  const cause = await Promise.resolve(error.commitError).catch((reason: unknown) => reason);
  return new StoreUnavailable(codeOf(cause), { cause });
}

/** The system's own codes come as numbers (28 for ENOSPC), LMDB's as the first word of its sentence. */
function codeOf(error: unknown): string {
  const number = error instanceof Error && 'code' in error ? error.code : undefined;
  const [name] = (typeof number === 'number' && getSystemErrorMap().get(-number)) || [];
  return name ?? problemDetail(error);
}

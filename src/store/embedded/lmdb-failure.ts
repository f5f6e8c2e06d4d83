import { getSystemErrorMap } from 'node:util';
import { StoreUnavailable } from '../port.ts';
import { problemDetail, type ReportProblem } from '../problem.ts';

/**
 * Runs what writes, and throws the cause where it fails. On a full disk lmdb rejects every write of a commit with the same
 * words, and tells the cause by one more promise, `commitError`: its rejection, left unhandled, would end the process.
 * Such a cause is told as `broken-off` as well.
 */
export async function failingWithCause<T>(onProblem: ReportProblem, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const cause = await causeOf(error);
    if (cause !== error && cause instanceof StoreUnavailable) onProblem('broken-off', cause.message);
    throw cause;
  }
}

/** For a write inside a conditional write: that one's promise tells how both went, and this one's must not go unhandled. */
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

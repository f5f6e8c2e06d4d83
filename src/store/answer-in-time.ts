import { StoreUnavailable } from './port.ts';
import { problemDetail } from './problem.ts';

/** Below the two seconds the port promises, with room for the event loop. */
const DEADLINE_MS = 1_800;

/**
 * The work's result, or StoreUnavailable when it fails or takes too long. What is late may still happen: every
 * write is made so that this does no harm.
 */
export function answerInTime<T>(work: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new StoreUnavailable('timeout')), DEADLINE_MS);
    const settled = (settle: () => void) => {
      clearTimeout(timer);
      settle();
    };
    work().then(
      result => settled(() => resolve(result)),
      (error: unknown) => settled(() => reject(asUnavailable(error))),
    );
  });
}

function asUnavailable(error: unknown): StoreUnavailable {
  if (error instanceof StoreUnavailable) return error;
  return new StoreUnavailable(problemDetail(error), { cause: error });
}

import type { Log } from '../log.ts';
import type { ReportProblem, StoreProblem } from '../store/problem.ts';

/** What was told before is over: no trouble. */
const OVER: readonly StoreProblem[] = ['connection-back', 'wake-ups-back'];

/**
 * Puts the store's troubles into the log, and ends the process, once, where a write broke off inside LMDB: lmdb 3.5.6 may
 * have written past the end of its memory then, and what such a process still answers nobody can vouch for. What was
 * committed is safe on the disk, and the next process reads it from there.
 */
export function tellOfStore(log: Pick<Log, 'info' | 'warn' | 'error'>, end: () => void): ReportProblem {
  let state: 'running' | 'ending' = 'running';
  return (problem, detail) => {
    if (problem !== 'broken-off') {
      log[OVER.includes(problem) ? 'info' : 'warn']({ problem, detail }, 'store');
      return;
    }
    if (state === 'ending') return;
    state = 'ending';
    log.error({ problem, detail }, 'the store can no longer be trusted: the process ends');
    end();
  };
}

import type { Log } from '../log.ts';
import type { ReportProblem } from '../store/problem.ts';

/**
 * Puts the store's troubles into the log, and ends the process, once, where a write broke off inside LMDB: lmdb 3.5.6 may
 * have written past the end of its memory then, and what such a process still answers nobody can vouch for. What was
 * committed is safe on the disk, and the next process reads it from there.
 */
export function tellOfStore(log: Pick<Log, 'warn' | 'error'>, end: () => void): ReportProblem {
  let state: 'running' | 'ending' = 'running';
  return (problem, detail) => {
    if (problem !== 'broken-off') {
      log.warn({ problem, detail }, 'store');
      return;
    }
    if (state === 'ending') return;
    state = 'ending';
    log.error({ problem, detail }, 'the store can no longer be trusted: the process ends');
    end();
  };
}

import type { JobOutcome } from './job-outcome.ts';
import { openThread, type Thread, type ThreadOptions } from './open-thread.ts';

/** Does jobs in a thread of its own, one after the other, so that nobody else waits for them. */
export interface WorkThread<Job, Done> {
  /** Never rejects: whatever happens to the thread is an outcome. Jobs and what is done are plain data. */
  work(job: Job): Promise<JobOutcome<Done>>;
  /** Ends the thread. What it was doing and what was waiting fails. */
  close(): Promise<void>;
}

export interface WorkThreadOptions extends ThreadOptions {
  /** How many jobs may wait behind the one being done; a further one is refused. */
  readonly waiting: number;
  /** How long a job may take, the start of the thread included. */
  readonly milliseconds: number;
  /** How long it is kept without a job. */
  readonly idleMs?: number;
}

const IDLE_MS = 60_000;

/**
 * The thread starts with the first job, ends when it has had none for a while, and never keeps the process alive by
 * itself. One that dies, or has to be stopped, fails the job it was at; the next job gets a new one.
 *
 * `entry`: the module that runs in the thread and calls `serveJobs`.
 */
export function createWorkThread<Job, Done>(entry: URL, options: WorkThreadOptions): WorkThread<Job, Done> {
  const { waiting, milliseconds, idleMs = IDLE_MS } = options;
  let state: 'open' | 'closed' = 'open';
  let taken = 0;
  let last: Promise<unknown> = Promise.resolve();
  let thread: Thread<Job, Done> | undefined;
  let idle: NodeJS.Timeout | undefined;
  const end = async () => {
    const ending = thread;
    thread = undefined;
    await ending?.end();
  };
  const doOne = async (job: Job): Promise<JobOutcome<Done>> => {
    if (state === 'closed') return { kind: 'failed', error: new Error('the thread has been closed') };
    clearTimeout(idle);
    const outcome = await attempt(() => {
      if (thread?.state() !== 'alive') thread = openThread(entry, options);
      return thread.ask(job, milliseconds);
    });
    if (outcome.kind === 'done') idle = setTimeout(() => void end(), idleMs).unref();
    else void end();
    return outcome;
  };
  return {
    work(job) {
      if (taken > waiting) return Promise.resolve({ kind: 'crowded' });
      taken++;
      const outcome = last.then(() => doOne(job)).finally(() => taken--);
      last = outcome;
      return outcome;
    },
    async close() {
      state = 'closed';
      clearTimeout(idle);
      await end();
    },
  };
}

/** A thread that cannot be started, or a job that cannot be sent, is an outcome too. */
async function attempt<Done>(ask: () => Promise<JobOutcome<Done>>): Promise<JobOutcome<Done>> {
  try {
    return await ask();
  } catch (error) {
    return { kind: 'failed', error };
  }
}

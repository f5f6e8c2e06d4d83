import type { JobOutcome } from './job-outcome.ts';
import { openThread, type Thread, type ThreadOptions } from './open-thread.ts';

/** Does jobs in a thread of its own, one after the other, so that nobody else waits for them. */
export interface WorkThread<Job, Done> {
  /** Never rejects: whatever happens to the thread is an outcome. Jobs and what is done are plain data. */
  work(job: Job): Promise<JobOutcome<Done>>;
  /**
   * The same for a job that is made ready when its turn has come: ten files asked for at once are read from the store one by
   * one, not all in one go that keeps the event loop. Undefined where there turns out to be nothing to do; rejects as `prepare` does.
   */
  workOn(prepare: () => Promise<Job | undefined>): Promise<JobOutcome<Done> | undefined>;
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
  const inTurn = oneByOne(waiting);
  return {
    work: job => inTurn(() => doOne(job)),
    workOn: prepare =>
      inTurn(async () => {
        const job = await prepare();
        return job && doOne(job);
      }),
    async close() {
      state = 'closed';
      clearTimeout(idle);
      await end();
    },
  };
}

type InTurn = <Outcome>(act: () => Promise<Outcome>) => Promise<Outcome | { readonly kind: 'crowded' }>;

/** Does one thing after the other, and refuses what more than `waiting` wait before. */
function oneByOne(waiting: number): InTurn {
  let taken = 0;
  let last: Promise<unknown> = Promise.resolve();
  return act => {
    if (taken > waiting) return Promise.resolve({ kind: 'crowded' });
    taken++;
    const outcome = last.then(act).finally(() => taken--);
    last = outcome.catch(() => undefined);
    return outcome;
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

import { basename } from 'node:path';
import { Worker, type WorkerOptions } from 'node:worker_threads';
import type { JobOutcome } from './job-outcome.ts';

/** A running thread that does one job at a time. */
export interface Thread<Job, Done> {
  /** Does a job within this many milliseconds. After any outcome but `done` the thread is of no more use. */
  ask(job: Job, milliseconds: number): Promise<JobOutcome<Done>>;
  state(): 'alive' | 'ended';
  end(): Promise<unknown>;
}

export interface ThreadOptions {
  /** How large the thread's memory of long-lived things may grow. */
  readonly megabytes: number;
  /** The same for things that have just been made; V8's usual room where it is left out. */
  readonly youngMegabytes?: number;
  /** What the thread has as its `workerData` from its start: plain data. */
  readonly data?: unknown;
}

/** Starts the thread. It keeps the process alive only while it is at a job. */
export function openThread<Job, Done>(
  entry: URL,
  { megabytes, youngMegabytes, data }: ThreadOptions,
): Thread<Job, Done> {
  const worker = startWorker(entry, {
    resourceLimits: {
      maxOldGenerationSizeMb: megabytes,
      ...(youngMegabytes !== undefined && { maxYoungGenerationSizeMb: youngMegabytes }),
    },
    workerData: data,
  });
  let state: 'alive' | 'ended' = 'alive';
  let settle: ((outcome: JobOutcome<Done>) => void) | undefined;
  worker.unref();
  worker.on('message', (done: Done) => settle?.({ kind: 'done', done }));
  worker.on('error', error => settle?.(isOutOfMemory(error) ? { kind: 'too-large' } : failed(error)));
  worker.on('exit', () => {
    state = 'ended';
    settle?.(failed(new Error('the thread ended')));
  });
  return {
    ask: (job, milliseconds) =>
      new Promise(resolve => {
        const timer = setTimeout(() => settle?.({ kind: 'too-slow' }), milliseconds);
        settle = outcome => {
          clearTimeout(timer);
          settle = undefined;
          worker.unref();
          resolve(outcome);
        };
        worker.ref();
        worker.postMessage(job);
      }),
    state: () => state,
    end: () => worker.terminate(),
  };
}

function failed(error: unknown) {
  return { kind: 'failed', error } as const;
}

function isOutOfMemory(error: Error): boolean {
  return 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

/** A build lays all workers beside the server, whatever room their sources are in: the file that a thread starts from. */
export function bundledWorker(entry: URL, server: string): URL {
  return new URL(`${basename(entry.pathname, '.ts')}.js`, server);
}

/** From the sources the thread runs TypeScript; from a build, the file bundled under the same name. */
function startWorker(entry: URL, options: WorkerOptions): Worker {
  if (!import.meta.url.endsWith('.ts')) return new Worker(bundledWorker(entry, import.meta.url), options);
  const code = `import('tsx/esm/api').then(({ register }) => { register(); return import('${entry}'); });`;
  return new Worker(code, { ...options, eval: true });
}

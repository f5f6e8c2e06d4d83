import { Worker, type WorkerOptions } from 'node:worker_threads';
import type { Workbook } from '../../assessment/workbook/workbook-definition.ts';
import type { Imported } from './import-workbook.ts';
import type { Vocabulary } from './labels.ts';

/** What the thread is given. */
export interface ImportJob {
  readonly workbook: Workbook;
  readonly vocabulary: Vocabulary;
  readonly bytes: Uint8Array;
}

export interface ImportLimits {
  readonly milliseconds?: number;
  readonly megabytes?: number;
}

/**
 * Reads a filled workbook in a thread of its own with limits on time and memory. A file that passes them is told to
 * be too slow or too large; this process goes on either way.
 */
export async function importInWorker(
  job: ImportJob,
  { milliseconds = 10_000, megabytes = 256 }: ImportLimits = {},
): Promise<Imported> {
  const worker = startWorker({ workerData: job, resourceLimits: { maxOldGenerationSizeMb: megabytes } });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Imported>((resolve, reject) => {
      timer = setTimeout(() => resolve(rejected('too-slow')), milliseconds);
      worker.once('message', resolve);
      worker.once('error', error => {
        const outOfMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
        if (outOfMemory) resolve(rejected('too-large'));
        else reject(error);
      });
      worker.once('exit', () => resolve(rejected('damaged')));
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

function rejected(code: string): Imported {
  return { kind: 'rejected', problems: [{ code }] };
}

/** From the sources the thread runs TypeScript; from a build, the file bundled beside this one. */
function startWorker(options: WorkerOptions): Worker {
  if (!import.meta.url.endsWith('.ts'))
    return new Worker(new URL('./import-worker.js', import.meta.url), options);
  const entry = new URL('./import-worker.ts', import.meta.url);
  const code = `import('tsx/esm/api').then(({ register }) => { register(); return import('${entry}'); });`;
  return new Worker(code, { ...options, eval: true });
}

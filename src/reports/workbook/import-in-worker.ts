import type { Workbook } from '../../assessment/scoring/workbook/workbook-instrument.ts';
import { createWorkThread } from '../../threads/work-thread.ts';
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

const ENTRY = new URL('./import-worker.ts', import.meta.url);

/**
 * Reads a filled workbook in a thread with limits on time and memory. The thread is its own and ends with it: what a
 * hostile file leaves behind meets no other. A file that passes the limits is told to be too slow or too large; this
 * process goes on either way.
 */
export async function importInWorker(
  job: ImportJob,
  { milliseconds = 10_000, megabytes = 256 }: ImportLimits = {},
): Promise<Imported> {
  const thread = createWorkThread<ImportJob, Imported>(ENTRY, { waiting: 0, milliseconds, megabytes });
  try {
    const outcome = await thread.work(job);
    if (outcome.kind === 'done') return outcome.done;
    if (outcome.kind === 'too-slow' || outcome.kind === 'too-large')
      return { kind: 'rejected', problems: [{ code: outcome.kind }] };
    throw outcome.kind === 'failed' ? outcome.error : new Error('the thread took no job');
  } finally {
    await thread.close();
  }
}

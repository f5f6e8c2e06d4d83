/** A process of its own: does one job in a thread, is at another when it closes, and leaves a third one idle. */
import { createWorkThread } from '../../src/threads/work-thread.ts';
import type { OddJob, Told } from './odd-jobs-worker.ts';

const LIMITS = { waiting: 0, milliseconds: 60_000, megabytes: 64 };
const entry = new URL('./odd-jobs-worker.ts', import.meta.url);

const closed = createWorkThread<OddJob, Told>(entry, LIMITS);
await closed.work({ do: 'tell' });
const hanging = closed.work({ do: 'hang' });
await closed.close();

const idle = createWorkThread<OddJob, Told>(entry, { ...LIMITS, idleMs: 3_600_000 });
await idle.work({ do: 'tell' });
process.stdout.write((await hanging).kind);

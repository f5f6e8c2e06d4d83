/**
 * Imported first by what runs in a thread: where the thread and the turns share a processor, the turns go first.
 * Only Linux knows a priority for one thread; elsewhere it would be the whole process's.
 */
import { setPriority } from 'node:os';

const NICE = 10;

if (process.platform === 'linux') lower();

function lower(): void {
  try {
    setPriority(NICE);
  } catch {
    // Where it is not allowed, the work is done all the same.
  }
}

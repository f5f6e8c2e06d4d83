import { parentPort } from 'node:worker_threads';

/**
 * In the thread: does each job it is given and answers with what came of it. Bytes are handed over, not copied. A job
 * that throws ends the thread, which is what tells the other side; so does one that rejects, since nobody handles that.
 */
export function serveJobs<Job, Done>(work: (job: Job) => Done | Promise<Done>): void {
  parentPort?.on('message', async (job: Job) => {
    const done = await work(job);
    parentPort?.postMessage(done, bytesOf(done));
  });
}

function bytesOf(done: unknown): ArrayBuffer[] {
  const content = typeof done === 'object' && done !== null && 'content' in done ? done.content : done;
  return content instanceof Uint8Array && content.buffer instanceof ArrayBuffer ? [content.buffer] : [];
}

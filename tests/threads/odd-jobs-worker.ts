/** Runs in a thread: does what it is told, also what no thread should. */
import '../../src/threads/lower-priority.ts';
import { getPriority } from 'node:os';
import { threadId } from 'node:worker_threads';
import { serveJobs } from '../../src/threads/serve-jobs.ts';

export type OddJob =
  | { readonly do: 'tell'; readonly word?: string }
  | { readonly do: 'give-bytes' | 'hang' | 'throw' | 'exit' | 'exit-afterwards' | 'fill-memory' };

export interface Told {
  readonly word: string;
  readonly thread: number;
  /** As the operating system counts it for this thread. */
  readonly priority: number;
  /** How many of the bytes given before are still here. */
  readonly bytesLeft: number;
}

let given = new Uint8Array();

serveJobs((job: OddJob): Told | Uint8Array => {
  switch (job.do) {
    case 'tell':
      return tell(job.word);
    case 'give-bytes':
      given = new Uint8Array([1, 2, 3]);
      return given;
    case 'hang':
      for (;;);
    case 'throw':
      throw new Error('as told');
    case 'exit':
      return process.exit();
    case 'exit-afterwards':
      setTimeout(() => process.exit());
      return tell();
    case 'fill-memory':
      return fillMemory();
  }
});

function tell(word = ''): Told {
  return { word, thread: threadId, priority: getPriority(), bytesLeft: given.byteLength };
}

function fillMemory(): never {
  const kept: string[][] = [];
  for (;;) kept.push(Array.from({ length: 10_000 }, (_, index) => `${kept.length} ${index}`));
}

/** What became of the answers in a fault test: written on the test for the final table, then held to zero. */
import { expect } from 'vitest';
import { QUESTIONS } from './content.ts';
import { answersTaken, type WireActivity } from './robot.ts';

export interface FaultTally {
  /** Answers given in all. */
  tried: number;
  /** Acknowledged answers that are gone. */
  lost: number;
  /** Answers applied more than once. */
  doubled: number;
}

declare module 'vitest' {
  interface TaskMeta {
    tally?: FaultTally;
  }
}

/** Adds up finished quick checks; `close` writes the sum on the test and expects nothing lost or doubled. */
export function tallyOf(task: { meta: { tally?: FaultTally } }) {
  const tally: FaultTally = { tried: 0, lost: 0, doubled: 0 };
  task.meta.tally = tally;
  return {
    add(said: readonly WireActivity[]): void {
      const taken = answersTaken(said);
      const places = new Set(taken);
      tally.tried += QUESTIONS;
      tally.lost += QUESTIONS - places.size;
      tally.doubled += taken.length - places.size;
    },
    close(): void {
      expect(tally).toMatchObject({ lost: 0, doubled: 0 });
    },
  };
}

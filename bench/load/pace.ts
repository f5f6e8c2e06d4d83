/** When the next turn may begin. */
export interface Pace {
  /** Resolves to the moment from which the turn is measured, in milliseconds of `performance.now()`. */
  next(): Promise<number>;
}

/** Everybody goes on at once. */
export const restless: Pace = { next: async () => performance.now() };

/** So many turns a second; a turn that begins late because all are busy is measured from when it was due. */
export function steady(rate: number): Pace {
  const first = performance.now();
  let begun = 0;
  return {
    async next() {
      const due = first + (begun++ * 1000) / rate;
      const wait = due - performance.now();
      if (wait <= 0) return due;
      await new Promise(resolve => setTimeout(resolve, wait));
      return performance.now();
    },
  };
}

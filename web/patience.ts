/** Waiting between tries: longer each time, never in step with other browsers, and cut short when asked to. */
export interface Patience {
  /** Waits before the next try after this many failures in a row. */
  readonly wait: (failures: number) => Promise<void>;
  /** Lets everything that waits go on at once. */
  readonly wake: () => void;
}

const FIRST_MS = 400;
const LONGEST_MS = 15_000;

export function createPatience(random: () => number = Math.random): Patience {
  const waiting = new Set<() => void>();
  return {
    wait: failures => {
      const longest = Math.min(FIRST_MS * 2 ** failures, LONGEST_MS);
      return new Promise(resolve => {
        const goOn = () => {
          clearTimeout(timer);
          waiting.delete(goOn);
          resolve();
        };
        const timer = setTimeout(goOn, longest * (0.5 + random() / 2));
        waiting.add(goOn);
      });
    },
    wake: () => {
      for (const goOn of [...waiting]) goOn();
    },
  };
}

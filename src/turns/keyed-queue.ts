/** Work that must not overlap under one name, in the order it came; under different names it runs side by side. */
export interface KeyedQueue {
  /** Runs the job once all earlier ones of this name have ended, however they ended. Settles as the job does. */
  run<T>(name: string, job: () => Promise<T>): Promise<T>;
  /** Names with work under way. */
  readonly size: number;
  /** Resolves when what is under way now has ended. */
  idle(): Promise<void>;
}

export function createKeyedQueue(): KeyedQueue {
  /** By name, the end of its last job; a name without work is forgotten. */
  const ends = new Map<string, Promise<void>>();
  return {
    run: (name, job) => {
      const before = ends.get(name);
      const result = before ? before.then(job) : job();
      const end = result.then(ignore, ignore).then(() => {
        if (ends.get(name) === end) ends.delete(name);
      });
      ends.set(name, end);
      return result;
    },
    get size() {
      return ends.size;
    },
    idle: async () => {
      await Promise.all(ends.values());
    },
  };
}

function ignore(): void {}

import type { LogListener, LogNews } from '../port.ts';

/** How soon commits of another process on the same folder are noticed. */
const POLL_EVERY_MS = 250;

/** The log's state as one comparable text; undefined when there is no log. */
type ReadState = (name: string) => string | undefined;

interface Watched {
  readonly listeners: Set<LogListener>;
  seen: string | undefined;
}

/** Wakes listeners at once for this process' commits, and by looking now and then for those of others. */
export class LogWatch {
  readonly #readState: ReadState;
  readonly #watched = new Map<string, Watched>();
  #polling: NodeJS.Timeout | undefined;

  constructor(readState: ReadState) {
    this.#readState = readState;
  }

  listen(name: string, listener: LogListener): () => void {
    const heard: LogListener = news => listener(news);
    const watched = this.#watched.get(name) ?? { listeners: new Set(), seen: this.#readState(name) };
    watched.listeners.add(heard);
    this.#watched.set(name, watched);
    this.#polling ??= setInterval(() => this.#poll(), POLL_EVERY_MS).unref();
    return () => {
      watched.listeners.delete(heard);
      if (watched.listeners.size === 0 && this.#watched.get(name) === watched) this.#watched.delete(name);
    };
  }

  /** Tells what has been committed. */
  wake(name: string, news: LogNews): void {
    const watched = this.#watched.get(name);
    if (!watched) return;
    watched.seen = this.#readState(name);
    // later, so that a listener that throws cannot spoil the commit that woke it
    for (const listener of watched.listeners) queueMicrotask(() => listener(news));
  }

  close(): void {
    clearInterval(this.#polling);
    this.#watched.clear();
  }

  #poll(): void {
    for (const [name, { seen }] of this.#watched) {
      if (this.#readState(name) !== seen) this.wake(name, { by: 'perhaps-another' });
    }
  }
}

/** What the browser remembers between visits. A browser that refuses storage forgets, and all else works. */
export interface Memory {
  readonly read: (name: string) => string | undefined;
  readonly write: (name: string, value: string) => void;
  readonly remove: (name: string) => void;
}

const PREFIX = 'porrasbotti.';

/** The part of a browser's storage that is used here; reaching for it may already throw. */
interface Shelf {
  getItem(name: string): string | null;
  setItem(name: string, value: string): void;
  removeItem(name: string): void;
}

export function createMemory(storage: () => Shelf): Memory {
  return {
    read: name => attempt(() => storage().getItem(PREFIX + name) ?? undefined),
    write: (name, value) => attempt(() => storage().setItem(PREFIX + name, value)),
    remove: name => attempt(() => storage().removeItem(PREFIX + name)),
  };
}

function attempt<T>(use: () => T): T | undefined {
  try {
    return use();
  } catch {
    return undefined;
  }
}

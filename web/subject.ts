/** The smallest observables that this page needs. */
export interface Observable<T> {
  /** Follows from now on; what is returned stops it. */
  readonly subscribe: (observer: (value: T) => void) => () => void;
}

export interface Subject<T> extends Observable<T> {
  readonly next: (value: T) => void;
}

/** Hands every value to whoever follows at that moment. */
export function createSubject<T>(): Subject<T> {
  const observers = new Set<(value: T) => void>();
  return {
    subscribe: observer => {
      observers.add(observer);
      return () => void observers.delete(observer);
    },
    next: value => {
      for (const observer of [...observers]) observer(value);
    },
  };
}

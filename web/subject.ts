/** The smallest observables that Web Chat can follow. */
export interface Observer<T> {
  readonly next?: (value: T) => void;
  readonly error?: (reason: unknown) => void;
  readonly complete?: () => void;
}

export interface Observable<T> {
  readonly subscribe: (observer: Observer<T>) => { readonly unsubscribe: () => void };
}

export interface Subject<T> extends Observable<T> {
  readonly next: (value: T) => void;
}

/** Hands every value to whoever follows at that moment. */
export function createSubject<T>(): Subject<T> {
  const observers = new Set<Observer<T>>();
  return {
    subscribe: observer => {
      observers.add(observer);
      return { unsubscribe: () => void observers.delete(observer) };
    },
    next: value => {
      for (const observer of [...observers]) observer.next?.(value);
    },
  };
}

/** A subject that tells each new follower its latest value first. */
export function createState<T>(initial: T): Subject<T> {
  const subject = createSubject<T>();
  let latest = initial;
  return {
    subscribe: observer => {
      const subscription = subject.subscribe(observer);
      observer.next?.(latest);
      return subscription;
    },
    next: value => {
      latest = value;
      subject.next(value);
    },
  };
}

/** One value to come, asked for when somebody follows. */
export function fromPromise<T>(start: () => Promise<T>): Observable<T> {
  return {
    subscribe: observer => {
      start().then(
        value => {
          observer.next?.(value);
          observer.complete?.();
        },
        (reason: unknown) => observer.error?.(reason),
      );
      return { unsubscribe: () => undefined };
    },
  };
}

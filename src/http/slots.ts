/** Things that come and go by the thousand while few are there at a time, such as the responses under way. */
export interface Slots<T> {
  readonly size: number;
  /** Puts it in; what is returned takes it out again, once. */
  put(value: T): () => void;
  values(): readonly T[];
}

/**
 * A Set would say the same, but it writes itself anew every few dozen changes, and the copies it leaves keep all that was in
 * them alive until V8's next full collection: each response, and through it its whole turn, was copied twice before it died
 * (`findings/sets-that-hand-through-keep-what-they-held.sh`). Here a slot is written over.
 */
export function createSlots<T extends {}>(): Slots<T> {
  const slots: (T | undefined)[] = [];
  const free: number[] = [];
  return {
    get size() {
      return slots.length - free.length;
    },
    put: value => {
      const at = free.pop() ?? slots.length;
      slots[at] = value;
      return () => {
        if (slots[at] !== value) return;
        slots[at] = undefined;
        free.push(at);
      };
    },
    values: () => slots.filter(value => value !== undefined),
  };
}

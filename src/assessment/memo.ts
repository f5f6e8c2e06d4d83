/** A function that works each result out once, for as long as its argument lives. Arguments never change. */
export function memo<Key extends WeakKey, Result extends {}>(
  work: (key: Key) => Result,
): (key: Key) => Result {
  const known = new WeakMap<Key, Result>();
  return key => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const result = work(key);
    known.set(key, result);
    return result;
  };
}

/** The same for two arguments. */
export function memoPair<One extends WeakKey, Two extends WeakKey, Result extends {}>(
  work: (one: One, two: Two) => Result,
): (one: One, two: Two) => Result {
  const of = memo((one: One) => memo((two: Two) => work(one, two)));
  return (one, two) => of(one)(two);
}

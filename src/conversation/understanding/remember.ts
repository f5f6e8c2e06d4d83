/**
 * The same function with its results kept: for the words of a list always, for others until the message has been read,
 * which looks at a word many times. Those may be names, and what people wrote must not outlive its erasure here.
 */
export function remember<T>(
  compute: (word: string) => T,
  listed: { has(word: string): boolean },
): (word: string) => T {
  const kept = new Map<string, T>();
  const passing = inPassing(compute);
  return word => {
    const known = kept.get(word);
    if (known !== undefined) return known;
    if (!listed.has(word)) return passing(word);
    const result = compute(word);
    kept.set(word, result);
    return result;
  };
}

/** The same function with its results kept until the message has been read. */
export function inPassing<T>(compute: (text: string) => T): (text: string) => T {
  const passing = new Map<string, T>();
  return text => {
    const known = passing.get(text);
    if (known !== undefined) return known;
    const result = compute(text);
    // A message is read in one go: the first thing after it clears away.
    if (passing.size === 0) queueMicrotask(() => passing.clear());
    passing.set(text, result);
    return result;
  };
}

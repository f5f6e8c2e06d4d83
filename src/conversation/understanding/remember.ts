/** The same function with its latest results kept: people use few words. Forgets everything once it holds `limit`. */
export function remember<T>(compute: (word: string) => T, limit: number): (word: string) => T {
  const kept = new Map<string, T>();
  return word => {
    const known = kept.get(word);
    if (known !== undefined) return known;
    if (kept.size >= limit) kept.clear();
    const result = compute(word);
    kept.set(word, result);
    return result;
  };
}

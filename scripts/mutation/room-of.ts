/** Of the folders and files that are named, the innermost that holds the file: a room may be named beside one within it. */
export function roomOf(file: string, named: readonly string[]): string | undefined {
  const holding = named.filter(one => file === one || file.startsWith(`${one}/`));
  return holding.sort((a, b) => b.length - a.length).at(0);
}

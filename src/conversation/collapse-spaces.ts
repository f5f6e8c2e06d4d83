/**
 * Each stretch of space as one sign: a line break where there is one in it, else a plain space. Patterns that look for
 * words between spaces then have no stretch to try again and again: a thousand spaces cost as much as one.
 */
export function collapseSpaces(text: string): string {
  return text.replace(/\s+/g, space => (space.includes('\n') ? '\n' : ' '));
}

/** On one line: what breaks a line is a space. */
export function onOneLine(text: string): string {
  return text.replace(/\s+/g, space => (space.includes('\n') ? ' ' : space));
}

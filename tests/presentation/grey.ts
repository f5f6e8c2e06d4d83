/** How light a colour (`#1f7a8c`) comes out of a printer without colours: 0 black, 1 white (Rec. 601, as poppler and Ghostscript do). */
export function greyOf(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map(at => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  return 0.299 * (red ?? 0) + 0.587 * (green ?? 0) + 0.114 * (blue ?? 0);
}

/** How high a row has to be for its text. Programs do not grow rows by themselves when a file is opened. */

const LINE = 15;
const PADDING = 3;

/** Height in points of a row whose cells hold these texts in columns this wide (in characters). */
export function textHeight(cells: readonly { readonly text: string; readonly width: number }[]): number {
  const lines = cells.map(({ text, width }) => lineCount(text, width));
  return Math.max(1, ...lines) * LINE + PADDING;
}

function lineCount(text: string, width: number): number {
  let lines = 1;
  let used = 0;
  for (const word of text.split(' ')) {
    const needed = used === 0 ? word.length : used + 1 + word.length;
    if (needed > width && used > 0) {
      lines += 1;
      used = word.length;
    } else used = needed;
    // A word longer than the column is broken, too.
    lines += Math.max(0, Math.ceil(word.length / width) - 1);
  }
  return lines;
}

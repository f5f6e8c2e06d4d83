/** Lines of at most so many letters, broken between words; a word that is too long for a line is broken inside it. */
export function wrapWords(text: string, most: number): string[] {
  const pieces = new RegExp(`.{1,${most}}`, 'gu');
  const lines: string[] = [];
  for (const word of text.split(/\s+/).flatMap(one => one.match(pieces) ?? [])) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && longer.length <= most) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

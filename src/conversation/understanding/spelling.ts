/** Words people write otherwise than the vocabulary does: stretched, without dots, with a slip of the pen. */

/** Without the dots and rings: "kylla" and "kyllä" fold to the same. */
export function fold(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '');
}

/** Stretched letters cut short, to two and to one: "kylllä" → "kyllä", "jooo" → "joo" and "jo". */
export function unstretched(word: string): string[] {
  if (!/(.)\1\1/u.test(word)) return [];
  return [cutShort(word, 2), cutShort(word, 1)];
}

function cutShort(word: string, length: 1 | 2): string {
  const runs: string[][] = [];
  for (const letter of word) {
    const last = runs.at(-1);
    if (last?.[0] === letter) last.push(letter);
    else runs.push([letter]);
  }
  return runs.map(run => run.slice(0, run.length > 2 ? length : run.length).join('')).join('');
}

/** The letters that a word has, each as a bit; letters far apart in the alphabets may share one. */
export type Letters = number;

export function lettersOf(word: string): Letters {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

/** At least so many letters of the one word are not in the other. */
export function lacks(one: Letters, other: Letters): number {
  let missing = 0;
  for (let rest = other & ~one; rest !== 0; rest &= rest - 1) missing++;
  return missing;
}

/** How many slips a word of this length may have. */
export function slipsAllowed(length: number): number {
  if (length < 5) return 0;
  return length < 9 ? 1 : 2;
}

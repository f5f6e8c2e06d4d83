/** What people typed, made safe to show in one line: no control, direction or broken characters, no line breaks. */
export function userWords(words: string): string {
  return words
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
    .slice(0, LONGEST);
}

const LONGEST = 500;

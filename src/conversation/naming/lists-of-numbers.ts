/** Lists of numbers in a message are one statement, though commas part statements elsewhere. Spaces stand one by one. */

const LIST = /\d{1,2}(?:\s?[-–—]\s?\d{1,2})?(?:\s?,\s?\d{1,2}(?:\s?[-–—]\s?\d{1,2})?)+/g;

/** What a statement that ends with a list is followed by: the next one, nothing, or the last of the numbers. */
const BEHIND = /^\s?(?:[;,.\n]\D|[.!]?\s?$|(?:ja|och|and|sekä|samt|&)\s\d)/iu;

/** Words before a list, of which it is told. */
const FEWEST_LETTERS = 2;
const MOST_LETTERS = 60;

/**
 * "In use 1, 3 and 5": numbers that a statement ends with are one list. `isFigure`: whether words before numbers ask for
 * a figure, so that the numbers are no places.
 */
export function joinLast(text: string, isFigure: (words: string) => boolean): string {
  return text.replace(LIST, (list, at: number) => {
    const before = wordsBefore(text, at);
    if (before === undefined || isFigure(before)) return list;
    const ending = endOf(list, text.slice(at + list.length));
    return list.slice(0, ending).replace(/\s?,\s?/g, ' ') + list.slice(ending);
  });
}

/** The words between the last statement's end and a list, where there are no other figures among them. */
function wordsBefore(text: string, at: number): string | undefined {
  const near = text.slice(Math.max(0, at - MOST_LETTERS - 2), Math.max(0, at - 1));
  const words = near.split(/[;,.\n\d]/).at(-1) ?? '';
  const afterFigure = /\d/.test(near.at(-words.length - 1) ?? '');
  const apart = at > 0 && /\s/.test(text.charAt(at - 1));
  return apart && !afterFigure && words.length >= FEWEST_LETTERS && words.length <= MOST_LETTERS
    ? words
    : undefined;
}

/** How much of a list belongs to the statement: "1, 3, 50 %" ends before the percentage. 0: it is none. */
function endOf(list: string, rest: string): number {
  if (BEHIND.test(rest)) return list.length;
  for (let end = list.lastIndexOf(','); end > list.indexOf(','); end = list.lastIndexOf(',', end - 1))
    if (BEHIND.test(list.slice(end, end + 2))) return end;
  return 0;
}

/** "1, 3 ja 5" is one list, not three statements. */
export function joinNumbers(text: string): string {
  return text.replace(/(\d{1,2})\s?,\s?/g, (found, number: string, at: number) => {
    const begins = at === 0 || /(?:[;\n]\s?|\d\s?[-,–—]\s?)$/.test(text.slice(Math.max(0, at - 4), at));
    const goesOn = /^\d{1,2}(?![\d\w]|\s?%)/.test(text.slice(at + found.length, at + found.length + 4));
    return begins && goesOn ? `${number} ` : found;
  });
}

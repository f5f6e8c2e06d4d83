/** How a formula may begin. `＝1+1`, in the wide letters of an Asian keyboard, is one for some programs, too. */
const FORMULA = '=+-@|';
/** Signs that our own texts begin with, and no formula does. */
const HARMLESS = '–”“(•□';

/**
 * Rows as a file: semicolons and a byte order mark, as spreadsheet programs of this country read them; a minus is the
 * ASCII one, so that numbers are numbers. What somebody wrote as `=1+1` stands there as `'=1+1`, which no program computes.
 */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map(row => row.map(asCell).join(';')).join('\r\n')}\r\n`;
}

function asCell(text: string): string {
  const plain = [...text.normalize('NFC')].map(plainLetter).join('').trim();
  const shown = isLive(plain) ? `'${plain}` : plain;
  return `"${shown.replaceAll('"', '""')}"`;
}

function plainLetter(letter: string): string {
  if (letter === '\u2212') return '-';
  const code = letter.codePointAt(0) ?? 0;
  return code < 0x20 || NO_WIDTH.includes(code) || letter.trim() === '' ? ' ' : letter;
}

/** Spaces of no width, which a program may pass over. */
const NO_WIDTH = [0x7f, 0x200b, 0x200c, 0x200d, 0x2060, 0xfeff];

/** Whether a program might compute it: `-1+2` yes, `-5 %` no, which is a number with its sign. */
function isLive(text: string): boolean {
  const [first = ''] = text.normalize('NFKC');
  if (first === '' || isLetter(first) || HARMLESS.includes(first)) return false;
  return !(first === '-' && isNumber(text.slice(1))) || FORMULA.includes(text.slice(1, 2));
}

function isLetter(letter: string): boolean {
  return letter.toLowerCase() !== letter.toUpperCase() || (letter >= '0' && letter <= '9');
}

/** "65 250 €", "1,5", "80 %". */
function isNumber(text: string): boolean {
  return text !== '' && [...text].every(letter => '0123456789 ,.%€'.includes(letter));
}

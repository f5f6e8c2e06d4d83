/** What a reader of spreadsheets takes for the beginning of a formula, also where it is written wide. */
const FORMULA = '=+-@|';
/** What may stand at the beginning beside letters and digits. */
const HARMLESS = '–”“(•□';

/**
 * Rows as a file: semicolons and a byte order mark, as spreadsheet programs of this country read them; a minus is the
 * ASCII one, so that numbers are numbers. Nothing that somebody wrote is computed when the file is opened.
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

/** Whether it could be computed: a number with its sign is what it is. */
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

/**
 * The code that opens kept results: 28 letters and figures (140 bits) in groups of four, without those that look alike.
 * It is recognised wherever it comes in, so that no channel ever keeps a message that has one.
 */

export const RESUME_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const RESUME_LENGTH = 28;
/** Hardly any code has fewer figures, and seven words of four letters ("taas sama juttu …") have none. */
export const FEWEST_FIGURES = 2;

/** With its dashes it stands out of any text. */
const DASHED =
  /(?<![0-9A-Za-z])(?:[0-9A-Za-z]{4}\s?[-\u2010-\u2015\u2212]\s?){6}[0-9A-Za-z]{4}(?![0-9A-Za-z])/g;
/** Without them it has to be nearly all that is said. */
const BARE = /(?<![0-9A-Za-z])(?:[0-9A-Za-z]{4}\s?){6}[0-9A-Za-z]{4}[.!]?$/;
const WORDS_BEFORE = 3;

/** The code in a message as it was given out, whatever it was typed like; undefined where there is none. */
export function resumeCodeIn(text: string): string | undefined {
  const found = foundIn(text);
  return found === undefined ? undefined : canonical(found);
}

/** The message with dots in the place of the code. */
export function withoutResumeCode(text: string): string {
  const found = foundIn(text);
  return found === undefined ? text : text.replaceAll(found, '•••• ••••');
}

/** Letters and figures in groups of four, with dashes between. */
export function inGroups(signs: string): string {
  return signs.match(/.{4}/g)?.join('-') ?? '';
}

function foundIn(text: string): string | undefined {
  const dashed = text.match(DASHED)?.find(one => canonical(one) !== undefined);
  if (dashed !== undefined) return dashed;
  const bare = BARE.exec(text.trimEnd());
  const before = bare ? text.slice(0, bare.index).trim().split(/\s+/).filter(Boolean) : [];
  const alone = bare !== null && before.length <= WORDS_BEFORE;
  return alone && canonical(bare[0]) !== undefined ? bare[0] : undefined;
}

function canonical(found: string): string | undefined {
  const signs = found.replace(/[^0-9A-Za-z]/g, '').toUpperCase();
  const read = signs.replaceAll('O', '0').replace(/[IL]/g, '1');
  const figures = signs.match(/\d/g)?.length ?? 0;
  const isOurs = figures >= FEWEST_FIGURES && [...read].every(sign => RESUME_ALPHABET.includes(sign));
  return isOurs && read.length === RESUME_LENGTH ? inGroups(read) : undefined;
}

import { randomInt } from 'node:crypto';

/** Without letters and figures that look alike. */
const LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ';
const FIGURES = '23456789';

const SIGNS = [LETTERS, LETTERS, LETTERS, LETTERS, FIGURES, FIGURES, FIGURES, FIGURES];
const CODES = SIGNS.reduce((codes, signs) => codes * signs.length, 1);

/** As in `ABCD-2345`, one of 1.1 thousand million: short enough to be typed, too many to be guessed while it lasts. */
export function newShareCode(): string {
  let left = randomInt(CODES);
  const drawn = SIGNS.map(signs => {
    const sign = signs[left % signs.length];
    left = Math.floor(left / signs.length);
    return sign;
  });
  return `${drawn.slice(0, 4).join('')}-${drawn.slice(4).join('')}`;
}

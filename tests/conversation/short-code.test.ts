/** The code of a workshop or of a shared result, told from everything else that people write. */
import { describe, expect, it } from 'vitest';
import { shortCodeIn } from '../../src/conversation/short-code.ts';

describe('a code is read', () => {
  it.each([
    'GEGJ-4242',
    'gegj-4242',
    ' GEGJ–4242 ',
    'GEGJ - 4242',
    'GEGJ 4242',
    'GEGJ4242',
    'gegj4242.',
    'GEGJ-4242!',
    '(GEGJ-4242)',
    '”GEGJ-4242”',
    'työpaja GEGJ 4242',
    'koodi: gegj 4242',
    'tulos GEGJ-4242',
    'koodi:GEGJ-4242',
    'liity: GEGJ 4242',
    'koodi on GEGJ-4242',
    'liity työpajaan GEGJ-4242',
    'liity työpajaan gegj4242',
    'liity työpajaan GEGJ 4242',
    'haluan mukaan työpajaan gegj-4242',
    'Vetäjä antoi koodin GEGJ-4242, miten pääsen mukaan?',
    'GEGJ-4242, siis GEGJ-4242',
    'koden är GEGJ-4242',
    'jag vill gå med i workshopen GEGJ-4242, tack',
    'the code is gegj-4242',
    'join workshop GEGJ4242',
  ])('%s', text => {
    expect(shortCodeIn(text)).toBe('GEGJ-4242');
  });
});

describe('no code is', () => {
  it.each([
    ['nothing', ''],
    ['a figure alone', '4242'],
    ['four letters alone', 'GEGJ'],
    ['a number of something', 'meillä on just 2345'],
    ['a number with what it counts', 'JUST 2345 asukasta'],
    ['one letter too many', 'AGEGJ-4242'],
    ['one figure too many', 'GEGJ-42424'],
    ['a letter that is in no code', 'GOGJ-4242'],
    ['a figure that is in no code', 'GEGJ-4142'],
    ['a year in a name', 'SOTE-2025'],
    ['the code of kept results', '7QF9-9XM2-K3JD-00AB-CDEF-GHJK-MN1Q'],
    ['a part of something longer', 'GEGJ-4242-GEGJ-4242'],
    ['either of two', 'GEGJ-4242 vai GEGJ-4343'],
    ['one deep in a long text', `${'sana '.repeat(12)}GEGJ-4242`],
    ['the figures first', '4242-GEGJ'],
    ['a number plate', 'ABC-234'],
  ])('%s', (_, text) => {
    expect(shortCodeIn(text)).toBeUndefined();
  });
});

/** The code of kept results, told from everything else that people write. */
import { describe, expect, it } from 'vitest';
import { resumeCodeIn, withoutResumeCode } from '../../src/conversation/resume-code.ts';

const CODE = '7QF9-9XM2-K3JD-00AB-CDEF-GHJK-MN1Q';

describe('a code is read', () => {
  it.each([
    ['as it was given', CODE],
    ['in small letters', CODE.toLowerCase()],
    ['with other dashes', CODE.replaceAll('-', '–')],
    ['with spaces around the dashes', CODE.replaceAll('-', ' - ')],
    ['with spaces', CODE.replaceAll('-', ' ')],
    ['in one piece', CODE.replaceAll('-', '')],
    ['with the letters that look like figures', CODE.replace('00', 'Oo').replace('1', 'l')],
    ['with an I for a one', CODE.replace('1', 'I')],
    ['after a word', `koodi ${CODE}`],
    ['after three', `tässä on koodini: ${CODE.replaceAll('-', ' ')}`],
    ['with a full stop', `${CODE}.`],
    ['broken over lines', CODE.replace('K3JD-', 'K3JD-\n')],
    ['in the middle of a sentence', `Sain koodin ${CODE} viime vuonna teidän botilta, mitä sillä tehdään?`],
  ])('%s', (_, text) => {
    expect(resumeCodeIn(text)).toBe(CODE);
    expect(withoutResumeCode(text)).not.toMatch(/9XM2/i);
  });
});

describe('no code is', () => {
  it.each([
    ['one sign too few', CODE.slice(0, -1)],
    ['one too many', `${CODE}2`],
    ['one with a letter that we do not use', CODE.replace('Q', 'U')],
    ['seven words of four letters', 'kato mita tama nyt taas olla pita'.slice(0, 34)],
    ['words with hyphens', 'taas-sama-juttu-joka-kern-alla-niin'],
    ['an IBAN', 'FI21 1234 5600 0007 85'],
    ['a phone number', '+358 40 123 4567'],
    ['the code of a shared result', 'ABCD-2345'],
    ['a long sentence that ends like one', `Kaikki on hyvin ja sitten vielä ${CODE.replaceAll('-', ' ')}`],
    ['nothing', ''],
  ])('%s', (_, text) => {
    expect(resumeCodeIn(text)).toBeUndefined();
    expect(withoutResumeCode(text)).toBe(text);
  });
});

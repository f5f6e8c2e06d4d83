import { describe, expect, it } from 'vitest';
import type { Register } from '../../../src/assessment/register.ts';
import { findName } from '../../../src/conversation/naming/register-names.ts';
import { shipped } from '../../support/content.ts';

const municipalities: Register = shipped('quick-check').registers.municipalities ?? {
  source: '',
  date: '2026-01-01',
  entries: {},
};
const nameOf = (text: string) => {
  // What is worked out once for a register is worked out anew.
  const found = findName({ ...municipalities }, text);
  return found && `${municipalities.entries[found.code]?.fi}${found.sure ? '' : '?'}`;
};

describe('the municipalities of 2026', () => {
  it('are 308, each under a code of three figures', () => {
    const codes = Object.keys(municipalities.entries);
    expect(codes).toHaveLength(308);
    expect(codes.filter(code => !/^\d{3}$/.test(code))).toEqual([]);
  });

  it('are found by their names in every language, however they are written', () => {
    const missed = Object.entries(municipalities.entries).flatMap(([code, { fi, sv, en = fi, also }]) =>
      [
        ...[fi, sv, en, ...also],
        ...[fi.toUpperCase(), sv.toLowerCase(), ` ${fi}  `, `${fi}.`],
        ...[`${fi} kunta`, `${sv} kommun`, `${sv}s stad`, `municipality of ${en}`],
        ...[fi, sv].map(name => name.normalize('NFD').replace(/\p{M}/gu, '')),
      ].filter(written => {
        const found = findName(municipalities, written);
        return found?.code !== code || !found.sure;
      }),
    );
    expect(missed).toEqual([]);
  });

  it.each([
    ['Oulun kaupunki', 'Oulu'],
    ['Oulussa', 'Oulu'],
    ['olemme Oulusta', 'Oulu'],
    ['Turun', 'Turku'],
    ['Turkuun', 'Turku'],
    ['Helsingin kaupunki', 'Helsinki'],
    ['Lahden', 'Lahti'],
    ['Lahteen', 'Lahti'],
    ['Tampereella', 'Tampere'],
    ['Kempeleen kunta', 'Kempele'],
    ['Kauniaisten kaupunki', 'Kauniainen'],
    ['Kemin', 'Kemi'],
    ['Kemijärvellä', 'Kemijärvi'],
    ['Euran', 'Eura'],
    ['Eurajoen', 'Eurajoki'],
    ['Iin', 'Ii'],
    ['Nurmeksen', 'Nurmes'],
    ['Nurmijärven', 'Nurmijärvi'],
    ['Haapaveden', 'Haapavesi'],
    ['Uudenkaupungin kaupunki', 'Uusikaupunki'],
    ['Virtain kaupunki', 'Virrat'],
    ['Isonkyrön', 'Isokyrö'],
    ['Pedersören', 'Pedersören kunta'],
    ['Mänttä Vilppulan', 'Mänttä-Vilppula'],
    ['Esbo stad', 'Espoo'],
    ['från Kyrkslätt', 'Kirkkonummi'],
  ])('are known inflected: %s', (text, name) => expect(nameOf(text)).toBe(name));

  it.each([
    ['Oolu', 'Oulu?'],
    ['Ouku', 'Oulu?'],
    ['Tanpere', 'Tampere?'],
    ['Jyväkylä', 'Jyväskylä?'],
    ['Kajani', 'Kajaani?'],
    ['Helsinfors', 'Helsinki?'],
    ['Rovanimellä', 'Rovaniemi?'],
    ['Oulussa on paljon palveluja', 'Oulu?'],
  ])('are guessed with a slip of the pen: %s', (text, name) => expect(nameOf(text)).toBe(name));

  it.each(['', 'kunta', 'Atlantis', 'Tukholma', 'en tiedä', 'Helsinki Espoo', '564', 'x'.repeat(500)])(
    'are not seen where there is none: %s',
    text => expect(nameOf(text)).toBeUndefined(),
  );
});

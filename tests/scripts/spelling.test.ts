import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { misspelled } from '../../scripts/content-check/misspelled.ts';
import { readWordList } from '../../scripts/content-check/word-list.ts';
import { wordsIn } from '../../scripts/content-check/words-in.ts';
import { requireTools } from '../../scripts/tools.ts';

const none = () => false;

describe('the words of a text', () => {
  test('are taken without placeholders, numbers, references, addresses and punctuation', () => {
    const text =
      'Hei {{name}}: “tarve” on 81,5 % (laki 306/2019, 53 e § ja 53g); katso https://a.fi/b, a@b.fi, tiedot.json.';
    expect(wordsIn(text)).toEqual(['Hei', 'tarve', 'on', 'laki', 'ja', 'katso']);
  });

  test('keep hyphens, inner points and case endings', () => {
    expect(wordsIn('Suomi.fi-tunnistus, PDF:n sivut- ja kunnan’s')).toEqual([
      ...['Suomi.fi-tunnistus', 'PDF:n', 'sivut-', 'ja', "kunnan's"],
    ]);
  });
});

test('a word list holds words, stems and words that begin a sentence', () => {
  const folder = mkdtempSync(join(tmpdir(), 'words-'));
  writeFileSync(join(folder, 'words.txt'), '# names\nOulu\nPorrasbot* # the bot\nlean\n');
  const listed = readWordList(join(folder, 'words.txt'));
  rmSync(folder, { recursive: true });
  expect(['Oulu', 'Porrasbotin', 'lean', 'Lean'].map(listed)).toEqual([true, true, true, true]);
  expect(['oulu', 'names', 'leans', 'Porras', 'the'].map(listed)).toEqual([
    false,
    false,
    false,
    false,
    false,
  ]);
});

describe('spelling', () => {
  beforeAll(() => requireTools(['voikkospell', 'hunspell-sv', 'hunspell-en']));

  test('finds a misspelled Finnish word and knows inflection and compounds', () => {
    const words = ['digitalisaatioasteessa', 'Kuntalaiset', 'käyttöaste', 'kunatlainen', 'asiakas-ja'];
    expect(misspelled('fi', words, none)).toEqual(['kunatlainen']);
  });

  test('finds a misspelled Swedish word', () => {
    const words = ['användningsgraden', 'serviceområde', 'kommuninvånare', 'kommunivånare', 'ärendet'];
    expect(misspelled('sv', words, none)).toEqual(['kommunivånare']);
  });

  test('finds a misspelled English word and an American spelling', () => {
    const words = ["municipality's", 'e-service', 'colour', 'color', 'digitalisation', 'recieve'];
    expect(misspelled('en', words, none)).toEqual(['color', 'recieve']);
  });

  test('what is left of a compound is known, and misspelled when it is', () => {
    expect(misspelled('sv', ['hälso-', 'Gatu-', 'hallso-'], none)).toEqual(['hallso-']);
    expect(misspelled('fi', ['Sosiaali-', 'sosiali-'], none)).toEqual(['sosiali-']);
    expect(misspelled('fi', ['KUNIT-'], word => word === 'KUNIT')).toEqual([]);
  });

  test('a listed name is known in the possessive', () => {
    expect(misspelled('en', ["Oulu's", "Uolu's"], word => word === 'Oulu')).toEqual(["Uolu's"]);
  });

  test('a listed term is known, also as a part of a compound', () => {
    const listed = (word: string) => word === 'Suomi.fi' || word === 'KUNIT';
    expect(
      misspelled('fi', ['Suomi.fi-palveluja', 'KUNIT-selvitys', 'KUNIT:n', 'KUNIT-selvitsy'], listed),
    ).toEqual(['KUNIT-selvitsy']);
  });
});

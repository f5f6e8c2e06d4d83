import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadVocabularies } from '../../../src/content/load-vocabularies.ts';
import { COMMANDS } from '../../../src/conversation/command.ts';
import { LOCALES } from '../../../src/conversation/locale.ts';
import { entriesFor, KINDS } from '../../../src/conversation/understanding/entries.ts';
import { written } from './cases.ts';
import { understand, vocabularies } from './vocabularies.ts';

const SCALES = ['yesno', 'phase', 'status'] as const;

describe.each(LOCALES)('the vocabulary that ships, %s', locale => {
  const vocabulary = vocabularies[locale];

  it('gives no phrase two meanings in one kind of question', () => {
    for (const scale of SCALES) {
      const phrases = Object.values(vocabulary[scale]).flatMap(({ sure, stated, likely }) => [
        sure,
        stated,
        likely,
      ]);
      expect(repeated(phrases.flat())).toEqual([]);
    }
  });

  it('gives no phrase two commands', () => {
    const commands = Object.values(vocabulary.commands).flatMap(({ sure, likely }) => [...sure, ...likely]);
    expect(repeated(commands)).toEqual([]);
  });

  it('protects no word from correction that it knows itself', () => {
    const phrases = KINDS.flatMap(kind => entriesFor(vocabulary, kind).map(([phrase]) => phrase));
    const known = new Set(phrases.flatMap(phrase => phrase.split(' ')));
    expect(vocabulary.lookalikes.filter(word => known.has(word))).toEqual([]);
  });

  it.each(COMMANDS)('has words for %s, and the first of them is understood as it', name => {
    const [first = ''] = vocabulary.commands[name].sure;
    expect(written(understand(first.replaceAll('*', ''), { locale, asked: 'any' }))).toBe(`/${name}`);
  });
});

describe('a vocabulary file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vocabulary-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  function loadWith(change: (yaml: string) => string) {
    for (const locale of LOCALES) {
      const yaml = readFileSync(`locales/${locale}/vocabulary.yaml`, 'utf8');
      mkdirSync(join(folder, locale), { recursive: true });
      writeFileSync(join(folder, locale, 'vocabulary.yaml'), locale === 'sv' ? change(yaml) : yaml);
    }
    return () => loadVocabularies(folder);
  }

  it('loads as it ships', () => {
    expect(loadWith(yaml => yaml)).not.toThrow();
  });

  it.each([
    ['a word in capitals', (yaml: string) => yaml.replace('ja, jo, ja ja', 'ja, Jo, ja ja'), 'lower case'],
    ['a star inside a word', (yaml: string) => yaml.replace('ja, jo, ja ja', 'ja, j*o, ja ja'), 'only end'],
    ['two commas', (yaml: string) => yaml.replace('ja, jo, ja ja', 'ja,, ja ja'), 'missing between'],
    ['a key that is none', (yaml: string) => yaml.replace('emphasis: >', 'emfasis: >'), 'emfasis'],
    ['a pair in capitals', (yaml: string) => yaml.replace('noll = 0', 'Noll = 0'), 'lower case'],
    ['a pair of one', (yaml: string) => yaml.replace('noll = 0', 'noll'), 'phrase = meaning'],
    ['a number that is none', (yaml: string) => yaml.replace('noll = 0', 'noll = o'), 'phrase = number'],
  ])('with %s is refused, naming the file and the place', (_, change, problem) => {
    const load = loadWith(change);
    expect(load).toThrow(join('sv', 'vocabulary.yaml'));
    expect(load).toThrow(problem);
  });
});

function repeated(phrases: readonly string[]): string[] {
  return phrases.filter((phrase, at) => phrases.indexOf(phrase) !== at);
}

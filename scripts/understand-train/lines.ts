/** What the second reader learns from: labelled lines of many writers, and the phrases of the vocabularies. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { LOCALES, type Locale } from '../../src/conversation/locale.ts';
import type { Meaning, Vocabularies } from '../../src/conversation/understanding/vocabulary.ts';
import { type Case, casesOf, parseCase } from '../../tests/conversation/understanding/cases.ts';
import { casesIn } from '../../tests/conversation/understanding/sets.ts';

export interface Line extends Case {
  readonly locale: Locale;
  /** Whose hand it is; nobody's for phrases of a vocabulary. */
  readonly writer: string;
  readonly weight: number;
}

const WEIGHTS = { build: 1, cases: 1.5, taught: 1, phrases: 0.4 };
const TAUGHT = new URL('taught/', import.meta.url);

export function linesToLearn(vocabularies: Vocabularies): Line[] {
  return [
    ...casesIn('build').map(one => ({ ...one, weight: WEIGHTS.build })),
    ...LOCALES.flatMap(locale =>
      casesOf(locale).map(one => ({ ...one, locale, writer: 'cases', weight: WEIGHTS.cases })),
    ),
    ...taught(),
    ...LOCALES.flatMap(locale => phrasesOf(vocabularies[locale], locale)),
  ];
}

/** Lines written to teach by: they are never measured with. */
function taught(): Line[] {
  if (!existsSync(TAUGHT)) return [];
  return readdirSync(TAUGHT)
    .sort()
    .flatMap(name => {
      const locale = LOCALES.find(one => name.startsWith(one));
      if (!locale) throw new Error(`taught/${name}: the name does not begin with a language`);
      return taughtIn(readFileSync(new URL(name, TAUGHT), 'utf8'), name).map(one => ({
        ...one,
        locale,
        writer: 'taught',
        weight: WEIGHTS.taught,
      }));
    });
}

/** Lines below a heading: `[yesno no]` is the question and the label of all that follow. */
function taughtIn(text: string, name: string): Case[] {
  let heading = ['', ''];
  return text.split('\n').flatMap(line => {
    const found = /^\[(\S+) (\S+)\]$/.exec(line);
    if (found) heading = found.slice(1);
    return found || line === '' ? [] : [parseCase([heading[0], line, heading[1]].join('\t'), name)];
  });
}

function phrasesOf(vocabulary: Vocabularies[Locale], locale: Locale): Line[] {
  const line = (asked: Case['asked'], text: string, label: string): Line => ({
    asked,
    text: text.replaceAll('*', ''),
    expected: [label],
    locale,
    writer: 'nobody',
    weight: WEIGHTS.phrases,
  });
  const all = ({ sure, stated, likely, alone }: Meaning) => [...sure, ...stated, ...likely, ...alone];
  const scale = (asked: 'yesno' | 'phase' | 'status') =>
    Object.entries(vocabulary[asked]).flatMap(([value, meaning]) =>
      all(meaning).map(text => line(asked, text, value)),
    );
  return [
    ...scale('yesno'),
    ...scale('phase'),
    ...scale('status'),
    ...Object.entries(vocabulary.out).flatMap(([value, meaning]) =>
      all(meaning).map(text => line('any', text, value)),
    ),
    ...Object.entries(vocabulary.commands).flatMap(([name, { sure, alone }]) =>
      [...sure, ...alone].map(text => line('any', text, `/${name}`)),
    ),
    ...Object.entries(vocabulary.languages).flatMap(([to, { sure, alone }]) =>
      [...sure, ...alone].map(text => line('any', text, `/language:${to}`)),
    ),
    ...vocabulary.smiles.map(text => line('yesno', text, 'yes')),
    ...vocabulary.negation.sure.map(text => line('yesno', text, 'no')),
    ...vocabulary.part.flatMap(text => [line('yesno', text, 'partly'), line('phase', text, 'partial')]),
  ];
}

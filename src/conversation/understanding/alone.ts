import { COMMANDS } from '../command.ts';
import { LOCALES } from '../locale.ts';
import type { Kind } from './entries.ts';
import type { Reading } from './reading.ts';
import { tidy, wholeOf } from './tokens.ts';
import type { Meaning, Vocabulary } from './vocabulary.ts';

/** Messages that mean something only as a whole: "k", "n/a", "👍". */
export type Alone = ReadonlyMap<string, Reading>;

export function alonePhrases(vocabulary: Vocabulary, kind: Kind): Alone {
  const commands = COMMANDS.flatMap(name =>
    readings(vocabulary.commands[name], { kind: 'command', name, sure: true }),
  );
  const languages = LOCALES.flatMap(locale =>
    readings(vocabulary.languages[locale], { kind: 'command', name: 'language', locale, sure: true }),
  );
  const outs = Object.entries(vocabulary.out).flatMap(([value, meaning]) =>
    readings(meaning, { kind: 'answer', value, sure: true }),
  );
  const values =
    kind === 'percent' || kind === 'number' || kind === 'ordinal' ? [] : Object.entries(vocabulary[kind]);
  const own = values.flatMap(([value, meaning]) => readings(meaning, { kind: 'answer', value, sure: true }));
  return new Map([
    ...(kind === 'yesno' ? agreeing(vocabulary) : []),
    ...commands,
    ...languages,
    ...outs,
    ...own,
  ]);
}

function agreeing({ nods, smiles }: Vocabulary): [string, Reading][] {
  const likely = { kind: 'answer', value: 'yes', sure: false } as const;
  const nod: Reading = { ...likely, agrees: 'nod' };
  const smile: Reading = { ...likely, open: true, agrees: 'smile' };
  return [...phrasesFor(nods, nod), ...phrasesFor(smiles, smile)];
}

function readings(meaning: Meaning, reading: Reading): [string, Reading][] {
  return phrasesFor(meaning.alone, reading);
}

function phrasesFor(phrases: readonly string[], reading: Reading): [string, Reading][] {
  return phrases.map(text => [wholeOf(tidy(text)), reading]);
}

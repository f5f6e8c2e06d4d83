import { spawnSync } from 'node:child_process';
import type { Locale } from '../../src/conversation/locale.ts';
import type { Listed } from './word-list.ts';

/** The words that neither the language's dictionary nor the list knows. Asks the dictionary once for all of them. */
export function misspelled(locale: Locale, words: readonly string[], listed: Listed): string[] {
  const open = [...new Set(words)].filter(word => !listed(word));
  const pieces = [...new Set(open.flatMap(piecesOf))].filter(piece => !listed(piece.replace(/-$/, '')));
  const unknown = locale === 'fi' ? voikko(pieces) : hunspell(DICTIONARIES[locale], pieces);
  return open.filter(word => piecesOf(word).some(piece => unknown.has(piece)));
}

const DICTIONARIES = { sv: 'sv_SE', en: 'en_GB' } as const;

/**
 * The parts of a compound, without a possessive and without a Finnish case ending after a colon. A hyphen at the end
 * stays: the dictionaries know what is left of a compound ("hälso- och sjukvård").
 */
function piecesOf(word: string): string[] {
  const parts = word.split(/(?<=\p{L})-(?=\p{L})/u).map(part => part.replace(/(?:'s|:\p{Ll}{1,4})$/u, ''));
  return parts.filter(part => part.length > 1);
}

function voikko(words: readonly string[]): Set<string> {
  const lines = ask('voikkospell', ['-d', 'fi'], words);
  return new Set(lines.filter(line => line.startsWith('W: ')).map(line => line.slice('W: '.length)));
}

function hunspell(dictionary: string, words: readonly string[]): Set<string> {
  return new Set(ask('hunspell', ['-d', dictionary, '-l', '-i', 'utf-8'], words));
}

function ask(program: string, options: readonly string[], words: readonly string[]): string[] {
  const answer = spawnSync(program, options, {
    input: `${words.join('\n')}\n`,
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  });
  if (answer.error || answer.status !== 0) {
    throw new Error(`${program} could not be run: ${answer.error?.message ?? answer.stderr.trim()}`);
  }
  return answer.stdout.split('\n');
}

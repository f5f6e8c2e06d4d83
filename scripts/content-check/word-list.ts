import { existsSync, readFileSync } from 'node:fs';

/** Whether a word is on the list. */
export type Listed = (word: string) => boolean;

/**
 * Reads `locales/<language>/words.txt`: terms and names that the dictionary lacks, one a line. An ending star stands
 * for any ending (Finnish inflects). `#` begins a comment. A lower-case entry may begin a sentence, too.
 */
export function readWordList(file: string): Listed {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  const entries = lines.map(line => line.replace(/#.*/, '').trim()).filter(line => line !== '');
  const stems = entries.filter(entry => entry.endsWith('*')).map(entry => entry.slice(0, -1));
  const words = new Set(entries);
  return word => {
    const forms = [word, word.charAt(0).toLowerCase() + word.slice(1)];
    return forms.some(form => words.has(form) || stems.some(stem => form.startsWith(stem)));
  };
}

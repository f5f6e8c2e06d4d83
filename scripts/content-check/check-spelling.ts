import { join } from 'node:path';
import { problemIn } from '../../src/content/check-texts.ts';
import type { Problem } from '../../src/content/problem.ts';
import { allTexts, type Texts } from '../../src/content/texts.ts';
import { LOCALES } from '../../src/conversation/locale.ts';
import { misspelled } from './misspelled.ts';
import { readWordList } from './word-list.ts';
import { wordsIn } from './words-in.ts';

/** Spells every text in its language. `root` is where the word lists are read from. */
export function checkSpelling(texts: Texts, root: string): Problem[] {
  return LOCALES.flatMap(locale => {
    const own = allTexts(texts).filter(text => text.locale === locale);
    const listed = readWordList(join(root, 'locales', locale, 'words.txt'));
    const wrong = new Set(
      misspelled(
        locale,
        own.flatMap(({ text }) => wordsIn(text)),
        listed,
      ),
    );
    return own.flatMap(text => {
      const found = [...new Set(wordsIn(text.text))].filter(word => wrong.has(word));
      return found.map(word => problemIn(text, `unknown word ${word}`));
    });
  });
}

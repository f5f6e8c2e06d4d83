import { collapseSpaces } from '../conversation/collapse-spaces.ts';
import { problemIn } from './check-texts.ts';
import type { Problem } from './problem.ts';
import { allTexts, type Texts } from './texts.ts';

/** Plain language: a longer sentence is read twice. */
const MOST_WORDS = 25;

/** Finds sentences that are too long to be read at once, and names that end as sentences do. */
export function checkSentences(texts: Texts): Problem[] {
  return [...tooLong(texts), ...endedNames(texts)];
}

/** "The first is The library has a website.. The options are": names and short forms stand inside sentences of ours. */
function endedNames(texts: Texts): Problem[] {
  return allTexts(texts)
    .filter(({ key, text }) => /(^|\.)(name|short)$/.test(key) && text.endsWith('.'))
    .map(text => problemIn(text, 'a name stands inside sentences: leave out the full stop at its end'));
}

function tooLong(texts: Texts): Problem[] {
  return allTexts(texts).flatMap(text =>
    sentencesIn(text.text)
      .map(sentence => ({ sentence, words: wordsIn(sentence) }))
      .filter(({ words }) => words > MOST_WORDS)
      .map(({ sentence, words }) =>
        problemIn(text, `a sentence of ${words} words (at most ${MOST_WORDS}): ${sentence.slice(0, 40)}…`),
      ),
  );
}

/** A full stop ends a sentence only before a capital: "esim. kunta" goes on. */
function sentencesIn(text: string): string[] {
  return collapseSpaces(text)
    .replace(/([.!?…]["”)]?) (["”(]?(?:\p{Lu}|\{\{))/gu, '$1\n$2')
    .split('\n');
}

function wordsIn(sentence: string): number {
  const plain = sentence.replace(/\{\{[^{}]*\}\}/g, 'x');
  return plain.split(/\s+/).filter(word => /[\p{L}\p{N}]/u.test(word)).length;
}

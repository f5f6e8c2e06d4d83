import { hasReadableRules } from '../../src/assessment/scoring/scoring.ts';
import { stairsOf } from '../../src/assessment/scoring/stairs/rules.ts';
import { checkBounds } from '../../src/content/check-bounds.ts';
import { hasClearIds } from '../../src/content/check-instrument.ts';
import { checkSentences } from '../../src/content/check-sentences.ts';
import { checkStairCount } from '../../src/content/check-stair-count.ts';
import { checkTexts, unevenTexts } from '../../src/content/check-texts.ts';
import { checkUsedTexts } from '../../src/content/check-used-texts.ts';
import { checkWords } from '../../src/content/check-words.ts';
import { expectedTexts } from '../../src/content/expected-texts.ts';
import type { Problem } from '../../src/content/problem.ts';
import type { RawContent } from '../../src/content/read-content.ts';
import { checkAdvice } from './check-advice.ts';
import { checkNoted } from './noted-versions.ts';
import { readCode } from './read-code.ts';
import { checkCases, readCases } from './typical-cases.ts';

/** Whether the content is complete and plain: what the server, which only looks for what would break, leaves out. */
export function reviewContent({ dialogs, texts, words }: RawContent, root: string): Problem[] {
  // What is asked and advised is not known before all rules can be read; that they cannot has been told.
  const isRead = dialogs.instruments.every(
    ({ instrument }) => hasReadableRules(instrument) && hasClearIds(instrument),
  );
  if (!isRead) return [];
  const expected = expectedTexts(dialogs);
  const owned = new Set(expected.map(({ namespace }) => namespace));
  const advised = dialogs.instruments.filter(
    ({ state, instrument }) => state === 'current' && stairsOf(instrument).length > 0,
  );
  const cases = readCases(root);
  return [
    ...advised.flatMap(({ instrument }) => checkAdvice(instrument, dialogs.catalogue?.actions ?? [])),
    ...checkNoted(root, dialogs),
    ...cases.problems,
    ...checkCases(cases.value, dialogs),
    ...dialogs.instruments.flatMap(one => checkBounds(one, texts)),
    ...dialogs.instruments.flatMap(checkStairCount),
    ...checkTexts(texts, expected),
    ...unevenTexts(texts, expected),
    ...checkWords(
      dialogs.instruments.map(({ instrument }) => instrument),
      words,
    ),
    ...checkSentences(texts),
    ...checkUsedTexts(texts, readCode(root), owned),
  ];
}

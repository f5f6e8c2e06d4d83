import type { RunScene, Turn } from './context.ts';
import { reject } from './refuse.ts';
import { showOpen } from './show.ts';
import { cardOfWords, keepNote, keepReason, LONGEST_NOTE } from './side-questions.ts';

/** Free words, for the reason or note that was asked. */
export function keepWords(run: RunScene, words: string): Turn {
  const card = cardOfWords(run);
  if (!card) return showOpen(run);
  if (words.length > LONGEST_NOTE) return reject(run, { problem: 'too-long', max: LONGEST_NOTE });
  return run.session.pending?.kind === 'reason'
    ? keepReason(run, card, words)
    : keepNote(run, card.key, words);
}

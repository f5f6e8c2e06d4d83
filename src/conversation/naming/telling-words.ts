/** Words by which the options of a scale are told apart: "osittain" of "Ajan tasalla", "Osittain ajan tasalla" and "Vanhentunut". */

/** Shorter words ("on", "an") tell nothing. */
const SHORTEST = 4;

/**
 * For each option the words that stand in its label and in no other one's, as they are written. A label is said whole
 * most seldom; one such word in a message makes its option likely, never sure: "melko" of "Melko hyvä" may go on as "huono".
 */
export function tellingWords(labels: ReadonlyMap<string, string>): Map<string, readonly string[]> {
  const words = new Map([...labels].map(([option, label]) => [option, wordsOf(label)]));
  return new Map(
    [...words].map(([option, own]) => {
      const others = [...words].flatMap(([other, theirs]) => (other === option ? [] : theirs));
      return [option, own.filter(word => word.length >= SHORTEST && !others.includes(word))];
    }),
  );
}

function wordsOf(label: string): string[] {
  return label.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

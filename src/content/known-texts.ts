import { plainWords } from '../conversation/plain-words.ts';
import { allTexts, type Texts } from './texts.ts';

/** Texts that no button bears: those of pages, files and the spreadsheet. */
const NOT_ON_CARDS = new Set(['page', 'info', 'files', 'workbook-sheet', 'sources']);

/** Several buttons of a card can bear a label of the bot's own, told apart by what is said behind it: "muuta 2". */
const SHARED = 'bot';

/**
 * Whether words (as `plainWords` gives them) may be a label in any language, or begin with one: some text reads so, or
 * would with its placeholders filled. Nearly everything that people write is none, and drawing the cards before them in
 * three languages to learn that costs more than all the rest of their turn.
 */
export function knownTexts(texts: Texts): (words: string) => boolean {
  let known: ReturnType<typeof collect> | undefined;
  return words => {
    known ??= collect(texts);
    const { whole, shared, filled } = known;
    const parts = words.split(' ');
    if (whole.has(words) || parts.some((_, at) => shared.has(parts.slice(0, at + 1).join(' ')))) return true;
    const padded = ` ${words} `;
    return filled.some(literals => literals.every(literal => padded.includes(` ${literal} `)));
  };
}

function collect(texts: Texts) {
  const whole = new Set<string>();
  const shared = new Set<string>();
  const filled = new Map<string, readonly string[]>();
  for (const { namespace, text } of allTexts(texts)) {
    if (NOT_ON_CARDS.has(namespace)) continue;
    const literals = text
      .split(/\{\{[^}]*\}\}|\$t\([^)]*\)/)
      .map(plainWords)
      .filter(literal => literal !== '');
    if (!/\{\{|\$t\(/.test(text)) (namespace === SHARED ? shared : whole).add(plainWords(text));
    else if (literals.length > 0) filled.set(literals.join('|'), literals);
  }
  return { whole, shared, filled: [...filled.values()] };
}

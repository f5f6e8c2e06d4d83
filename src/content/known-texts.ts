import { LOCALES, type Locale } from '../conversation/locale.ts';
import { plainWords } from '../conversation/plain-words.ts';
import { allTexts, type Texts } from './texts.ts';

/** Texts that no button bears: those of pages, files and the spreadsheet. */
const NOT_ON_CARDS = new Set(['page', 'info', 'files', 'report', 'workbook-sheet', 'sources']);

/** Several buttons of a card can bear a label of the bot's own, told apart by what is said behind it: "muuta 2". */
const SHARED = 'bot';

/** In one language: whole texts, those that more may be said behind, and what stands between placeholders. */
interface Known {
  readonly whole: Set<string>;
  readonly shared: Set<string>;
  /** First word → the texts whose first literal begins with it: their literals, each with a space at either end. */
  readonly filled: Map<string, readonly (readonly string[])[]>;
}

/**
 * The languages in which words (as `plainWords` gives them) may be a label, or begin with one: some text reads so, or
 * would with its placeholders filled. Nearly everything that people write is none, and drawing the cards before them in
 * three languages to learn that costs more than all the rest of their turn.
 */
export function knownTexts(texts: Texts): (words: string) => readonly Locale[] {
  let known: Readonly<Record<Locale, Known>> | undefined;
  return words => {
    known ??= collect(texts);
    const all = known;
    return LOCALES.filter(locale => mayRead(all[locale], words));
  };
}

function mayRead({ whole, shared, filled }: Known, words: string): boolean {
  if (whole.has(words)) return true;
  const padded = ` ${words} `;
  for (let end = words.indexOf(' '); end >= 0; end = words.indexOf(' ', end + 1))
    if (shared.has(words.slice(0, end))) return true;
  const isFilled = (literals: readonly string[]) => literals.every(literal => padded.includes(literal));
  return shared.has(words) || words.split(' ').some(word => filled.get(word)?.some(isFilled));
}

function collect(texts: Texts): Readonly<Record<Locale, Known>> {
  const known = { fi: nothingKnown(), sv: nothingKnown(), en: nothingKnown() };
  for (const { locale, namespace, text } of allTexts(texts)) {
    if (NOT_ON_CARDS.has(namespace)) continue;
    const { whole, shared, filled } = known[locale];
    const literals = text
      .split(/\{\{[^{}]*\}\}|\$t\([^()]*\)/)
      .map(plainWords)
      .filter(literal => literal !== '');
    if (!/\{\{|\$t\(/.test(text)) (namespace === SHARED ? shared : whole).add(plainWords(text));
    else addFilled(filled, literals);
  }
  return known;
}

function addFilled(filled: Known['filled'], literals: readonly string[]): void {
  const first = literals[0]?.split(' ')[0];
  const padded = literals.map(literal => ` ${literal} `);
  if (first !== undefined) filled.set(first, [...(filled.get(first) ?? []), padded]);
}

function nothingKnown(): Known {
  return { whole: new Set(), shared: new Set(), filled: new Map() };
}

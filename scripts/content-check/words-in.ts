/** A word of a text, as it is looked up: a hyphen at its end stands for the rest of a compound. */
const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’.:-]*/gu;

/** What a person reads is not spelled: placeholders, addresses and file names. */
const SKIPPED = /\{\{[^}]*\}\}|https?:\/\/\S+|\S+@\S+|\S+\.(?:json|yaml|html|txt|pdf|xlsx)\b|\$\d/g;

/** The words of a text that can be looked up. Numbers and references such as 306/2019 or 53e are left out. */
export function wordsIn(text: string): string[] {
  // A soft hyphen is a place to break a word, not a part of it.
  const words = text.replaceAll('\u00ad', '').replace(SKIPPED, ' ').match(WORD) ?? [];
  return words.map(trim).filter(word => word.length > 1 && !/\p{N}/u.test(word));
}

function trim(word: string): string {
  return word.replace(/[.:'’]+$/u, '').replaceAll('’', "'");
}

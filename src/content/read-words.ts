import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { LOCALES, type Locale } from '../conversation/locale.ts';
import { type ItemWords, itemWordsSchema } from '../conversation/naming/item-words.ts';
import type { Read } from './problem.ts';
import { readYaml } from './read-yaml.ts';

/** Stands in the place of a dialog for the words that any of them may be spoken of with. */
export const ANY_DIALOG = 'bot';

/** Dialog → how people name its items, in the languages that list it. */
export type Words = ReadonlyMap<string, Partial<Record<Locale, ItemWords>>>;

/** Reads `<dialog>.words.yaml` of every language; a dialog without one is named by its official names alone. */
export function readWords(root: string, dialogs: readonly string[]): Read<Words> {
  const read = dialogs.flatMap(dialog =>
    LOCALES.flatMap(locale => {
      const file = wordsFile(locale, dialog);
      return existsSync(join(root, file))
        ? [{ dialog, locale, ...readYaml(root, file, itemWordsSchema) }]
        : [];
    }),
  );
  const words = new Map<string, Partial<Record<Locale, ItemWords>>>();
  for (const { dialog, locale, value } of read)
    if (value) words.set(dialog, { ...words.get(dialog), [locale]: value });
  return { value: words, problems: read.flatMap(({ problems }) => problems) };
}

/** A dialog's words; where it lists none for what is common to all, these. Undefined when there are none at all. */
export function wordsOf(words: Words, dialog: string, locale: Locale): ItemWords | undefined {
  const own = words.get(dialog)?.[locale];
  const any = words.get(ANY_DIALOG)?.[locale];
  if (!own || !any) return own ?? any;
  const listed = <T extends readonly string[]>(mine: T, common: T) => (mine.length > 0 ? mine : common);
  return {
    ...own,
    negation: listed(own.negation, any.negation),
    all: listed(own.all, any.all),
    and: listed(own.and, any.and),
    except: listed(own.except, any.except),
    out: listed(own.out, any.out),
  };
}

export function wordsFile(locale: Locale, dialog: string): string {
  return `locales/${locale}/${dialog}.words.yaml`;
}

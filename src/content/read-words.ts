import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { LOCALES, type Locale } from '../conversation/locale.ts';
import { type ItemWords, itemWordsSchema } from '../conversation/naming/item-words.ts';
import type { Read } from './problem.ts';
import { readYaml } from './read-yaml.ts';

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

export function wordsFile(locale: Locale, dialog: string): string {
  return `locales/${locale}/${dialog}.words.yaml`;
}

import * as z from 'zod';

/** The languages every text exists in, Finnish first. */
export const LOCALES = ['fi', 'sv', 'en'] as const;
export const localeSchema = z.enum(LOCALES);
export type Locale = z.infer<typeof localeSchema>;

/** How each is written here: the words of dates and numbers, and the voice that reads aloud. */
export const LANGUAGE_TAGS: Readonly<Record<Locale, string>> = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' };

/** The locale of a BCP 47 tag such as `sv-FI`, or undefined when it is none of ours. */
export function localeOf(tag: string | undefined): Locale | undefined {
  const language = tag?.toLowerCase().split(/[-_]/)[0];
  return LOCALES.find(locale => locale === language);
}

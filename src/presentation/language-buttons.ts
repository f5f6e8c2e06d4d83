import { LOCALES, type Locale } from '../conversation/locale.ts';
import type { Button } from './view.ts';
import type { Voice } from './voice.ts';

/** One button a language, each in its own language. */
export function languageButtons({ context }: Voice, locales: readonly Locale[] = LOCALES): Button[] {
  return locales.map(locale => ({
    label: context.translate(locale)('bot:language.name'),
    press: { do: 'locale', value: locale },
  }));
}

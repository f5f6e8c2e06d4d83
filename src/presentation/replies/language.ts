import { LOCALES } from '../../conversation/locale.ts';
import { asks } from '../message.ts';
import type { Button, View } from '../view.ts';
import type { Voice } from '../voice.ts';

/** Asks for the language in all of them, so that everyone can read the question. */
export function language(voice: Voice): View {
  const inAll = (key: string) => LOCALES.map(locale => voice.context.translate(locale)(key)).join(' · ');
  return asks(inAll('bot:language.choose'), [
    { block: 'typing', text: inAll('bot:language.typing') },
    { block: 'buttons', buttons: languageButtons(voice) },
  ]);
}

/** One button a language, each in its own language. */
export function languageButtons({ context }: Voice): Button[] {
  return LOCALES.map(locale => ({
    label: context.translate(locale)('bot:language.name'),
    press: { do: 'locale', value: locale },
  }));
}

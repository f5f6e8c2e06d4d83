import { LOCALES } from '../../conversation/locale.ts';
import { languageButtons } from '../language-buttons.ts';
import type { View } from '../view.ts';
import type { Voice } from '../voice.ts';

/** Asks for the language in all of them, so that everyone can read the question. */
export function language(voice: Voice): View {
  const inAll = (key: string) => LOCALES.map(locale => voice.context.translate(locale)(key)).join(' · ');
  const text = inAll('bot:language.choose');
  return {
    gist: text,
    expects: 'answer',
    blocks: [
      { block: 'text', text },
      { block: 'typing', text: inAll('bot:language.typing') },
      { block: 'buttons', buttons: languageButtons(voice) },
    ],
  };
}

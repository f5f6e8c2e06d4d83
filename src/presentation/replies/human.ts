import { contactLinks } from '../contact-links.ts';
import type { View } from '../view.ts';
import type { Voice } from '../voice.ts';

/** "Are you human?" gets a truthful answer and the way to someone who is. */
export function human(voice: Voice): View {
  const text = voice.t('bot:human.answer');
  return {
    gist: text,
    expects: 'nothing',
    blocks: [
      { block: 'text', text },
      { block: 'text', text: voice.t('bot:contact.intro') },
      contactLinks(voice),
    ],
  };
}

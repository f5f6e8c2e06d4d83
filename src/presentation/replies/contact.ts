import { contactLinks } from '../contact-links.ts';
import type { View } from '../view.ts';
import type { Voice } from '../voice.ts';

/** The natural person to turn to. */
export function contact(voice: Voice): View {
  const title = voice.t('bot:contact.title');
  return {
    gist: title,
    expects: 'nothing',
    blocks: [
      { block: 'heading', text: title },
      { block: 'text', text: voice.t('bot:contact.intro') },
      contactLinks(voice),
    ],
  };
}

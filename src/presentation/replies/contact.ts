import { contactLinks } from '../contact-links.ts';
import { tells } from '../message.ts';
import type { View } from '../view.ts';
import type { Voice } from '../voice.ts';

/** The natural person to turn to. */
export function contact(voice: Voice): View {
  return tells({ block: 'heading', text: voice.t('bot:contact.title') }, [
    { block: 'text', text: voice.t('bot:contact.intro') },
    contactLinks(voice),
  ]);
}

/** "Are you human?" gets a truthful answer and the way to someone who is. */
export function human(voice: Voice): View {
  return tells(voice.t('bot:human.answer'), [
    { block: 'text', text: voice.t('bot:contact.intro') },
    contactLinks(voice),
  ]);
}

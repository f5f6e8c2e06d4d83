import { commandButton } from '../command-button.ts';
import { contactLinks } from '../contact-links.ts';
import { asks } from '../message.ts';
import { MISSES_BEFORE_CONTACT, rejectionText } from '../rejection-text.ts';
import type { ReplyOf } from '../reply-of.ts';
import type { Block, View } from '../view.ts';
import type { Voice } from '../voice.ts';

/** Why an answer was not taken and what would do; after repeated misses also who helps. */
export function rejected(voice: Voice, { rejection }: ReplyOf<'rejected'>): View {
  const text = rejectionText(voice, rejection);
  const lost = (rejection.misses ?? 0) >= MISSES_BEFORE_CONTACT;
  return asks(text, lost ? wayOut(voice) : []);
}

function wayOut(voice: Voice): Block[] {
  return [
    contactLinks(voice),
    { block: 'buttons', buttons: [commandButton(voice, 'help'), commandButton(voice, 'contact')] },
  ];
}

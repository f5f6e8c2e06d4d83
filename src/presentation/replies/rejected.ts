import { commandButton } from '../command-button.ts';
import { contactLinks } from '../contact-links.ts';
import { cardOf, cardTextIfAny, instrumentOf } from '../dialog-texts.ts';
import { asks, tells } from '../message.ts';
import { MISSES_BEFORE_CONTACT, rejectionText } from '../rejection-text.ts';
import type { ReplyOf } from '../reply-of.ts';
import { userWords } from '../user-words.ts';
import type { Block, View } from '../view.ts';
import type { Voice } from '../voice.ts';

/** Why an answer was not taken and what would do; after repeated misses also who helps. */
export function rejected(voice: Voice, { rejection, card }: ReplyOf<'rejected'>): View {
  const text = rejectionText(voice, rejection);
  const lost = (rejection.misses ?? 0) >= MISSES_BEFORE_CONTACT;
  const typing = card && typingOn(voice, card);
  const hint: Block[] = typing === undefined ? [] : [{ block: 'text', text: typing }];
  return asks(text, lost ? [...hint, ...wayOut(voice)] : hint);
}

/** What of a message was not read, in its own words; what was read is told beside it. */
export function notRead({ t }: Voice, { words }: ReplyOf<'not-read'>): View {
  return tells(t('bot:not-read.told'), [
    { block: 'words', label: t('bot:not-read.label'), words: userWords(words) },
  ]);
}

/** How what stands on a card is told in words. */
function typingOn(voice: Voice, shown: NonNullable<ReplyOf<'rejected'>['card']>): string | undefined {
  const { step, names } = shown;
  const instrument = instrumentOf(voice, shown);
  return cardTextIfAny(voice, instrument, { card: cardOf(instrument, step, names), part: 'typing', names });
}

function wayOut(voice: Voice): Block[] {
  return [
    contactLinks(voice),
    { block: 'buttons', buttons: [commandButton(voice, 'help'), commandButton(voice, 'contact')] },
  ];
}

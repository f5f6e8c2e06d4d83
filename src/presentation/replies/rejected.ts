import type { Rejection } from '../../conversation/reply.ts';
import { commandButton } from '../command-button.ts';
import { contactLinks } from '../contact-links.ts';
import { formatNumber } from '../format-number.ts';
import type { ReplyOf } from '../reply-of.ts';
import type { Block, View } from '../view.ts';
import type { Voice } from '../voice.ts';

const MISSES_BEFORE_CONTACT = 3;

/** Why an answer was not taken and what would do; after repeated misses also who helps. */
export function rejected(voice: Voice, { rejection }: ReplyOf<'rejected'>): View {
  const text = whatWouldDo(voice, rejection);
  const lost = rejection.problem === 'not-understood' && rejection.misses >= MISSES_BEFORE_CONTACT;
  return {
    gist: text,
    expects: 'answer',
    blocks: [{ block: 'text', text }, ...(lost ? wayOut(voice) : [])],
  };
}

function whatWouldDo({ t, locale }: Voice, rejection: Rejection): string {
  switch (rejection.problem) {
    case 'not-understood':
      return t(
        `bot:rejected.not-understood.${Math.max(1, Math.min(rejection.misses, MISSES_BEFORE_CONTACT))}`,
      );
    case 'not-an-option':
      return t('bot:rejected.not-an-option');
    case 'not-a-number':
    case 'out-of-range': {
      const { problem, min, max } = rejection;
      return t(`bot:rejected.${problem}`, { min: formatNumber(locale, min), max: formatNumber(locale, max) });
    }
    case 'too-long':
      return t('bot:rejected.too-long', { max: rejection.max });
  }
}

function wayOut(voice: Voice): Block[] {
  return [
    contactLinks(voice),
    { block: 'buttons', buttons: [commandButton(voice, 'help'), commandButton(voice, 'contact')] },
  ];
}

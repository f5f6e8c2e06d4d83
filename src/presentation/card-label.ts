import type { Answers } from '../assessment/answers.ts';
import type { Card } from '../assessment/card.ts';
import { cardsOf } from '../assessment/cards-of.ts';
import { cardByKey } from '../assessment/find-card.ts';
import type { Instrument } from '../assessment/instrument.ts';
import { cardText, itemAt, itemName } from './dialog-texts.ts';
import type { Voice } from './voice.ts';

interface Named {
  readonly card: Card;
  readonly names: Answers;
}

/** What tells a card from all others in a list: the item it is about, its short name, and its part or level. */
export function cardLabel(voice: Voice, instrument: Instrument, { card, names }: Named): string {
  const title = cardText(voice, instrument, { card, part: 'short', names });
  const short = withPart(voice, instrument, { card, names, title });
  const item = itemAt(card.at, names);
  return item ? `${itemName(voice, instrument, item)}: ${short}` : short;
}

/** A title with its part, where a long table comes in parts, or its level on a ladder. */
export function withPart(
  { t }: Voice,
  instrument: Instrument,
  { card, names, title }: Named & { title: string },
): string {
  // "Mitkä palvelut ovat käytössä?, osa 1" would be wrong: after a question mark the part is a sentence of its own.
  const ended = /\p{Sentence_Terminal}$/u.test(title);
  if (card.step.type === 'climb') {
    const named = { title, part: card.part ?? 1 };
    return ended ? t('bot:question.part-name-after', named) : t('bot:question.part-name', named);
  }
  if (card.step.type !== 'table' || typeof card.part !== 'number') return title;
  const parts = partsOf(instrument, { card, names });
  if (parts <= 1) return title;
  const counted = { title, part: card.part, parts };
  return ended ? t('bot:question.part-after', counted) : t('bot:question.part', counted);
}

function partsOf(instrument: Instrument, { card, names }: Named): number {
  if (card.step.type === 'table' && card.step.items === 'chosen')
    return cardsOf(instrument, names, { step: card.step, at: card.at }).length;
  const prefix = card.key.slice(0, card.key.lastIndexOf('.'));
  for (let part = 1; ; part++) if (!cardByKey(instrument, names, `${prefix}.${part + 1}`)) return part;
}

import type { Instrument } from '../assessment/instrument.ts';
import { NOBODYS } from '../assessment/places.ts';
import type { Asked } from '../assessment/workshop/ballot.ts';
import { type Counted, FEWEST_BALLOTS } from '../assessment/workshop/spread.ts';
import type { Judged } from '../conversation/workshop.ts';
import { cardText, fieldLabel, instrumentOf, itemAt, itemName, lower } from './dialog-texts.ts';
import { valueLabel } from './value-label.ts';
import type { Voice } from './voice.ts';

/** The instrument, and the part of it where that is not the whole. */
export function judgedName(voice: Voice, judged: Judged): string {
  const { t } = voice;
  const dialog = t(`${judged.dialog}:title`);
  const instrument = instrumentOf(voice, judged);
  const parts = judged.at.map((_, index) => {
    const item = itemAt(judged.at.slice(0, index + 1), NOBODYS);
    return item ? itemName(voice, instrument, item) : '';
  });
  return parts.length === 0 ? dialog : t('workshop:choose.part', { dialog, part: parts.join(', ') });
}

/** A question by itself as it is asked; one of several on a card with the card's name, unless its row tells it all. */
export function questionName(voice: Voice, instrument: Instrument, { card, field }: Asked): string {
  const { step } = card;
  if (!('inputs' in step) && step.type !== 'climb' && step.type !== 'choose')
    return cardText(voice, instrument, { card, part: 'question', names: NOBODYS });
  const label = fieldLabel(voice, instrument, { card, field, names: NOBODYS });
  if (step.type !== 'form') return label;
  return `${cardText(voice, instrument, { card, part: 'short', names: NOBODYS })}: ${lower(label)}`;
}

/** The same within a sentence. */
export function questionShort(voice: Voice, instrument: Instrument, asked: Asked): string {
  const { card } = asked;
  if ('inputs' in card.step || card.step.type === 'climb' || card.step.type === 'choose')
    return questionName(voice, instrument, asked);
  return cardText(voice, instrument, { card, part: 'short', names: NOBODYS });
}

/** "kyllä 4, ei 2". */
export function countsText(
  voice: Voice,
  instrument: Instrument,
  { asked: { field }, counts }: { asked: Pick<Asked, 'field'>; counts: readonly Counted[] },
): string {
  return counts
    .map(({ value, n }) =>
      voice.t('workshop:spread.count', {
        answer: lower(valueLabel(voice, instrument, { input: field.input, value })),
        n,
      }),
    )
    .join(', ');
}

/** How few answers are shown together at least. */
export const FEWEST = { fewest: FEWEST_BALLOTS };

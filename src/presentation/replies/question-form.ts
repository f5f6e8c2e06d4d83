import { fieldsOf } from '../../assessment/fields-of.ts';
import { fillsOf } from '../../assessment/instrument.ts';
import { OPEN } from '../../conversation/sent-card.ts';
import { cardText, cardTextIfAny, lower } from '../dialog-texts.ts';
import { fieldInputs } from '../field-input.ts';
import { gridLinks } from '../grid-link.ts';
import type { Block, FormInput, Submit } from '../view.ts';
import type { Voice } from '../voice.ts';
import type { Asked } from './asked.ts';

/** All fields on one card with one button; typed answers go through them one by one, or name what they are about. */
export function formBlocks(voice: Voice, asked: Asked): Block[] {
  const { t } = voice;
  const { instrument, card, reply } = asked;
  const fields = fieldsOf(instrument, card, reply.values);
  const inputs = fields.flatMap(field =>
    fieldInputs(voice, instrument, { card, field, values: reply.values }),
  );
  const names = reply.values;
  const fieldsSent = { do: 'form', step: card.key, nonce: reply.nonce };
  const also = [...fillSubmits(voice, asked, fieldsSent), ...onwardSubmits(voice, asked, fieldsSent)];
  const links = gridLinks(voice, instrument, card.at);
  return [
    ...(links.length > 0 ? [{ block: 'links', links } as const] : []),
    {
      block: 'form',
      ...guidance(voice, asked),
      inputs,
      submit: {
        label:
          cardTextIfAny(voice, instrument, { card, part: 'submit', names }) ?? t('bot:question.submit-form'),
        fields: fieldsSent,
      },
      ...(also.length > 0 && { also }),
      ...numbering(asked),
    },
    { block: 'typing', text: typing(voice, asked, inputs) },
    ...(asksOneByOne(asked) ? [{ block: 'typing', text: t('bot:question.commands') } as const] : []),
  ];
}

/** The rows of a table or a ladder can be spoken of by their numbers. */
function numbering({ card: { step, part } }: Asked): { numbered?: number } {
  if (step.type === 'climb') return { numbered: 1 };
  return step.type === 'table' && part !== 'own' ? { numbered: step.inputs.length } : {};
}

type Fields = Submit['fields'];

/** A second way to send the card goes on to the card beside the way. */
function onwardSubmits(voice: Voice, { instrument, card, reply }: Asked, fields: Fields): Submit[] {
  const { step } = card;
  if (step.type !== 'form' || step.onward === undefined) return [];
  const onward = [...card.at.map(({ item }) => item), step.onward].join('.');
  const label = cardText(voice, instrument, { card, part: 'onward', names: reply.values });
  return [{ label, fields: { onward, ...fields }, tone: 'plain' }];
}

/** Ways to fill in what is empty at one press; where something has been answered, they speak of the others. */
function fillSubmits(voice: Voice, { instrument, card, reply }: Asked, sent: Fields): Submit[] {
  const { values: names, fills = [] } = reply;
  const fields = fieldsOf(instrument, card, names).filter(({ key }) => names[key] !== undefined);
  return fills.map(fill => {
    const scale = fillsOf(card.step).find(({ id }) => id === fill)?.scale;
    const begun = fields.some(({ input }) => input.type === 'choice' && input.scale === scale);
    const rest = begun && cardTextIfAny(voice, instrument, { card, part: `fills.${fill}-rest`, names });
    const label = rest || cardText(voice, instrument, { card, part: `fills.${fill}`, names });
    return { label, fields: { ...sent, fill }, tone: 'plain' };
  });
}

/** Where every empty field is answered with "don't know", that is said. */
function guidance({ t }: Voice, asked: Asked): { guidance?: string } {
  return asksOneByOne(asked) ? { guidance: t('bot:question.form') } : {};
}

function asksOneByOne({ card: { step } }: Asked): boolean {
  if (step.type === 'climb') return step.input.blank === 'unknown';
  return 'inputs' in step && step.inputs.every(({ blank }) => blank === 'unknown');
}

function typing(voice: Voice, asked: Asked, inputs: readonly FormInput[]): string {
  const { t } = voice;
  const { instrument, card, reply } = asked;
  const own = cardTextIfAny(voice, instrument, { card, part: 'typing', names: reply.values });
  if (own !== undefined) return own;
  const [first] = inputs;
  const offered = first && 'options' in first ? first.options.filter(({ value }) => value !== OPEN) : [];
  const options = offered.map(({ label }) => lower(label));
  if (card.step.type === 'choose') return t('bot:question.several-typing');
  if (asksOneByOne(asked))
    return t('bot:question.form-typing', { first: first?.label ?? '', options: options.join(', ') });
  if (card.step.type === 'table')
    return t('bot:question.table-typing', { option: options[0] ?? '', options: options.join(', ') });
  return `${t('bot:question.form-open')} ${t('bot:question.next')}`;
}

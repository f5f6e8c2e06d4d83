import type { Answers, Entry } from '../../assessment/answers.ts';
import type { Card } from '../../assessment/card.ts';
import { fieldsOf } from '../../assessment/fields-of.ts';
import type { Instrument } from '../../assessment/instrument.ts';
import { cardOf, cardText, fieldLabel, instrumentOf } from '../dialog-texts.ts';
import type { ReplyOf } from '../reply-of.ts';
import { offeredValues, valueLabel } from '../value-label.ts';
import type { Block, View } from '../view.ts';
import type { Voice } from '../voice.ts';

/** The next field of a form that is being answered by typing. A button would have to send the whole form, so none is drawn. */
export function inputAsked(voice: Voice, reply: ReplyOf<'input-asked'>): View {
  const instrument = instrumentOf(voice, reply);
  const names = reply.values;
  const card = cardOf(instrument, reply.step, names);
  const field = fieldsOf(instrument, card, names).find(({ key }) => key === reply.input);
  if (!field) throw new Error(`card ${reply.step} has no field ${reply.input}`);
  const form = cardText(voice, instrument, { card, part: 'short', names });
  const text = `${form}: ${fieldLabel(voice, instrument, { card, field, names })}`;
  const values = offeredValues(instrument, { input: field.input, at: card.at, names });
  const items = values.map(value => valueLabel(voice, instrument, { input: field.input, value, names }));
  return {
    id: `q${reply.nonce}`,
    gist: text,
    expects: 'answer',
    blocks: [
      ...(reply.noted ? [readAs(voice, { instrument, card, names, noted: reply.noted })] : []),
      { block: 'text', text, tone: 'strong' },
      ...(items.length > 0 ? [{ block: 'list', items, numbered: true } as const] : []),
      { block: 'text', text: voice.t('bot:question.typing'), tone: 'quiet' },
    ],
  };
}

interface Noted {
  readonly instrument: Instrument;
  readonly card: Card;
  readonly names: Answers;
  readonly noted: Entry;
}

function readAs(voice: Voice, { instrument, card, names, noted }: Noted): Block {
  const field = fieldsOf(instrument, card, names).find(({ key }) => key === noted.key);
  if (!field) throw new Error(`card ${card.key} has no field ${noted.key}`);
  const value = valueLabel(voice, instrument, { input: field.input, value: noted.value, names });
  const answer = `${fieldLabel(voice, instrument, { card, field, names })}: ${value}`;
  return { block: 'text', text: voice.t('bot:answered.read', { answer }), tone: 'quiet' };
}

import type { Answers } from '../../assessment/answers.ts';
import type { Card } from '../../assessment/card.ts';
import type { Instrument } from '../../assessment/instrument.ts';
import { inputsOf } from '../../assessment/instrument.ts';
import { cardOf, cardText, cardTextIfAny, inputShort, instrumentOf } from '../dialog-texts.ts';
import { tells } from '../message.ts';
import type { ReplyOf } from '../reply-of.ts';
import type { Block, View } from '../view.ts';
import type { Voice } from '../voice.ts';

/** Why a card asks what it asks and what it means, with an example and the source it rests on. */
export function explanation(voice: Voice, reply: ReplyOf<'explanation'>): View {
  const { t } = voice;
  const instrument = instrumentOf(voice, reply);
  const { names } = reply;
  const card = cardOf(instrument, reply.step, names);
  const text = (part: 'short' | 'why') => cardText(voice, instrument, { card, part, names });
  const title = t('bot:explanation.title', { question: text('short') });
  return tells({ block: 'text', text: title, tone: 'strong' }, [
    { block: 'text', text: text('why') },
    ...details(voice, instrument, { card, names }),
    { block: 'text', text: grounds(voice, instrument, card), tone: 'quiet' },
  ]);
}

/** What each field means where that is said, or an example of the only one. */
function details(
  voice: Voice,
  instrument: Instrument,
  { card, names }: { card: Card; names: Answers },
): Block[] {
  const { t } = voice;
  const example = cardTextIfAny(voice, instrument, { card, part: 'example', names });
  // On a card that adds an item the example is a name: it stands as the placeholder of the name's field.
  if (example !== undefined && card.part !== 'own')
    return [{ block: 'text', text: t('bot:explanation.example', { example }) }];
  const items = inputsOf(card.step).flatMap(({ id }) => {
    const key = `${instrument.id}:inputs.${id}.why`;
    return t.has(key) ? [`${inputShort(voice, instrument, id)}: ${t(key)}`] : [];
  });
  return items.length > 0 ? [{ block: 'list', items }] : [];
}

/** Questions of our own making are told apart from those a source asks. */
function grounds({ t }: Voice, instrument: Instrument, { step }: Card): string {
  const inputs = inputsOf(step);
  const named = inputs.flatMap(({ source = instrument.source }) => (source === undefined ? [] : [source]));
  const sources = named.length > 0 ? named : [instrument.source ?? 'own'];
  const own = inputs.some(input => 'basis' in input && input.basis === 'own') || instrument.basis === 'own';
  const source = [...new Set(sources)].map(id => t(`sources:${id}`)).join('; ');
  return t(`bot:explanation.${own ? 'own' : 'source'}`, { source });
}

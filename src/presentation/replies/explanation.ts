import type { Answers } from '../../assessment/answers.ts';
import type { Definition } from '../../assessment/definition.ts';
import { inputsOf } from '../../assessment/definition.ts';
import type { Card } from '../../assessment/walk.ts';
import { cardOf, cardText, cardTextIfAny, definitionOf, inputShort } from '../dialog-texts.ts';
import { tells } from '../message.ts';
import type { ReplyOf } from '../reply-of.ts';
import type { Block, View } from '../view.ts';
import type { Voice } from '../voice.ts';

/** Why a card asks what it asks and what it means, with an example and the source it rests on. */
export function explanation(voice: Voice, reply: ReplyOf<'explanation'>): View {
  const { t } = voice;
  const definition = definitionOf(voice, reply);
  const { names } = reply;
  const card = cardOf(definition, reply.step, names);
  const text = (part: 'short' | 'why') => cardText(voice, definition, { card, part, names });
  const title = t('bot:explanation.title', { question: text('short') });
  return tells({ block: 'text', text: title, tone: 'strong' }, [
    { block: 'text', text: text('why') },
    ...details(voice, definition, { card, names }),
    { block: 'text', text: grounds(voice, definition, card), tone: 'quiet' },
  ]);
}

/** What each field means where that is said, or an example of the only one. */
function details(
  voice: Voice,
  definition: Definition,
  { card, names }: { card: Card; names: Answers },
): Block[] {
  const { t } = voice;
  const example = cardTextIfAny(voice, definition, { card, part: 'example', names });
  // That of an own item's name stands in its field, worded for there.
  if (example !== undefined && card.part !== 'own')
    return [{ block: 'text', text: t('bot:explanation.example', { example }) }];
  const items = inputsOf(card.step).flatMap(({ id }) => {
    const key = `${definition.id}:inputs.${id}.why`;
    return t.has(key) ? [`${inputShort(voice, definition, id)}: ${t(key)}`] : [];
  });
  return items.length > 0 ? [{ block: 'list', items }] : [];
}

/** Questions of our own making are told apart from those a source asks. */
function grounds({ t }: Voice, definition: Definition, { step }: Card): string {
  const inputs = inputsOf(step);
  const named = inputs.flatMap(({ source = definition.source }) => (source === undefined ? [] : [source]));
  const sources = named.length > 0 ? named : [definition.source ?? 'own'];
  const own = inputs.some(input => 'basis' in input && input.basis === 'own') || definition.basis === 'own';
  const source = [...new Set(sources)].map(id => t(`sources:${id}`)).join('; ');
  return t(`bot:explanation.${own ? 'own' : 'source'}`, { source });
}

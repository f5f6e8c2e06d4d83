import { isFrame } from '../../assessment/definition.ts';
import { isNationalItem } from '../../assessment/proposal.ts';
import { fieldsOf } from '../../assessment/walk.ts';
import { answersLine } from '../answers-line.ts';
import { withPart } from '../card-label.ts';
import { commandButton } from '../command-button.ts';
import { cardOf, cardText, cardTextIfAny, definitionOf, fieldLabel, itemAt } from '../dialog-texts.ts';
import { sourceText } from '../prefill-texts.ts';
import type { ReplyOf } from '../reply-of.ts';
import type { Block, View } from '../view.ts';
import type { Voice } from '../voice.ts';
import type { Asked } from './asked.ts';
import { aloneBlocks } from './question-alone.ts';
import { figureBlocks } from './question-figures.ts';
import { formBlocks } from './question-form.ts';

/** A card: how far we are, what is asked, the ways to answer, and the ways around it. */
export function question(voice: Voice, reply: ReplyOf<'question'>): View {
  const definition = definitionOf(voice, reply);
  const card = cardOf(definition, reply.step, reply.values);
  const asked = { definition, card, reply };
  const title = titleOf(voice, asked);
  const progress = progressText(voice, asked);
  const { answered: done, total, position } = reply.progress;
  // Beside the way and on figures no place on it is told.
  const placed = position > 0 && card.step.type !== 'show' && card.step.type !== 'choose';
  return {
    id: `q${reply.nonce}`,
    gist: definition.review === 'answers' && placed ? `${progress}. ${title}` : title,
    expects: 'answer',
    blocks: [
      ...(placed ? [{ block: 'progress', text: progress, done, total } as const] : []),
      { block: 'heading', text: title },
      ...aboutBlocks(voice, asked),
      ...answering(voice, asked),
      ...waysAround(voice, asked),
    ],
  };
}

/** The question; a long table comes in parts, a ladder rung by rung. */
function titleOf(voice: Voice, { definition, card, reply }: Asked): string {
  const names = reply.values;
  const title = cardText(voice, definition, { card, part: 'question', names });
  return withPart(voice, definition, { card, names, title });
}

function progressText({ t }: Voice, { definition, reply }: Asked): string {
  const { position, total, answered } = reply.progress;
  return definition.review === 'answers'
    ? t('bot:question.progress', { position, total })
    : t('bot:question.cards', { dialog: t(`${definition.id}:short`), answered, total });
}

function aboutBlocks(voice: Voice, { definition, card, reply }: Asked): Block[] {
  const about = cardTextIfAny(voice, definition, { card, part: 'about', names: reply.values });
  const item = itemBlocks(voice, { definition, card, reply });
  const sources = sourceBlocks(voice, { definition, card, reply });
  return [...item, ...sources, ...(about === undefined ? [] : [{ block: 'text', text: about } as const])];
}

/** Which of the answers on the card came from a register of services, and stand as they came. */
function sourceBlocks(voice: Voice, { definition, card, reply }: Asked): Block[] {
  const days = new Map<string, string[]>();
  for (const field of fieldsOf(definition, card, reply.values)) {
    const day = reply.sources?.[field.key];
    if (day === undefined) continue;
    const label = fieldLabel(voice, definition, { card, field, names: reply.values });
    days.set(day, [...(days.get(day) ?? []), label]);
  }
  return [...days].map(([day, fields]) => ({
    block: 'text',
    text: voice.t('prefill:on-card', { source: sourceText(voice, day), fields: fields.join(', ') }),
    tone: 'quiet',
  }));
}

/** Before anything is gone through, the instrument can be filled from a register of services. */
function filling(voice: Voice, { id }: Asked['definition']): Block[] {
  return voice.context.prefilled?.includes(id)
    ? [{ block: 'buttons', buttons: [commandButton(voice, 'prefill')] }]
    : [];
}

/** What an item is about, where that is said, on the card that asks about it. */
function itemBlocks({ t }: Voice, { definition, card, reply }: Asked): Block[] {
  const item = itemAt(card.at, reply.values);
  if (!item || item.name !== undefined || card.step.type !== 'form') return [];
  const key = `${definition.id}:${item.list}.${item.id}.about`;
  if (!t.has(key)) return [];
  const about = t(key);
  const text = isNationalItem(definition, card.at) ? t('bot:question.about-national', { about }) : about;
  return [{ block: 'text', text, tone: 'quiet' }];
}

function answering(voice: Voice, asked: Asked): Block[] {
  const { type } = asked.card.step;
  if (type === 'show') return figureBlocks(voice, asked);
  if (type === 'form' || type === 'table' || type === 'climb' || type === 'choose')
    return formBlocks(voice, asked);
  return [...earlier(voice, asked), ...aloneBlocks(voice, asked)];
}

function earlier(voice: Voice, { definition, card, reply }: Asked): Block[] {
  const answer = answersLine(voice, definition, { card, values: reply.values });
  return answer === undefined
    ? []
    : [{ block: 'text', text: voice.t('bot:question.earlier', { answer }), tone: 'quiet' }];
}

/** On figures the ways on are drawn among them; a card beside the way can only be left. */
function waysAround(voice: Voice, { definition, card, reply: { nonce, progress } }: Asked): Block[] {
  const { step } = card;
  if (step.type === 'choose') return filling(voice, definition);
  if (step.type === 'show') return [];
  if (isFrame(step)) return [{ block: 'quiet', buttons: [commandButton(voice, 'why')] }];
  const beside = progress.position === 0;
  if (beside && (card.part === 'own' || card.at.length === 0))
    return [{ block: 'quiet', buttons: [commandButton(voice, 'cancel', { nonce })] }];
  const buttons = [
    commandButton(voice, 'why'),
    commandButton(voice, 'back', { nonce }),
    commandButton(voice, 'skip', { nonce }),
    ...(step.aside ? [] : [commandButton(voice, 'finish', { nonce })]),
  ];
  return [{ block: 'quiet', buttons }];
}

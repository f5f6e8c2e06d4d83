import { isFrame } from '../../assessment/instrument.ts';
import { isNationalItem } from '../../assessment/proposal.ts';
import { answersLine } from '../answers-line.ts';
import { withPart } from '../card-label.ts';
import { cardSources } from '../card-sources.ts';
import { commandButton } from '../command-button.ts';
import { cardOf, cardText, cardTextIfAny, instrumentOf, itemAt } from '../dialog-texts.ts';
import type { ReplyOf } from '../reply-of.ts';
import type { Block, View } from '../view.ts';
import type { Voice } from '../voice.ts';
import type { Asked } from './asked.ts';
import { prefillButtons } from './instrument-buttons.ts';
import { aloneBlocks } from './question-alone.ts';
import { figureBlocks } from './question-figures.ts';
import { formBlocks } from './question-form.ts';

/** A card: how far we are, what is asked, the ways to answer, and the ways around it. */
export function question(voice: Voice, reply: ReplyOf<'question'>): View {
  const instrument = instrumentOf(voice, reply);
  const card = cardOf(instrument, reply.step, reply.values);
  const asked = { instrument, card, reply };
  const title = titleOf(voice, asked);
  const progress = progressText(voice, asked);
  const { answered: done, total, position } = reply.progress;
  // A card off the way (an item of one's own), figures, and the choice of items have no number on the way.
  const placed = position > 0 && card.step.type !== 'show' && card.step.type !== 'choose';
  return {
    id: `q${reply.nonce}`,
    gist: instrument.review === 'answers' && placed ? `${progress}. ${title}` : title,
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
function titleOf(voice: Voice, { instrument, card, reply }: Asked): string {
  const names = reply.values;
  const title = cardText(voice, instrument, { card, part: 'question', names });
  return withPart(voice, instrument, { card, names, title });
}

function progressText({ t }: Voice, { instrument, reply }: Asked): string {
  const { position, total, answered } = reply.progress;
  return instrument.review === 'answers'
    ? t('bot:question.progress', { position, total })
    : t('bot:question.cards', { dialog: t(`${instrument.id}:short`), answered, total });
}

function aboutBlocks(voice: Voice, { instrument, card, reply }: Asked): Block[] {
  const about = cardTextIfAny(voice, instrument, { card, part: 'about', names: reply.values });
  const item = itemBlocks(voice, { instrument, card, reply });
  const { values: names, sources = {} } = reply;
  const from = cardSources(voice, instrument, { card, names, sources }).map(
    (text): Block => ({ block: 'text', text, tone: 'quiet' }),
  );
  return [...item, ...from, ...(about === undefined ? [] : [{ block: 'text', text: about } as const])];
}

/** Before anything is gone through, the instrument can be filled from a register of services. */
function filling(voice: Voice, instrument: Asked['instrument']): Block[] {
  const buttons = prefillButtons(voice, instrument);
  return buttons.length > 0 ? [{ block: 'buttons', buttons }] : [];
}

/** What an item is about, where that is said, on the card that asks about it. */
function itemBlocks({ t }: Voice, { instrument, card, reply }: Asked): Block[] {
  const item = itemAt(card.at, reply.values);
  if (!item || item.name !== undefined || card.step.type !== 'form') return [];
  const key = `${instrument.id}:${item.list}.${item.id}.about`;
  if (!t.has(key)) return [];
  const about = t(key);
  const text = isNationalItem(instrument, card.at) ? t('bot:question.about-national', { about }) : about;
  return [{ block: 'text', text, tone: 'quiet' }];
}

function answering(voice: Voice, asked: Asked): Block[] {
  const { type } = asked.card.step;
  if (type === 'show') return figureBlocks(voice, asked);
  if (type === 'form' || type === 'table' || type === 'climb' || type === 'choose')
    return formBlocks(voice, asked);
  return [...earlier(voice, asked), ...aloneBlocks(voice, asked)];
}

function earlier(voice: Voice, { instrument, card, reply }: Asked): Block[] {
  const answer = answersLine(voice, instrument, { card, values: reply.values });
  return answer === undefined
    ? []
    : [{ block: 'text', text: voice.t('bot:question.earlier', { answer }), tone: 'quiet' }];
}

/** The quiet buttons. Figures have ways on of their own; a card off the way offers only to leave it. */
function waysAround(voice: Voice, { instrument, card, reply: { nonce, progress } }: Asked): Block[] {
  const { step } = card;
  if (step.type === 'choose') return filling(voice, instrument);
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

import { isFrame } from '../../assessment/instrument.ts';
import { answersLine } from '../answers-line.ts';
import { cardLabel } from '../card-label.ts';
import { cardName, cardOf, cardText, instrumentOf, isOneOfSeveral } from '../dialog-texts.ts';
import { lineText } from '../line-text.ts';
import { tells } from '../message.ts';
import type { ReplyOf } from '../reply-of.ts';
import type { View } from '../view.ts';
import type { Voice } from '../voice.ts';
import { lineView } from './noted.ts';

/** The line that takes the place of an answered question; below words that were typed, also how they were read. */
export function answered(voice: Voice, reply: ReplyOf<'answered'>): View[] {
  const instrument = instrumentOf(voice, reply);
  const { step } = cardOf(instrument, reply.step, reply.values);
  const counted = instrument.review === 'answers' && !isFrame(step);
  const line = lineView(voice, reply, counted ? numbered(voice, reply) : named(voice, reply));
  // As plain text the line itself stands there.
  if (!reply.heard || voice.screen === 'text') return [line];
  const answer = given(voice, reply);
  if (answer === undefined) return [line];
  const text = voice.t('bot:answered.read', { answer });
  return [line, tells({ block: 'text', text, tone: 'quiet' })];
}

/** Where the questions are counted, with its number. */
function numbered(voice: Voice, reply: ReplyOf<'answered'>): string {
  const { t } = voice;
  const instrument = instrumentOf(voice, reply);
  const card = cardOf(instrument, reply.step, reply.values);
  const { position, total } = reply.progress;
  const line = {
    position,
    total,
    question: cardLabel(voice, instrument, { card, names: reply.values }),
    answer: given(voice, reply) ?? t('bot:answered.skipped'),
  };
  return reply.by === undefined
    ? t('bot:answered.line', line)
    : t('bot:answered.line-by', { ...line, name: reply.by });
}

/** Where items are gone through, with the item it is about. */
function named(voice: Voice, reply: ReplyOf<'answered'>): string {
  const { t } = voice;
  const instrument = instrumentOf(voice, reply);
  if (reply.line) return lineText(voice, instrument, reply.line);
  const card = cardOf(instrument, reply.step, reply.values);
  const names = reply.values;
  const question = isOneOfSeveral(instrument, card)
    ? cardText(voice, instrument, { card, part: 'short', names })
    : cardName(voice, instrument, { card, names });
  const answer = given(voice, reply);
  if (isFrame(card.step))
    return t('bot:answered.card', { question, answer: answer ?? t('bot:question.not-told') });
  if (reply.skipped) return t('bot:answered.passed', { question });
  return t('bot:answered.card', { question, answer: answer ?? t('bot:summary.unanswered') });
}

function given(voice: Voice, reply: ReplyOf<'answered'>): string | undefined {
  const instrument = instrumentOf(voice, reply);
  const card = cardOf(instrument, reply.step, reply.values);
  const kept = isFrame(card.step);
  return reply.skipped && !kept ? undefined : answersLine(voice, instrument, { card, values: reply.values });
}

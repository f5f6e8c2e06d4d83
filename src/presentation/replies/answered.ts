import { answersLine, definitionOf, stepOf, stepText } from '../dialog-texts.ts';
import { placeOf } from '../place-of.ts';
import type { ReplyOf } from '../reply-of.ts';
import type { View } from '../view.ts';
import type { Voice } from '../voice.ts';

/** The line that takes the place of an answered question; below words that were typed, also how they were read. */
export function answered(voice: Voice, reply: ReplyOf<'answered'>): View[] {
  const line = answeredLine(voice, reply);
  // As plain text the line itself stands there.
  if (!reply.heard || reply.skipped || voice.screen === 'text') return [line];
  const definition = definitionOf(voice, reply);
  const step = stepOf(definition, reply.step);
  const answer = answersLine(voice, definition, { step, values: reply.values });
  if (answer === undefined) return [line];
  const text = voice.t('bot:answered.read', { answer });
  return [line, { gist: text, expects: 'nothing', blocks: [{ block: 'text', text, tone: 'quiet' }] }];
}

function answeredLine(voice: Voice, reply: ReplyOf<'answered'>): View {
  const { t } = voice;
  const definition = definitionOf(voice, reply);
  const step = stepOf(definition, reply.step);
  const given = reply.skipped ? undefined : answersLine(voice, definition, { step, values: reply.values });
  const { position, total } = reply.progress;
  const line = {
    position,
    total,
    question: stepText(voice, definition, { step, part: 'short' }),
    answer: given ?? t('bot:answered.skipped'),
  };
  const { by } = reply;
  const text =
    by === undefined ? t('bot:answered.line', line) : t('bot:answered.line-by', { ...line, name: by });
  return { ...placeOf(reply), gist: text, expects: 'nothing', blocks: [{ block: 'text', text }] };
}
